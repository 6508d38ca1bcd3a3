/** The filter of the table. Esc empties it; once it is empty, Esc goes back to the table (design §7). */
import { makeStyles, SearchBox, Tooltip } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { focusRegion } from '../../components/focus-region.ts';
import { withShortcut } from '../../components/shortcuts.ts';
import { useServices, useShell, useUi } from '../../services.tsx';

/** How the window's keys find the field. */
export const filterFieldId = 'connections-filter';

const useStyles = makeStyles({
  field: {
    width: '220px',
    minWidth: '84px',
    // Before the number of selected rows does.
    flexShrink: 1000,
    '& input': { textOverflow: 'ellipsis' },
  },
});

export function FilterField({ isShort }: { readonly isShort: boolean }) {
  const styles = useStyles();
  const { ui } = useServices();
  const filter = useUi((state) => state.filter);
  const platform = useShell(({ app }) => app?.platform ?? '');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Neither the browser's own emptying nor the window's Esc, which closes the details.
    event.preventDefault();
    event.stopPropagation();
    if (filter === '') focusRegion('table');
    else ui.setFilter('');
  }

  return (
    <Tooltip relationship="description" content={withShortcut(toolbarTexts.filter, 'filter', platform)}>
      <SearchBox
        dismiss={{ 'aria-label': toolbarTexts.clearField }}
        id={filterFieldId}
        className={styles.field}
        aria-label={toolbarTexts.filter}
        placeholder={isShort ? toolbarTexts.filterShort : toolbarTexts.filter}
        value={filter}
        onChange={(_event, { value }) => ui.setFilter(value)}
        onKeyDown={onKeyDown}
      />
    </Tooltip>
  );
}
