/** One session from an app to its endpoint, played to its end. Owns both sockets. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { ByteFlow } from './byte-flow.ts';
import type { SessionPlan } from './session-plan.ts';
import { SessionSide, type SideEnd } from './session-side.ts';
import { tagBytes, type SoakEndpoint } from './soak-endpoint.ts';

export interface SessionStage {
  readonly connection: string;
  /** Where the app connects to. */
  readonly senderPort: number;
  readonly endpoint: SoakEndpoint;
  readonly plan: SessionPlan;
  readonly nowMs: () => number;
}

export interface SessionEnd {
  readonly connection: string;
  readonly plan: SessionPlan;
  readonly fromMs: number;
  /** When the endpoint saw it; null when it never did. */
  readonly openedMs: number | null;
  readonly untilMs: number;
  readonly app: SideEnd;
  readonly endpoint: SideEnd | null;
  /** SHA-256 of what each end sent. */
  readonly sent: { readonly up: string; readonly down: string };
  /** Nothing moved for so long that it was ended from outside. */
  readonly isStuck: boolean;
}

/** Longer than everything that may hold a session up: 30 s to be accepted, 60 s for a peer that takes nothing. */
const stuckAfterMs = 180_000;
const watchEveryMs = 5_000;

export async function playSession(stage: SessionStage): Promise<SessionEnd> {
  const { plan, nowMs } = stage;
  const fromMs = nowMs();
  const keys = { up: ByteFlow.newKey(), down: ByteFlow.newKey() };
  const isEcho = plan.kind === 'echo';
  const downKey = isEcho ? keys.up : keys.down;
  const sends = { up: new ByteFlow(keys.up, plan.upBytes), down: new ByteFlow(downKey, plan.downBytes) };
  const sockets: Socket[] = [];
  let lastMoveMs = fromMs;
  let openedMs: number | null = null;
  let isStuck = false;
  const onBytes = (): void => void (lastMoveMs = nowMs());

  const tag = randomBytes(tagBytes);
  let endpointEnd: Promise<SideEnd> | undefined;
  const forget = stage.endpoint.expect(tag, (socket) => {
    openedMs = lastMoveMs = nowMs();
    sockets.push(socket);
    endpointEnd = new SessionSide({
      socket,
      send: isEcho ? null : sends.down,
      receive: new ByteFlow(keys.up, plan.upBytes),
      startSending: plan.kind === 'upload' ? 'after-end' : 'now',
      readsPerSecond: plan.endpointReadsPerSecond,
      abortAfterBytes: plan.abort?.by === 'endpoint' ? plan.abort.afterBytes : null,
      onBytes,
    }).run();
  });
  const app = connect({ host: '127.0.0.1', port: stage.senderPort, allowHalfOpen: true });
  sockets.push(app);
  app.pause();
  app.write(tag);
  const appEnd = new SessionSide({
    socket: app,
    send: sends.up,
    receive: new ByteFlow(downKey, plan.downBytes),
    startSending: plan.kind === 'download' ? 'after-end' : 'now',
    sendAfterMs: plan.idleMs,
    readsPerSecond: plan.appReadsPerSecond,
    abortAfterBytes: plan.abort?.by === 'app' ? plan.abort.afterBytes : null,
    onBytes,
  }).run();

  const watch = setInterval(() => {
    if (nowMs() - lastMoveMs < stuckAfterMs + plan.idleMs) return;
    isStuck = true;
    for (const socket of sockets) socket.destroy();
  }, watchEveryMs);
  try {
    const appSide = await appEnd;
    forget();
    const endpoint = (await endpointEnd) ?? null;
    return {
      connection: stage.connection,
      plan,
      fromMs,
      openedMs,
      untilMs: nowMs(),
      app: appSide,
      endpoint,
      sent: { up: sends.up.digest(), down: isEcho ? sends.up.digest() : sends.down.digest() },
      isStuck,
    };
  } finally {
    forget();
    clearInterval(watch);
  }
}
