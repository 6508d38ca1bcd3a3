/** The same as lines to copy, for whoever may not make it from here, or keeps it in files. */
import { Button, Caption1, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import {
  createLines,
  lineLanguages,
  type LineLanguage,
  type PlannedConnection,
} from '../../../electron/contract/azure-create-lines.ts';
import {
  createLineTexts,
  lineLanguageTexts,
} from '../../../electron/contract/messages/texts/azure-create.ts';
import { CopyButton } from '../../components/copy-button.tsx';

const useStyles = makeStyles({
  button: {
    paddingInline: tokens.spacingHorizontalS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  bar: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  lines: {
    margin: '0',
    padding: tokens.spacingVerticalM,
    maxHeight: '240px',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontVariantLigatures: 'none',
    overflowWrap: 'normal',
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

export function CreateLines({ plan }: { readonly plan: PlannedConnection }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [language, setLanguage] = useState<LineLanguage>('az');
  const panelId = useId();
  const lines = createLines(plan, language);
  return (
    <div>
      <Button
        appearance="transparent"
        className={styles.button}
        iconPosition="after"
        icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {createLineTexts.title}
      </Button>
      {isOpen && (
        <div className={styles.panel}>
          <Caption1 className={styles.hint}>{createLineTexts.hint}</Caption1>
          <div className={styles.bar}>
            <TabList
              size="small"
              aria-label={createLineTexts.languages}
              selectedValue={language}
              onTabSelect={(_event, { value }) =>
                setLanguage(lineLanguages.find((one) => one === value) ?? 'az')
              }
            >
              {lineLanguages.map((one) => (
                <Tab key={one} value={one} aria-controls={panelId}>
                  {lineLanguageTexts[one]}
                </Tab>
              ))}
            </TabList>
            <CopyButton text={lines} what={createLineTexts.what} />
          </div>
          {/* Long lines scroll, which needs the focus to be possible with the keyboard. */}
          <pre
            id={panelId}
            role="tabpanel"
            aria-label={lineLanguageTexts[language]}
            tabIndex={0}
            className={styles.lines}
          >
            {lines}
          </pre>
        </div>
      )}
    </div>
  );
}
