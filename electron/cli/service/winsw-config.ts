/**
 * What WinSW is told of the host: a program that Windows' service manager can't start by itself. Pure text. WinSW itself
 * comes with a release; that Windows takes all of it was never seen.
 */
import { displayName, ownMarker, stopTimeoutSeconds, windowsServiceName } from './service-names.ts';
import { windowsCommandLine } from './windows-command-line.ts';

export interface WinswOptions {
  readonly program: readonly string[];
  readonly dataFolder: string;
}

/** Rights of its own and no password; known to Windows as long as the service is there. */
export const windowsAccount = `NT SERVICE\\${windowsServiceName}`;

export function winswConfig({ program, dataFolder }: WinswOptions): string {
  const [executable = '', ...others] = program;
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- ${ownMarker}. The next install writes it again. -->
<service>
  <id>${windowsServiceName}</id>
  <name>${displayName}</name>
  <description>Lets apps in Azure reach services in this network through Azure Relay Hybrid Connections.</description>
  <executable>${xmlText(executable)}</executable>
  <arguments>${xmlText(windowsCommandLine([...others, 'run', '--log-format', 'json']))}</arguments>
  <env name="HCM_HOME" value="${xmlText(dataFolder)}" />
  <startmode>Automatic</startmode>
  <delayedAutoStart>true</delayedAutoStart>
  <depend>Tcpip</depend>
  <serviceaccount>
    <username>${windowsAccount}</username>
  </serviceaccount>
  <!-- Ctrl+C first: open sessions may finish. -->
  <stoptimeout>${stopTimeoutSeconds} sec</stoptimeout>
  <preshutdown>true</preshutdown>
  <preshutdownTimeout>${stopTimeoutSeconds + 10} sec</preshutdownTimeout>
  <!-- The last one is repeated for ever. -->
  <onfailure action="restart" delay="5 sec" />
  <onfailure action="restart" delay="30 sec" />
  <onfailure action="restart" delay="60 sec" />
  <resetfailure>1 day</resetfailure>
  <!-- The host keeps its own log, in its data folder. -->
  <log mode="none" />
</service>
`;
}

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
