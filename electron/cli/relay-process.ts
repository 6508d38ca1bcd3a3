/**
 * The work of `hcm relay`: starts the local relay, tells where it is, and takes faults until it is asked to end. Apart
 * from the command, because making certificates loads a lot that no other command needs.
 */
import { mkdir } from 'node:fs/promises';
import { cliSentenceTexts } from '../contract/messages/texts/cli.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { loadOrCreateCertificates } from '../local-relay/certificates.ts';
import { LocalRelay } from '../local-relay/server.ts';
import type { CliIo } from './cli-io.ts';
import { answerFaultLines } from './fault-lines.ts';
import { printError } from './print-error.ts';
import { loadRelayEntities, type WantedEntity } from './relay-entities.ts';
import { renderJsonLine } from './render/json.ts';
import { listenForStop } from './stop-signal.ts';

export interface RelayProcessOptions {
  /** Keys, certificates and Hybrid Connections are kept here. */
  readonly folder: string;
  readonly port: number;
  readonly wanted: readonly WantedEntity[];
  readonly json: boolean;
  /** With `json`: every event as a line. */
  readonly events: boolean;
  /** Read faults from standard input. */
  readonly faults: boolean;
}

export async function runRelay(io: CliIo, options: RelayProcessOptions): Promise<void> {
  const { folder, port, wanted, json, events, faults } = options;
  const stop = listenForStop(io);
  try {
    const certificates = await loadOrCreateCertificates(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const entities = await loadRelayEntities(folder, wanted, (problem) => printError(io.errors, problem));
    const relay = new LocalRelay({ certificates, port, entities });
    await relay.listen();
    try {
      printReady(io, relay, certificates.caFile, wanted, json);
      if (json && events) relay.subscribe((event) => io.output.write(renderJsonLine({ event })));
      if (faults) await Promise.race([stop.asked, answerFaultLines(io, relay).then(() => stop.asked)]);
      else await stop.asked;
    } finally {
      await relay.close();
    }
  } finally {
    stop.dispose();
    // An open standard input would keep the process alive.
    if (faults) io.input.stream.destroy();
  }
}

/** Connection strings are what this command is for: this is the one place that prints them. */
function printReady(
  io: CliIo,
  relay: LocalRelay,
  caFile: string,
  wanted: readonly WantedEntity[],
  json: boolean,
): void {
  const entities = wanted.map(({ name, endpoint }) => ({
    name,
    endpoint,
    gatewayConnectionString: relay.gatewayConnectionString(name),
    sendConnectionString: relay.sendConnectionString(name),
  }));
  if (json) {
    io.output.write(renderJsonLine({ url: relay.url, caFile, entities }));
    return;
  }
  const say = cliSentenceTexts;
  const lines = [
    ...(io.isQuiet ? [] : [fillText(say.relayReady, { url: relay.url })]),
    fillText(say.relayCaFile, { file: caFile }),
  ];
  for (const { name, endpoint, gatewayConnectionString, sendConnectionString } of entities) {
    lines.push(
      endpoint === null
        ? fillText(say.relayEntityWithout, { name })
        : fillText(say.relayEntity, { name, endpoint }),
      `  ${fillText(say.relayGateway, { text: gatewayConnectionString })}`,
      `  ${fillText(say.relaySend, { text: sendConnectionString })}`,
    );
  }
  io.output.write(`${lines.join('\n')}\n`);
}
