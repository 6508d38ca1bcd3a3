/** Lines that mend something in Azure, in three languages, copied with one press. */
import { Button, Caption1, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import {
  mendLines,
  mendTools,
  type MendTarget,
  type MendTool,
  type MendTopic,
} from '../../../electron/contract/azure-mend-lines.ts';
import {
  mendHintTexts,
  mendLineTexts,
  mendToolTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { useConnectionActions } from '../connection-actions.ts';

export interface MendLinesProps {
  readonly topic: MendTopic;
  readonly target: MendTarget;
}

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  tabs: { flexGrow: 1, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  lines: {
    margin: 0,
    padding: tokens.spacingVerticalS,
    maxHeight: '144px',
    overflowY: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontVariantLigatures: 'none',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

export function MendLines({ topic, target }: MendLinesProps) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const panelId = useId();
  const [tool, setTool] = useState<MendTool>('az');
  const lines = mendLines(topic, target)[tool];
  const hint = mendHintTexts[topic];
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={mendLineTexts.label}
          selectedValue={tool}
          onTabSelect={(_event, { value }) => setTool(mendTools.find((one) => one === value) ?? 'az')}
        >
          {mendTools.map((one) => (
            <Tab key={one} value={one} aria-controls={panelId}>
              {mendToolTexts[one]}
            </Tab>
          ))}
        </TabList>
        <Button size="small" icon={<Copy16Regular />} onClick={() => actions.copy(lines)}>
          {mendLineTexts.copy}
        </Button>
      </div>
      {/* It scrolls, so it must be reached by keys. */}
      <pre
        id={panelId}
        role="tabpanel"
        tabIndex={0}
        aria-label={mendToolTexts[tool]}
        className={styles.lines}
      >
        {lines}
      </pre>
      {hint !== undefined && <Caption1 className={styles.hint}>{hint}</Caption1>}
    </div>
  );
}
