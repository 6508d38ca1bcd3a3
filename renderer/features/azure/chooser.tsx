/** The Hybrid Connections of a subscription: search, table, and what is to be said about them. */
import {
  Body1Strong,
  Caption1,
  makeStyles,
  Radio,
  RadioGroup,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { ErrorCircle16Filled, Info16Regular } from '@fluentui/react-icons';
import { useRef, type KeyboardEvent } from 'react';
import {
  configureTexts,
  configureCountTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import { focusRow } from '../../components/grid/grid-focus.ts';
import { toneColors } from '../../theme/tones.ts';
import { BrowseNotices } from './browse-notices.tsx';
import { ChooseTable } from './choose-table.tsx';
import { RootQuestion } from './root-question.tsx';
import { RowHelp } from './row-help.tsx';
import type { Chooser } from './use-chooser.ts';
import type { Saved } from './use-save.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export interface ChooserViewProps {
  readonly chooser: Chooser;
  readonly place: ChosenPlace;
  /** What came of the last Save, as long as the dialog is still there. */
  readonly saved: Saved | null;
  readonly onRootKey: () => void;
}

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  bar: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  search: { flex: '0 1 320px', minWidth: 0 },
  count: { marginLeft: 'auto', color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  saved: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  listen: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});

export function ChooserView({ chooser, place, saved, onRootKey }: ChooserViewProps) {
  const styles = useStyles();
  const { browse, choice, rows, help, isSaving, canBeAdded } = chooser;
  const all = useRef<HTMLDivElement>(null);
  const count = browse.connections.length;
  const found = fillCounted(configureCountTexts.found, count, { can: canBeAdded });

  /** The focus goes back to the row whose help it was. */
  function backTo(id: string): void {
    const grid = all.current?.querySelector<HTMLElement>('[role=grid]');
    if (grid) focusRow(grid, id);
  }

  /** Esc empties the search before it closes the dialog. */
  function onSearchKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || chooser.search === '') return;
    event.preventDefault();
    chooser.setSearch('');
  }

  return (
    <div ref={all} className={styles.all}>
      <div className={styles.bar}>
        {count > 0 && (
          <SearchBox
            dismiss={{ 'aria-label': toolbarTexts.clearField }}
            className={styles.search}
            placeholder={configureTexts.search}
            aria-label={configureTexts.search}
            value={chooser.search}
            onKeyDown={onSearchKey}
            onChange={(_event, { value }) => chooser.setSearch(value)}
          />
        )}
        <Caption1 role="status" className={styles.count}>
          {browse.isDone && count > 0 ? found : ''}
        </Caption1>
      </div>
      {saved !== null && !isSaving && <SavedLine saved={saved} />}
      {rows.length > 0 && (
        <ChooseTable
          rows={rows}
          choice={choice}
          apps={chooser.apps}
          sort={chooser.sort}
          disabled={isSaving}
          isShort={help !== null}
          onSort={chooser.sortBy}
          onTick={chooser.tick}
          onTickAll={chooser.tickAll}
          onHelp={chooser.showHelp}
        />
      )}
      {count > 0 && rows.length === 0 && <Caption1>{configureTexts.noMatch}</Caption1>}
      <BrowseNotices state={browse} onAgain={chooser.again} />
      {chooser.rootOnly.length > 0 && (
        <RootQuestion rows={chooser.rootOnly} disabled={isSaving} onYes={onRootKey} />
      )}
      {help !== null && (
        <RowHelp
          key={help.resourceId}
          row={help}
          choice={choice}
          place={place}
          disabled={isSaving}
          onEndpoint={(endpoint) => {
            chooser.setEndpoint(help.resourceId, endpoint);
            backTo(help.resourceId);
          }}
          onAnyway={() => {
            chooser.tryAnyway(help.resourceId);
            backTo(help.resourceId);
          }}
          onClose={() => {
            chooser.showHelp(null);
            backTo(help.resourceId);
          }}
        />
      )}
      {count > 0 && <ListenWith chooser={chooser} place={place} />}
    </div>
  );
}

/** What came of Save, where that wasn't all that was wanted. */
function SavedLine({ saved }: { readonly saved: Saved }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.saved}>
      {saved.failed > 0 ? (
        <ErrorCircle16Filled aria-hidden primaryFill={toneColors.act.icon} />
      ) : (
        <Info16Regular aria-hidden primaryFill={toneColors.quiet.icon} />
      )}
      <Body1Strong>{savedText(saved)}</Body1Strong>
    </div>
  );
}

function ListenWith({ chooser, place }: Pick<ChooserViewProps, 'chooser' | 'place'>) {
  const styles = useStyles();
  const { account } = place;
  const { listenWith } = chooser.choice;
  // Its relays know no roles of Entra (relay-protocol §1.5).
  const hasKeysOnly = account.cloud === 'china';
  return (
    <div className={styles.listen}>
      {hasKeysOnly ? (
        <Caption1>{configureTexts.keysOnly}</Caption1>
      ) : (
        <>
          <Caption1 id={listenWithId}>{configureTexts.listenWith}</Caption1>
          <RadioGroup
            layout="horizontal"
            aria-labelledby={listenWithId}
            value={listenWith}
            disabled={chooser.isSaving}
            onChange={(_event, { value }) => chooser.setListenWith(value === 'entra' ? 'entra' : 'key')}
          >
            <Radio value="key" label={configureTexts.key} />
            <Radio value="entra" label={configureTexts.entra} />
          </RadioGroup>
        </>
      )}
      <Caption1 className={styles.quiet}>
        {listenWith === 'key'
          ? configureTexts.keyHint
          : fillText(configureTexts.entraHint, { name: account.name })}
      </Caption1>
    </div>
  );
}

function savedText({ added, failed, left }: Saved): string {
  const texts = [
    ...(added.length === 0 ? [] : [fillCounted(configureCountTexts.added, added.length)]),
    ...(failed === 0 ? [] : [fillCounted(configureCountTexts.notAdded, failed)]),
    ...(left === 0 ? [] : [fillCounted(configureCountTexts.left, left)]),
  ];
  return joinSentences(texts);
}

/** There is one such dialog at a time. */
const listenWithId = 'configure-listen-with';
