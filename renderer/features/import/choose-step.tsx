/** The first step: a file by dialog, by drop, or its text from the clipboard; and where the old managers keep theirs. */
import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpload24Regular } from '@fluentui/react-icons';
import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import { BreakableText } from '../../components/breakable-text.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { belowNarrow, forcedColors } from '../../theme/media.ts';
import type { ImportActions } from './use-import.ts';

export interface ChooseStepProps {
  readonly busy: boolean;
  readonly actions: Pick<ImportActions, 'choose' | 'read'>;
}

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    [forcedColors]: { border: '1px dashed CanvasText' },
  },
  over: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    [forcedColors]: { border: '2px dashed Highlight' },
  },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  places: { margin: '0', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  place: {
    display: 'grid',
    gridTemplateColumns: '264px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    [belowNarrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  where: { margin: '0', display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  centred: { textAlign: 'center' },
});

const places = [
  {
    name: 'oldManager',
    file: 'oldManagerFile',
    folder: 'oldManagerFolder',
  },
  {
    name: 'rewrite',
    file: 'rewriteFile',
    folder: 'rewriteFolder',
  },
] as const;

export function ChooseStep({ busy, actions }: ChooseStepProps) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);

  /** A file counts more than its name as text, which comes along. */
  function take({ files, text }: { readonly files: FileList; readonly text: string }): void {
    const file = files.item(0);
    if (busy) return;
    if (file !== null) actions.read(file.name, file);
    else if (text.trim() !== '') actions.read(importDialogTexts.pasted, new Blob([text]));
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take({ files: event.dataTransfer.files, text: event.dataTransfer.getData('text') });
  }

  function paste(event: ClipboardEvent): void {
    event.preventDefault();
    take({ files: event.clipboardData.files, text: event.clipboardData.getData('text') });
  }

  return (
    <div className={styles.step}>
      {/* A mouse's way beside the button, which keys reach. */}
      <div
        className={mergeClasses(styles.zone, isOver && styles.over)}
        data-drop-zone=""
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={paste}
      >
        <ArrowUpload24Regular aria-hidden />
        <Body1 className={styles.centred}>{importDialogTexts.drop}</Body1>
        <BusyButton
          isFirst
          busy={busy}
          label={importDialogTexts.choose}
          busyLabel={importDialogTexts.choosing}
          onClick={actions.choose}
        />
        <Caption1 className={mergeClasses(styles.quiet, styles.centred)}>
          {importDialogTexts.keysStay}
        </Caption1>
      </div>
      <div>
        <h3 className={styles.heading}>{importDialogTexts.where}</h3>
        <dl className={styles.places}>
          {places.map(({ name, file, folder }) => (
            <div key={file} className={styles.place}>
              <dt>{importDialogTexts[name]}</dt>
              <dd className={styles.where}>
                <BreakableText text={importDialogTexts[file]} />
                <Caption1 className={styles.quiet}>{importDialogTexts[folder]}</Caption1>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Caption1 className={styles.quiet}>{importDialogTexts.others}</Caption1>
    </div>
  );
}
