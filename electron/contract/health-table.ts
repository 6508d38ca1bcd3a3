/**
 * What is wrong on a host, as items with stable codes: for whoever watches many connections at once (window, tray,
 * notifications, monitoring). One table says how bad each is, how long it may last before it shows, and what hides it:
 * a blip is no alarm, and a root cause hides its children. Texts are in `messages/texts/health.ts`.
 */

/** `high`: apps don't get through, or soon won't. `medium`: something is lost or weakened. `low`: worth knowing. `info`: nothing is wrong. */
export type HealthSeverity = 'high' | 'medium' | 'low' | 'info';

export interface HealthEntry {
  readonly severity: HealthSeverity;
  /** While one of these is there for the same host, relay or connection, this one is not shown. */
  readonly dependsOn: readonly HealthCode[];
  /** How long it must have lasted before it shows, milliseconds. */
  readonly visibleAfterMs: number;
  /** Apps can't reach their endpoints because of it. */
  readonly impactsConnectivity: boolean;
}

export const healthCodes = [
  'HCM8001',
  'HCM8002',
  'HCM8003',
  'HCM8010',
  'HCM8011',
  'HCM8012',
  'HCM8013',
  'HCM8014',
  'HCM8015',
  'HCM8016',
  'HCM8017',
  'HCM8018',
  'HCM8019',
  'HCM8020',
  'HCM8021',
  'HCM8022',
  'HCM8023',
  'HCM8024',
  'HCM8025',
  'HCM8026',
  'HCM8027',
  'HCM8028',
  'HCM8029',
] as const;

export type HealthCode = (typeof healthCodes)[number];

const network = 'HCM8001';
const relay = 'HCM8002';
const clock = 'HCM8003';
const hosts = [network, relay, clock] as const;

export const healthTable: Readonly<Record<HealthCode, HealthEntry>> = {
  // No network. The first probe comes after 2 s: what two of them can't mend is no blip.
  HCM8001: { severity: 'high', dependsOn: [], visibleAfterMs: 5_000, impactsConnectivity: true },
  // A relay host can't be reached. Longer than a network needs to be told from it, and two probes at least.
  HCM8002: { severity: 'high', dependsOn: [network], visibleAfterMs: 8_000, impactsConnectivity: true },
  // This host's clock is off: no retry helps, a person does.
  HCM8003: { severity: 'high', dependsOn: [network], visibleAfterMs: 1_000, impactsConnectivity: true },
  // A connection isn't connected. Its retries take up to a minute; half of it is six of them at the most.
  HCM8010: { severity: 'medium', dependsOn: hosts, visibleAfterMs: 30_000, impactsConnectivity: true },
  // Azure refuses every key of a connection.
  HCM8011: { severity: 'high', dependsOn: hosts, visibleAfterMs: 1_000, impactsConnectivity: true },
  // Azure refused one of two keys; the other one works.
  HCM8012: { severity: 'medium', dependsOn: ['HCM8011'], visibleAfterMs: 1_000, impactsConnectivity: false },
  // A connection isn't in Azure any more.
  HCM8013: { severity: 'high', dependsOn: hosts, visibleAfterMs: 1_000, impactsConnectivity: true },
  // A connection can't start here: no key, no endpoint, not allowed.
  HCM8014: { severity: 'high', dependsOn: hosts, visibleAfterMs: 1_000, impactsConnectivity: true },
  // The endpoint is unreachable. Checks follow after 5 and 10 s, so three in a row have failed, and most restarts of a
  // service are over by then.
  HCM8015: { severity: 'high', dependsOn: [network], visibleAfterMs: 30_000, impactsConnectivity: true },
  // Azure names another endpoint; a person has to say yes.
  HCM8016: { severity: 'low', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // A limit turned senders away or ended sessions within the last hour.
  HCM8017: { severity: 'medium', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // Azure counts no listener although the channel is open. It is asked every 3 min (± 10 %); a new channel takes over within
  // seconds of the first low count, so only the next look tells whether that helped.
  HCM8018: { severity: 'medium', dependsOn: hosts, visibleAfterMs: 210_000, impactsConnectivity: true },
  // An attempt to connect takes longer than any may: the supervision itself is stuck.
  HCM8019: { severity: 'high', dependsOn: [], visibleAfterMs: 150_000, impactsConnectivity: true },
  // File descriptors have run out within the last 5 minutes.
  HCM8020: { severity: 'high', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: true },
  // A file couldn't be written: disk full, no permission.
  HCM8021: { severity: 'high', dependsOn: ['HCM8022'], visibleAfterMs: 0, impactsConnectivity: false },
  // A file of a newer version, or one that may not be read: nothing can be changed.
  HCM8022: { severity: 'medium', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // A damaged file was set aside since the host started.
  HCM8023: { severity: 'medium', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // Lines of a log are being lost. The sink tries again every 30 s.
  HCM8024: { severity: 'medium', dependsOn: ['HCM8021'], visibleAfterMs: 5_000, impactsConnectivity: false },
  // A value in the settings is outside its limits; the default counts.
  HCM8025: { severity: 'low', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // A bug ended a session within the last hour.
  HCM8026: { severity: 'medium', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // An open channel's token of Entra can't be renewed. Tried from three quarters of its life on, each minute: three in a row.
  HCM8027: { severity: 'high', dependsOn: hosts, visibleAfterMs: 120_000, impactsConnectivity: false },
  // The organization's policy, or a part of it, doesn't count: what it forbids may be allowed here.
  HCM8028: { severity: 'medium', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
  // A newer version is there. Nothing is wrong.
  HCM8029: { severity: 'info', dependsOn: [], visibleAfterMs: 0, impactsConnectivity: false },
};
