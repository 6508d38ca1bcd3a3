/**
 * The host as its viewers have it: they see all that there is to see, and change nothing.
 *
 * Invariant: what `mayCall` doesn't allow never reaches the host, whatever comes with it; events pass, as they are reads.
 */
import type { CallInput, CallName, CallOutput, Host } from '../../contract/api.ts';
import { mayCall } from '../../contract/access.ts';
import { HcmError } from '../../contract/errors.ts';

export function viewerHost(host: Host): Host {
  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      if (!mayCall('viewer', name)) throw new HcmError('HCM5008', { call: name });
      const output = await host.call(name, input);
      return name === 'host.info' ? { ...output, role: 'viewer' } : output;
    },
    subscribe: (listener) => host.subscribe(listener),
  };
}
