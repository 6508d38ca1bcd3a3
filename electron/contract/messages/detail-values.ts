/** Values of the table of details, as words (product F1, F2). Made from the view alone, which never holds a key. Pure. */
import type { HostInfo } from '../api.ts';
import type { KeySlot } from '../connection.ts';
import type { ConnectionView } from '../connection-view.ts';
import { formatBytes, formatMoment, unknownValue } from '../format.ts';
import { rulePurpose } from '../rule-purpose.ts';
import {
  detailValueTexts,
  hostAndOtherTexts,
  onlyOtherTexts,
  pathTexts,
  rulePurposeTexts,
  thisAndOtherTexts,
} from './texts/details.ts';
import { azureWordTexts, momentWordTexts } from './texts/status.ts';
import { fillCounted, fillText } from './message-text.ts';

export function statusSince({ azure }: ConnectionView, now: number): string {
  return fillText(detailValueTexts.statusSince, {
    status: azureWordTexts[azure.status],
    time: formatMoment(azure.since, now, momentWordTexts),
  });
}

export function endpointSource({ config }: ConnectionView): string {
  if (config.endpoint === null) return unknownValue;
  return config.endpoint.source === 'azure' ? detailValueTexts.fromAzure : detailValueTexts.typedHere;
}

/** Proxy that the way to Azure goes through. */
export function proxyText({ azure }: ConnectionView): string {
  return azure.via ?? (azure.status === 'connected' ? detailValueTexts.noProxy : unknownValue);
}

/** `2: this host and 1 other`. While this host isn't connected, all that Azure counts are others. */
export function listenersText({ azure, listeners }: ConnectionView): string {
  if (listeners === null) return unknownValue;
  if (listeners === 0) return detailValueTexts.noListeners;
  if (azure.status !== 'connected') return fillCounted(onlyOtherTexts, listeners);
  return listeners === 1
    ? detailValueTexts.onlyThisHost
    : fillCounted(thisAndOtherTexts, listeners - 1, { total: listeners });
}

/** `defaultListener (listen only)`: what the name of the rule says, never the value of the key; or who signs in without one. */
export function keyText({ config }: ConnectionView, slot: KeySlot): string {
  if (config.entra !== null) return fillText(detailValueTexts.entra, { name: config.entra.name });
  const keyName = slot === 'primary' ? config.keyName : (config.secondaryKeyName ?? '');
  if (keyName === '') return detailValueTexts.noRule;
  const purpose = rulePurpose(keyName);
  return purpose === 'unknown'
    ? keyName
    : fillText(detailValueTexts.keyNamed, { name: keyName, purpose: rulePurposeTexts[purpose] });
}

export function sealedText(backend: HostInfo['secretBackend']): string {
  return backend === 'safeStorage' ? detailValueTexts.keyring : detailValueTexts.keyFile;
}

/** When Azure made the Hybrid Connection; until Azure has said so, when it was added here. */
export function createdOn({ config }: ConnectionView, now: number): string {
  return momentWithPlace(config.azure?.createdOn ?? null, config.createdAt, now);
}

export function lastUpdated({ config }: ConnectionView, now: number): string {
  return momentWithPlace(config.azure?.lastUpdated ?? null, config.updatedAt, now);
}

function momentWithPlace(inAzure: string | null, here: string, now: number): string {
  const text = inAzure === null ? detailValueTexts.onThisHost : detailValueTexts.inAzure;
  return fillText(text, { time: formatMoment(Date.parse(inAzure ?? here), now, momentWordTexts) });
}

export function dataText({ bytesIn, bytesOut }: ConnectionView): string {
  return fillText(detailValueTexts.data, { toEndpoint: formatBytes(bytesIn), toApp: formatBytes(bytesOut) });
}

/** Caption of this host in the path: its name, and how many listen beside it. */
export function hostCaption({ azure, listeners }: ConnectionView, machine: string): string {
  const others = azure.status === 'connected' ? (listeners ?? 1) - 1 : 0;
  return others > 0 ? fillCounted(hostAndOtherTexts, others, { host: machine }) : machine;
}

/** Caption of the endpoint in the path. */
export function endpointCaption(endpoint: string | null): string {
  return endpoint ?? pathTexts.endpointUnknown;
}
