/**
 * A host of this account's own, beside a service that this account can't reach: before the first change, and beside a list
 * in which nothing is, a note says so. Nobody adds connections to the wrong place, or misses them there, unknowingly.
 */
import { access } from 'node:fs/promises';
import { mayCall } from '../contract/access.ts';
import type { CallInput, CallName, CallOutput, Host } from '../contract/api.ts';
import { cliControlTexts } from '../contract/messages/texts/cli-control.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { adminFolder } from '../engine/control/find-host.ts';
import type { CliIo } from './cli-io.ts';
import {
  linuxAdminGroup,
  linuxViewerGroup,
  systemdUnitFile,
  systemdUnitName,
} from './service/service-names.ts';

/** Runs of `hcm` that have said it. */
const told = new WeakSet<CliIo>();

/** @param closed the service's folders that this account may not enter */
export function noteOtherHost(
  io: CliIo,
  host: Host,
  closed: readonly string[],
  unitFile = systemdUnitFile,
): Host {
  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      if (!mayCall('viewer', name)) await note(io, closed, unitFile);
      const output = await host.call(name, input);
      if (name === 'connections.snapshot' && isEmpty(output)) await note(io, closed, unitFile);
      return output;
    },
    subscribe: (listener) => host.subscribe(listener),
  };
}

async function note(io: CliIo, closed: readonly string[], unitFile: string): Promise<void> {
  if (told.has(io)) return;
  told.add(io);
  const sentence = await noteFor(closed, unitFile);
  if (sentence !== null) io.notes.write(`${sentence}\n`);
}

function isEmpty(output: object): boolean {
  return 'connections' in output && Array.isArray(output.connections) && output.connections.length === 0;
}

async function noteFor(closed: readonly string[], unitFile: string): Promise<string | null> {
  const details = { name: systemdUnitName };
  const [folder] = closed;
  if (folder !== undefined) {
    const group = folder === adminFolder ? linuxAdminGroup : linuxViewerGroup;
    return fillText(cliControlTexts.closedService, { ...details, group });
  }
  const isInstalled = await access(unitFile).then(
    () => true,
    () => false,
  );
  return isInstalled ? fillText(cliControlTexts.silentService, details) : null;
}
