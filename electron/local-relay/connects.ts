/**
 * Senders of WebSocket sessions: from the handshake, which stays unanswered until a listener accepts or rejects, to the open
 * session (relay-protocol §3.4, §3.5, §5.1, §9.2 step 4). Owns waiting senders and open sessions.
 */
import { PendingConnect } from './pending-connect.ts';
import type { ConnectOutcome } from './pending-connect.ts';
import type { ControlChannel } from './control-channel.ts';
import type { ControlChannels } from './control-channels.ts';
import { FrameStream } from './frame-stream.ts';
import { acceptUpgrade, offeredProtocols } from './handshake.ts';
import { endpointMissingText, headerText, noListenerText, refuseWithDetails } from './refusal.ts';
import type { RefusedWith } from './refusal.ts';
import { authorize, remoteOf } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import type { Arrival } from './rendezvous-desk.ts';
import { Session } from './streams.ts';
import { peerId } from './tracking.ts';

interface Admission {
  readonly entity: string;
  readonly channel: ControlChannel;
}

interface OpenSession {
  readonly entity: string;
  readonly session: Session;
}

export class Connects {
  readonly #context: RelayContext;
  readonly #channels: ControlChannels;
  readonly #waiting = new Set<PendingConnect>();
  readonly #sessions = new Set<OpenSession>();

  constructor(context: RelayContext, channels: ControlChannels) {
    this.#context = context;
    this.#channels = channels;
  }

  connect(arrival: Arrival): void {
    const { request, target } = arrival;
    const { pending, events, limits } = this.#context;
    const id = peerId(target.id);
    const admission = this.#admit(arrival);
    if ('status' in admission) {
      this.#refuse(arrival, id, admission.status, admission.text);
      return;
    }
    const { entity, channel } = admission;
    events.publish(entity, { type: 'sender-connecting', id, remote: remoteOf(request) });
    const connect = new PendingConnect(this.#context, {
      arrival,
      peer: id,
      entity,
      earlyDataBytes: limits.earlyDataBytes,
      onOutcome: (outcome) => {
        this.#waiting.delete(connect);
        pending.leave();
        this.#conclude(connect, outcome);
      },
    });
    this.#waiting.add(connect);
    connect.deliver(channel);
  }

  /** The checks in the order of relay-protocol §9.2 step 4. An admitted sender counts as pending. */
  #admit({ request, target }: Arrival): Admission | RefusedWith {
    const { entities, plan, pending } = this.#context;
    const entity = entities.find(target.path);
    const planned = plan.takeConnectRefusal(entity?.name ?? target.path);
    if (planned !== undefined) return { status: planned.status, text: planned.reason };
    if (entity?.requiresClientAuthorization !== false) {
      const token = headerText(request.headers['servicebusauthorization']) ?? target.token;
      const { host } = request.headers;
      const answer = authorize(this.#context, { token, right: 'Send', path: target.path, host });
      if (!answer.ok) return answer;
    }
    if (entity === undefined) return { status: 404, text: endpointMissingText };
    const channel = this.#channels.pick(entity.name);
    if (channel === undefined) return { status: 404, text: noListenerText };
    if (!pending.tryEnter()) return { status: 503, text: 'Too many senders are waiting.' };
    return { entity: entity.name, channel };
  }

  /** The listener that some senders were offered to is gone: another one gets them (relay-protocol §3.11). */
  listenerGone(gone: ControlChannel): void {
    for (const connect of [...this.#waiting]) {
      if (connect.channel !== gone) continue;
      const other = this.#channels.pick(connect.entity);
      // With no other listener the sender waits on: the gone one may be on its way to the rendezvous, or come back.
      if (other === undefined) connect.channel = undefined;
      else connect.deliver(other);
    }
  }

  listenerArrived(channel: ControlChannel): void {
    for (const connect of [...this.#waiting]) {
      if (connect.channel === undefined && connect.entity === channel.entity) connect.deliver(channel);
    }
  }

  /** Cuts off the entity's open sessions; all when none is named. Says how many. */
  abortSessions(reason: string, entity?: string): number {
    const affected = this.#sessionsOf(entity);
    for (const { session } of affected) session.abort(reason);
    return affected.length;
  }

  /** Ends what the entity, or everything, has open: sessions with a Close frame, waiting senders with a status. */
  endAll(code: number, status: number, reason: string, entity?: string): void {
    for (const connect of [...this.#waiting]) {
      if (entity === undefined || sameName(connect.entity, entity)) {
        connect.end({ kind: 'refused', status, text: reason });
      }
    }
    for (const { session } of this.#sessionsOf(entity)) session.close(code, reason);
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  #sessionsOf(entity: string | undefined): readonly OpenSession[] {
    return [...this.#sessions].filter((open) => entity === undefined || sameName(open.entity, entity));
  }

  #conclude(connect: PendingConnect, outcome: ConnectOutcome): void {
    const { arrival, entity, peer } = connect;
    switch (outcome.kind) {
      case 'accepted':
        this.#open(connect, outcome.listener);
        return;
      case 'refused':
        this.#refuse(arrival, peer, outcome.status, outcome.text);
        return;
      case 'rejected':
        connect.answerRejected(outcome.status, outcome.reason);
        this.#context.events.publish(entity, {
          type: 'sender-refused',
          id: peer,
          status: outcome.status,
          reason: outcome.reason,
        });
        return;
      case 'gone':
        arrival.socket.destroy();
        this.#context.events.publish(entity, {
          type: 'sender-refused',
          id: peer,
          status: 499,
          reason: outcome.reason,
        });
    }
  }

  /** 101 to both, with the sub-protocol that the listener offered (relay-protocol §9.1 row 12). */
  #open(connect: PendingConnect, listener: Arrival): void {
    const { arrival: sender, entity, peer } = connect;
    const { events, limits, now, sockets } = this.#context;
    const trackingId = `${peer}_G0`;
    const offered = offeredProtocols(listener.request)[0];
    const asked = offeredProtocols(sender.request);
    acceptUpgrade(listener.request, listener.socket, { protocol: offered, trackingId, nowMs: now() });
    // A protocol that the sender didn't ask for would make its handshake fail.
    const protocol = offered !== undefined && asked.includes(offered) ? offered : undefined;
    acceptUpgrade(sender.request, sender.socket, { protocol, trackingId, nowMs: now() });
    const stream = ({ socket }: Arrival): FrameStream =>
      new FrameStream({
        socket,
        reset: (connection) => sockets.reset(connection),
        sendLimitMs: limits.sendLimitMs,
        handshakeMs: limits.handshakeMs,
      });
    const session = new Session({
      sender: stream(sender),
      senderHead: connect.takeEarlyData(),
      listener: stream(listener),
      listenerHead: listener.head,
      halfClosedIdleMs: limits.halfClosedIdleMs,
      onEnd: (end) => {
        this.#sessions.delete(open);
        events.publish(entity, { type: 'sender-closed', id: peer, ...end });
      },
    });
    const open: OpenSession = { entity, session };
    this.#sessions.add(open);
    events.publish(entity, {
      type: 'sender-open',
      id: peer,
      listenerId: connect.channel?.listenerId ?? '',
      acceptedAfterMs: connect.acceptedAfterMs,
    });
    session.start();
  }

  #refuse(arrival: Arrival, id: string, status: number, text: string): void {
    const reason = refuseWithDetails(this.#context, arrival, id, status, text);
    const { path } = arrival.target;
    this.#context.events.publish(path, { type: 'sender-refused', id, status, reason });
  }
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
