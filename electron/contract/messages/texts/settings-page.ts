/** English texts of the page of settings: its parts, its rows, and what their values are called. */
import { localised } from '../localised.ts';
import type { SettingName } from '../../settings.ts';

export const settingsPageTexts = localised({
  title: 'Settings',
  back: 'Back to the connections',
  sections: 'Parts of the settings',
  find: 'Find a setting',
  found: 'Settings with “{text}”',
  notFound: 'No setting is called that, and none is about it.',
  saved: 'Saved',
  managed: 'Set by your organization: {by}',
  unread: 'This host’s settings can’t be read now: {problem}.',
  none: 'None',
  withUnit: '{value} {unit}',
  range: 'A whole number from {min} to {max}. The value of before still counts.',
  notTaken: 'That can’t be. The value of before still counts.',
  addressFirst: 'First write the address of the proxy below.',
  addressInUse: 'This proxy is in use. First choose another way above.',
} as const satisfies Record<string, string>);

/** Heading, and what holds for all that is in it. */
export const settingsSectionTexts = localised({
  general: { title: 'General', lead: 'How the window looks and behaves for you. Changes apply at once.' },
  connections: {
    title: 'Connections',
    lead: 'For all connections of this host that have no limits of their own. Changes apply at once.',
  },
  network: {
    title: 'Network',
    lead: 'Changes apply at once. Open sessions keep running; new ones use the new settings.',
  },
  security: { title: 'Security', lead: 'How this host keeps keys, and who signs in to Azure.' },
  notifications: {
    title: 'Notifications',
    lead: 'What this app tells you while its window isn’t in front: one notification for each incident.',
  },
  updates: { title: 'Updates', lead: 'Newer versions are only installed when you say so.' },
  advanced: { title: 'Advanced', lead: 'For support, and for clouds other than Azure’s own.' },
  about: { title: 'About', lead: 'What this program is and what it runs on.' },
} as const satisfies Record<string, { readonly title: string; readonly lead: string }>);

interface RowText {
  readonly label: string;
  /** A sentence below it. */
  readonly about: string;
}

/** Rows of the host's settings. */
export const settingRowTexts: Readonly<Record<SettingName, RowText>> = localised({
  drainSeconds: {
    label: 'Let open sessions finish',
    about: 'How long, when a connection or the host stops. 0 closes them at once.',
  },
  dialTimeoutSeconds: {
    label: 'Endpoint answers within',
    about: 'Then an app is told that it can’t be reached. Azure lets an app wait 30 s in all.',
  },
  halfCloseMinutes: {
    label: 'Half-closed session ends after',
    about: 'One side has ended it, and nothing moves any more.',
  },
  idleMinutes: { label: 'Idle session ends after', about: 'Nothing moves in either direction. 0: never.' },
  maxSessionsPerConnection: {
    label: 'Sessions at once of one connection',
    about: 'Apps beyond that are turned away.',
  },
  maxSessions: {
    label: 'Sessions at once of all connections',
    about: 'Apps beyond that are turned away.',
  },
  kilobytesPerSecondPerConnection: {
    label: 'Bandwidth of one connection',
    about: 'Each way, for all its sessions together. 0: as fast as it goes.',
  },
  kilobytesPerSecond: {
    label: 'Bandwidth of all connections',
    about: 'Each way, for all sessions together. 0: as fast as it goes.',
  },
  endpointCheckMinutes: {
    label: 'Check endpoints every',
    about: 'Opens and closes one TCP connection; sends no data. 0: never between sessions.',
  },
  proxyMode: { label: 'Proxy', about: 'How this host reaches Azure.' },
  proxyUrl: {
    label: 'Proxy address',
    about: 'Such as http://proxy.contoso.com:8080, with user@ in front of the host where it wants a sign-in.',
  },
  proxyBypass: {
    label: 'Don’t use it for',
    about: 'Host names, *.domains or address ranges, separated by commas.',
  },
  extraCaFile: {
    label: 'Also trust certificates from a file',
    about: 'For proxies that inspect TLS: path of a PEM file on the host. Counts from the host’s next start.',
  },
  httpAddress: {
    label: 'Monitoring address',
    about:
      'Where the host answers Prometheus and health probes, such as 127.0.0.1:9464. Empty: nowhere. Counts from the host’s next start.',
  },
  azureCloud: { label: 'Azure cloud', about: 'Where signing in, subscriptions and namespaces are.' },
  azureClientId: {
    label: 'App to sign in with',
    about: 'Client id of an app registration of yours. Empty: the public one of the Azure CLI.',
  },
  azureTenant: {
    label: 'Tenant to sign in to',
    about: 'Its id or a domain of it. Empty: any organization’s.',
  },
  azureAuthority: {
    label: 'Sign-in of a custom cloud',
    about: 'Such as https://login.example.net.',
  },
  azureArm: {
    label: 'Resource Manager of a custom cloud',
    about: 'Such as https://management.example.net.',
  },
  azureRelaySuffix: {
    label: 'Relay suffix of a custom cloud',
    about: 'What hosts of namespaces end in, such as servicebus.example.net.',
  },
  updateMode: {
    label: 'Look for newer versions',
    about: 'Once a day. Nothing is installed by itself.',
  },
  updateChannel: {
    label: 'Versions',
    about: 'Preview: releases before they are stable, too.',
  },
  updateFeed: {
    label: 'Feed of your organization',
    about: 'Folder with a feed of your own, such as https://updates.example.net/hcm/. Empty: the project’s.',
  },
  logLevel: { label: 'The log keeps', about: 'Counts from the host’s next start.' },
});

/** What a text has to look like that wasn't taken. */
export const settingProblemTexts: Readonly<Partial<Record<SettingName, string>>> = localised({
  proxyUrl: 'Write it as http://host:port or https://host:port, without the password.',
  proxyBypass: 'Write host names, *.domains or address ranges, separated by commas.',
  httpAddress: 'Write an address of this computer alone and a port, such as 127.0.0.1:9464.',
  azureClientId: 'Write it as a GUID.',
  azureTenant: 'Write a GUID or a domain.',
  azureAuthority: 'Write it as https://host, with nothing behind it.',
  azureArm: 'Write it as https://host, with nothing behind it.',
  azureRelaySuffix: 'Write the end of a host name.',
  updateFeed: 'Write it as https://host/folder/.',
});

/** Values to choose from. */
export const settingChoiceTexts = localised({
  proxyMode: {
    system: 'Use this computer’s proxy settings',
    none: 'Connect directly',
    manual: 'Use the proxy below',
  },
  azureCloud: {
    public: 'Azure',
    china: 'Azure in China (21Vianet)',
    usGovernment: 'Azure US Government',
    custom: 'Custom cloud',
  },
  updateMode: { notify: 'Yes, and tell me', off: 'No' },
  updateChannel: { stable: 'Stable', preview: 'Preview' },
  logLevel: {
    debug: 'Everything (debug)',
    info: 'What happens (info)',
    warn: 'Warnings and errors',
    error: 'Errors alone',
  },
} as const satisfies Partial<Record<SettingName, Readonly<Record<string, string>>>>);

/** Rows of the app itself, and of facts. */
export const ownRowTexts = localised({
  theme: { label: 'Appearance', about: 'Light or dark.' },
  language: { label: 'Language', about: 'Of window, tray and notifications.' },
  density: { label: 'Rows of the list', about: 'Compact shows more of them at once.' },
  atLogin: {
    label: 'Start when I sign in',
    about: 'Connections that run in this app are up without anybody opening it.',
  },
  hidden: { label: 'Start without the window', about: 'It’s in the tray then.' },
  closing: { label: 'Closing the window', about: 'What the × does.' },
  password: {
    label: 'Password of the proxy',
    about: 'For the user in its address. It’s kept sealed and never shown.',
  },
  proxyTest: { label: 'Try it', about: 'Reaches the namespace of a connection as sessions do.' },
  keys: { label: 'Keys', about: 'How the keys of connections are kept on this host.' },
  tls: { label: 'Lowest TLS version', about: 'Towards Azure and towards proxies. It can’t be lowered.' },
  telemetry: {
    label: 'Telemetry',
    about: 'Data goes to Azure and your endpoints alone; the feed of newer versions is only read.',
  },
  notify: { label: 'Show notifications', about: 'When something needs you, and when it works again.' },
  afterMinutes: {
    label: 'When a connection is down for',
    about: 'Shorter interruptions mend themselves. 0: at once.',
  },
  recovered: { label: 'When it works again', about: 'Only after you were told that it was down.' },
  newVersion: { label: 'When there is a newer version', about: 'Once for each.' },
  quiet: { label: 'Quiet hours', about: 'None between these times, perhaps over midnight.' },
  tryNotification: { label: 'Try one', about: 'Shows a notification now.' },
  dataFolder: { label: 'Data folder', about: 'Settings, connections and logs of this app.' },
} as const satisfies Record<string, RowText>);

export const ownChoiceTexts = localised({
  theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: { normal: 'Normal', compact: 'Compact' },
  closing: { stay: 'Connections go on', quit: 'Quit the app' },
  language: { system: 'As the system' },
} as const satisfies Record<string, Readonly<Record<string, string>>>);

export const ownValueTexts = localised({
  noLogin: 'Not possible here: the app isn’t installed, or this system has no such thing.',
  safeStorage: 'Sealed by this computer’s keychain',
  keyFile: 'Sealed with a key file that only the host’s account can read',
  tls: 'TLS 1.2',
  telemetry: 'None',
  stored: 'Stored',
  notStored: 'None',
  newPassword: 'New password',
  forget: 'Forget',
  keep: 'Keep',
  test: 'Test proxy',
  testing: 'Testing…',
  noNamespace: 'Add a connection first: its namespace is what can be tried.',
  reached: 'Reached {host} in {duration}, without a proxy',
  reachedBy: 'Reached {host} through {proxy} in {duration}',
  from: 'From',
  to: 'To',
  show: 'Show one',
  shown: 'Shown. If you don’t see it, this system keeps it back.',
  notShown: 'This system shows no notifications of apps.',
  openFolder: 'Open',
  minutes: 'min',
} as const satisfies Record<string, string>);

/** Headings inside a part. */
export const settingsGroupTexts = localised({
  window: 'Window',
  start: 'Start and end',
  sessions: 'Sessions',
  limits: 'Limits',
  proxy: 'Proxy',
  trust: 'Trust and monitoring',
  host: 'This host',
  signIn: 'Signing in with Azure',
  down: 'Connections',
  more: 'More',
  log: 'Log and data',
  cloud: 'Azure cloud',
} as const satisfies Record<string, string>);
