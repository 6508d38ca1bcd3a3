/**
 * Answers `portable.export`. Owns that one export is made at a time: each takes 128 MiB for the moment in which its key is
 * derived.
 */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { asked, type HostCallsPorts } from '../call-context.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { exportConnections } from './export-connections.ts';

export type ExportDeskPorts = Pick<HostCallsPorts, 'options' | 'clock' | 'store' | 'info'>;

export class ExportDesk {
  readonly #ports: ExportDeskPorts;
  readonly #few = new FewAtOnce({ running: 1, waiting: 8 });

  constructor(ports: ExportDeskPorts) {
    this.#ports = ports;
  }

  async export({ passphrase, by }: CallInput<'portable.export'>): Promise<CallOutput<'portable.export'>> {
    const { options, clock, store, info } = this.#ports;
    const { machine, version } = info();
    const forget = options.secrets.add(passphrase ?? '');
    try {
      const ports = { store, secretBox: options.secretBox, machine, version, now: () => clock.now() };
      const work = (): ReturnType<typeof exportConnections> => exportConnections(ports, passphrase, by);
      const made = await this.#few.run(new AbortController().signal, work);
      const withKeys = passphrase !== null;
      options.log.info('connections exported', { connections: made.connections, withKeys, ...asked(by) });
      return made;
    } finally {
      forget();
    }
  }
}
