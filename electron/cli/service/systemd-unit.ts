/**
 * The systemd unit of the host. Pure text; held by `systemd-analyze verify` and `systemd-analyze security` in a test.
 */
import { adminFolder, viewerFolder } from '../../engine/control/find-host.ts';
import {
  displayName,
  linuxAdminGroup,
  linuxUser,
  linuxViewerGroup,
  ownMarker,
  stopTimeoutSeconds,
  systemdUnitName,
} from './service-names.ts';

export interface SystemdUnitOptions {
  /** The words that start `hcm`; the first one is an absolute path. */
  readonly program: readonly string[];
  /** A folder for those who may only look, too. */
  readonly viewers: boolean;
}

export const linuxDataFolder = '/var/lib/hcm';

/** The unit that `hcm service install` writes. */
export function systemdUnit(options: SystemdUnitOptions): string {
  return unitText(options, `${ownMarker}. The next install writes it again`);
}

/** The same unit, as a package of the system brings it: `hcm service install` writes one that goes before it. */
export function packagedSystemdUnit(program: string): string {
  return unitText(
    { program: [program], viewers: false },
    'Part of the package. The next version writes it again',
  );
}

function unitText({ program, viewers }: SystemdUnitOptions, origin: string): string {
  const folders = ['--admin-folder', adminFolder, ...(viewers ? ['--viewer-folder', viewerFolder] : [])];
  return `# ${origin}: put changes beside it with
# "systemctl edit ${systemdUnitName}".
[Unit]
Description=${displayName}
Wants=network-online.target
After=network-online.target nss-lookup.target
# It tries again for ever: it may be the only way into this network.
StartLimitIntervalSec=0

[Service]
Type=notify
# Node has no datagram sockets of Unix: systemd-notify speaks for the host, as its child.
NotifyAccess=all
${viewers ? viewerStart : ''}ExecStart=${systemdCommandLine([...program, 'run', '--log-format', 'json', ...folders])}
ExecReload=/bin/kill -HUP $MAINPID
User=${linuxUser}
# Its own group, so that what it makes for those who may control it is theirs: PrivateUsers knows no other one.
Group=${linuxAdminGroup}
RuntimeDirectory=hcm
RuntimeDirectoryMode=0750
StateDirectory=hcm
StateDirectoryMode=0700
Environment=HCM_HOME=${linuxDataFolder}
# HTTPS_PROXY, NO_PROXY and HCM_EXTRA_CA_CERTS can stand there, one NAME=VALUE a line.
EnvironmentFile=-/etc/hcm/environment
Restart=on-failure
RestartSec=5
# Wrong use: starting again changes nothing.
RestartPreventExitStatus=2
TimeoutStartSec=120
# Open sessions may finish; a host whose drainSeconds is longer asks for more time itself.
TimeoutStopSec=${stopTimeoutSeconds}
WatchdogSec=60
KillMode=mixed
LimitNOFILE=65536
UMask=0077

NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
${viewers ? `ReadWritePaths=-${viewerFolder}\n` : ''}ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RemoveIPC=yes
LockPersonality=yes
KeyringMode=private
# AF_NETLINK: the host looks at this computer's addresses to notice another network.
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
# MemoryDenyWriteExecute stays off: Node makes machine code while it runs.

[Install]
WantedBy=multi-user.target
`;
}

/** As root: the group reaches what is made in the folder by its setgid bit, without the host being in that group. */
const viewerStart = `ExecStartPre=+/usr/bin/install -d -m 2750 -o ${linuxUser} -g ${linuxViewerGroup} ${viewerFolder}
`;

/** A command line as systemd reads it: no blank divides a word, and no % or $ means anything. */
export function systemdCommandLine([program = '', ...args]: readonly string[]): string {
  // Of the program's own path systemd takes a $ as it is.
  return [program, ...args.map((word) => word.replace(/\$/g, '$$$$'))].map(quote).join(' ');
}

function quote(word: string): string {
  const escaped = word.replace(/%/g, '%%');
  if (/^[\w@%+=:,./$-]+$/.test(escaped)) return escaped;
  return `"${escaped.replace(/[\\"]/g, '\\$&')}"`;
}
