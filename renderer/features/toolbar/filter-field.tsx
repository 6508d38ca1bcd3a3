/** The filter of the table. Esc empties it; once it is empty, Esc goes back to the table (design §7). */
import { makeStyles, SearchBox, Tooltip } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { enToolbar } from '../../../electron/contract/messages/en-toolbar.ts';
import { focusRegion } from '../../components/focus-region.ts';
import { withShortcut } from '../../components/shortcuts.ts';
import { useServices, useShell, useUi } from '../../services.tsx';

/** How the window's keys find the field. */
export const filterFieldId = 'connections-filter';

const useStyles = makeStyles({
  field: { width: '220px', minWidth: '96px', flexShrink: 1 },
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
    <Tooltip relationship="description" content={withShortcut(enToolbar.filter, 'filter', platform)}>
      <SearchBox
        id={filterFieldId}
        className={styles.field}
        aria-label={enToolbar.filter}
        placeholder={isShort ? enToolbar.filterShort : enToolbar.filter}
        value={filter}
        onChange={(_event, { value }) => ui.setFilter(value)}
        onKeyDown={onKeyDown}
      />
    </Tooltip>
  );
}
