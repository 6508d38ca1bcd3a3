/** Values of the table of details, as words (product F1, F2). Made from the view alone, which never holds a key. Pure. */
import type { HostInfo } from '../api.ts';
import type { KeySlot } from '../connection.ts';
import type { ConnectionView } from '../connection-view.ts';
import { formatBytes, formatMoment, unknownValue } from '../format.ts';
import { rulePurpose } from '../rule-purpose.ts';
import {
  enDetailValues,
  enHostAndOthers,
  enOnlyOthers,
  enPath,
  enRulePurposes,
  enThisAndOthers,
} from './en-details.ts';
import { enAzureWords, enMomentWords } from './en-status.ts';
import { fillCounted, fillText } from './message-text.ts';

export function statusSince({ azure }: ConnectionView, now: number): string {
  return fillText(enDetailValues.statusSince, {
    status: enAzureWords[azure.status],
    time: formatMoment(azure.since, now, enMomentWords),
  });
}

export function endpointSource({ config }: ConnectionView): string {
  if (config.endpoint === null) return unknownValue;
  return config.endpoint.source === 'azure' ? enDetailValues.fromAzure : enDetailValues.typedHere;
}

/** Proxy that the way to Azure goes through. */
export function proxyText({ azure }: ConnectionView): string {
  return azure.via ?? (azure.status === 'connected' ? enDetailValues.noProxy : unknownValue);
}

/** `2: this host and 1 other`. While this host isn't connected, all that Azure counts are others. */
export function listenersText({ azure, listeners }: ConnectionView): string {
  if (listeners === null) return unknownValue;
  if (listeners === 0) return enDetailValues.noListeners;
  if (azure.status !== 'connected') return fillCounted(enOnlyOthers, listeners);
  return listeners === 1
    ? enDetailValues.onlyThisHost
    : fillCounted(enThisAndOthers, listeners - 1, { total: listeners });
}

/** `defaultListener (listen only)`: what the name of the rule says, never the value of the key; or who signs in without one. */
export function keyText({ config }: ConnectionView, slot: KeySlot): string {
  if (config.entra !== null) return fillText(enDetailValues.entra, { name: config.entra.name });
  const keyName = slot === 'primary' ? config.keyName : (config.secondaryKeyName ?? '');
  if (keyName === '') return enDetailValues.noRule;
  const purpose = rulePurpose(keyName);
  return purpose === 'unknown'
    ? keyName
    : fillText(enDetailValues.keyNamed, { name: keyName, purpose: enRulePurposes[purpose] });
}

export function sealedText(backend: HostInfo['secretBackend']): string {
  return backend === 'safeStorage' ? enDetailValues.keyring : enDetailValues.keyFile;
}

/** When Azure made the Hybrid Connection; until Azure has said so, when it was added here. */
export function createdOn({ config }: ConnectionView, now: number): string {
  return momentWithPlace(config.azure?.createdOn ?? null, config.createdAt, now);
}

export function lastUpdated({ config }: ConnectionView, now: number): string {
  return momentWithPlace(config.azure?.lastUpdated ?? null, config.updatedAt, now);
}

function momentWithPlace(inAzure: string | null, here: string, now: number): string {
  const text = inAzure === null ? enDetailValues.onThisHost : enDetailValues.inAzure;
  return fillText(text, { time: formatMoment(Date.parse(inAzure ?? here), now, enMomentWords) });
}

export function dataText({ bytesIn, bytesOut }: ConnectionView): string {
  return fillText(enDetailValues.data, { toEndpoint: formatBytes(bytesIn), toApp: formatBytes(bytesOut) });
}

/** Caption of this host in the path: its name, and how many listen beside it. */
export function hostCaption({ azure, listeners }: ConnectionView, machine: string): string {
  const others = azure.status === 'connected' ? (listeners ?? 1) - 1 : 0;
  return others > 0 ? fillCounted(enHostAndOthers, others, { host: machine }) : machine;
}

/** Caption of the endpoint in the path. */
export function endpointCaption(endpoint: string | null): string {
  return endpoint ?? enPath.endpointUnknown;
}
