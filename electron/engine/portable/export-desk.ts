/**
 * Answers `portable.export`. Owns that one export is made at a time: each takes 128 MiB for the moment in which its key is
 * derived.
 */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { toErrorData } from '../../contract/errors.ts';
import { asked, type HostCallsPorts } from '../call-context.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { exportConnections } from './export-connections.ts';
import { exportedSettings } from './exported-settings.ts';

export type ExportDeskPorts = Pick<
  HostCallsPorts,
  'options' | 'clock' | 'store' | 'settings' | 'proxyPassword' | 'info'
>;

export class ExportDesk {
  readonly #ports: ExportDeskPorts;
  readonly #few = new FewAtOnce({ running: 1, waiting: 8 });

  constructor(ports: ExportDeskPorts) {
    this.#ports = ports;
  }

  async export({ passphrase, by }: CallInput<'portable.export'>): Promise<CallOutput<'portable.export'>> {
    const { options, clock, store, settings, info } = this.#ports;
    const { machine, version } = info();
    const forget = options.secrets.add(passphrase ?? '');
    try {
      const ports = {
        ...{ store, secretBox: options.secretBox, machine, version, now: () => clock.now() },
        settings: exportedSettings(settings.settings, settings.changed),
        proxyPassword: () => this.#proxyPassword(),
      };
      const work = (): ReturnType<typeof exportConnections> => exportConnections(ports, passphrase, by);
      const made = await this.#few.run(new AbortController().signal, work);
      const withKeys = passphrase !== null;
      options.log.info('connections exported', { connections: made.connections, withKeys, ...asked(by) });
      return made;
    } finally {
      forget();
    }
  }

  /** One that can't be opened here is no reason to export nothing. */
  async #proxyPassword(): Promise<string | null> {
    const { proxyPassword, settings, options } = this.#ports;
    const { proxyUrl } = settings.settings;
    if (proxyUrl === null) return null;
    try {
      return await proxyPassword.read(proxyUrl);
    } catch (error) {
      options.log.warn('proxy password not exported', { problem: toErrorData(error) });
      return null;
    }
  }
}
