/** English texts of the toolbar and its menus (design §6). */
import { localised } from '../localised.ts';
import type { ColumnName } from '../../default-preferences.ts';
import type { CountedText } from '../message-text.ts';

export const toolbarTexts = localised({
  label: 'Connections',
  configure: 'Configure another Hybrid Connection',
  /** In place of the long label where there is little room. */
  add: 'Add',
  moreWaysToAdd: 'More ways to add',
  enterManually: 'Enter Manually…',
  import: 'Import…',
  createInAzure: 'Create in Azure…',
  tryLocalRelay: 'Try it with the local relay',
  accounts: 'Azure accounts…',
  more: 'More',
  viewLogs: 'View Logs',
  density: 'Density',
  columns: 'Columns',
  filter: 'Filter connections',
  /** In place of the long one where there is little room. */
  filterShort: 'Filter',
  /** Of the cross in a search field. */
  clearField: 'Clear',
  groups: 'Filter by state',
  allGroups: 'All',
  group: '{word} ({count})',
} as const satisfies Record<string, string>);

export const selectedTexts: CountedText = localised({ one: '{count} selected', other: '{count} selected' });

export const densityTexts = localised({
  normal: 'Normal',
  compact: 'Compact',
} as const satisfies Record<string, string>);

export const columnNameTexts: Readonly<Record<ColumnName, string>> = localised({
  name: 'Name',
  status: 'Status',
  namespace: 'Namespace',
  endpoint: 'Endpoint',
  endpointStatus: 'Endpoint status',
  sessions: 'Sessions',
  traffic: 'Traffic',
});

/** Why a button does nothing now. */
export const whyDisabledTexts = localised({
  nothingSelected: 'Select a connection first',
  noneToStart: 'None of the selected connections is stopped',
  noneToStop: 'None of the selected connections can be stopped now',
  noneToRestart: 'None of the selected connections can restart now',
  refreshing: 'Refreshing',
} as const satisfies Record<string, string>);
