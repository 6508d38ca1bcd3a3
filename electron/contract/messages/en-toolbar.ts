/** English texts of the toolbar and its menus (design §6). */
import type { ColumnName } from '../preferences.ts';
import type { CountedText } from './message-text.ts';

export const enToolbar = {
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
  groups: 'Filter by state',
  allGroups: 'All',
  group: '{word} ({count})',
} as const satisfies Record<string, string>;

export const enSelected: CountedText = { one: '{count} selected', other: '{count} selected' };

export const enDensity = {
  normal: 'Normal',
  compact: 'Compact',
} as const satisfies Record<string, string>;

export const enColumnNames: Readonly<Record<ColumnName, string>> = {
  name: 'Name',
  status: 'Status',
  namespace: 'Namespace',
  endpoint: 'Endpoint',
  endpointStatus: 'Endpoint status',
  sessions: 'Sessions',
  traffic: 'Traffic',
};

/** Why a button does nothing now. */
export const enWhyDisabled = {
  nothingSelected: 'Select a connection first',
  noneToRestart: 'None of the selected connections can restart now',
  refreshing: 'Refreshing',
} as const satisfies Record<string, string>;
