/**
 * Which apps of a subscription use which Hybrid Connections (S41). App Service knows it by plan: the plans, what each one's apps
 * use, and for each of those the apps. Owns how much is asked, and for how long.
 *
 * Invariants: nobody waits behind it (few requests at once, fewer than the client lets through); it ends in time, with as many
 * questions as the limits say; what can't be read leaves the rest.
 */
import type { CallOutput } from '../../contract/api.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { FewAtOnce } from '../few-at-once.ts';
import type { ArmClient, ArmQuestion } from './arm-client.ts';
import { hasRelays } from './plan-room.ts';
import {
  planRelaysQuestion,
  plansQuestion,
  relaySitesQuestion,
  sitesQuestion,
  type PlanRelay,
  type WebPlan,
  type WebSite,
} from './web-resources.ts';

export type AppUsage = CallOutput<'azure.browsed'>['usage'];

export interface UsagePorts {
  readonly arm: ArmClient;
  readonly clock: Clock;
  readonly subscriptionId: string;
  readonly signal: AbortSignal;
  /** Resource id: of this Hybrid Connection alone. */
  readonly of?: string;
  /** That questions are asked; as long as the rows of a whole subscription are of use, when left out. */
  readonly forMs?: number;
}

interface UsedInPlan {
  readonly plan: WebPlan;
  readonly relay: PlanRelay;
}

const limits = { questions: 200, atOnce: 2, forMs: 90_000 };

/** Never rejects: what couldn't be read is the answer's problem. */
export async function readUsage(ports: UsagePorts): Promise<AppUsage> {
  const reading = new UsageReading(ports);
  return reading.read();
}

class UsageReading {
  readonly #ports: UsagePorts;
  readonly #few = new FewAtOnce({ running: limits.atOnce, waiting: 20_000 });
  readonly #untilMs: number;
  readonly #apps = new Map<string, Map<string, WebSite>>();
  #asked = 0;
  #problem: ErrorData | null = null;

  constructor(ports: UsagePorts) {
    this.#ports = ports;
    this.#untilMs = ports.clock.monotonicMs() + (ports.forMs ?? limits.forMs);
  }

  async read(): Promise<AppUsage> {
    const { subscriptionId } = this.#ports;
    const plans = await this.#all(plansQuestion(subscriptionId));
    const useful = plans?.filter(hasRelays) ?? [];
    const byPlan = await Promise.all(useful.map((plan) => this.#relaysOf(plan)));
    const used = byPlan.flatMap((relays) => relays ?? []);
    // Plans tell names alone, and apps may lie in other resource groups than their plan.
    const sites = used.length === 0 ? [] : await this.#all(sitesQuestion(subscriptionId));
    const byName = new Map(sites?.map((site) => [site.name.toLowerCase(), site]));
    await Promise.all(used.map((one) => this.#appsOf(one, byName)));
    const isRead = plans !== null && (useful.length === 0 || byPlan.some((relays) => relays !== null));
    return {
      state: isRead ? 'read' : 'unreadable',
      connections: [...this.#apps].map(([resourceId, apps]) => ({ resourceId, apps: [...apps.values()] })),
      problem: this.#problem,
    };
  }

  async #relaysOf(plan: WebPlan): Promise<readonly UsedInPlan[] | null> {
    const of = this.#ports.of?.toLowerCase();
    const relays = await this.#all(planRelaysQuestion(plan));
    if (relays === null) return null;
    return relays
      .filter(({ properties }) => of === undefined || properties.relayArmUri.toLowerCase() === of)
      .map((relay) => ({ plan, relay }));
  }

  async #appsOf({ plan, relay }: UsedInPlan, byName: ReadonlyMap<string, WebSite>): Promise<void> {
    const answered = await this.#all(relaySitesQuestion(plan, relay));
    const key = relay.properties.relayArmUri.toLowerCase();
    // Another plan's apps may use it, too.
    const apps = this.#apps.get(key) ?? new Map<string, WebSite>();
    for (const text of answered ?? []) {
      const name = text.slice(text.lastIndexOf('/') + 1);
      const known = byName.get(name.toLowerCase());
      const id = known?.id ?? (text.startsWith('/') ? text : null);
      if (id !== null) apps.set(id.toLowerCase(), { id, name: known?.name ?? name });
    }
    if (apps.size > 0) this.#apps.set(key, apps);
  }

  /** Null: it couldn't be read; why is kept of the first. */
  async #all<Item>(question: ArmQuestion<Item>): Promise<readonly Item[] | null> {
    const { arm, clock, signal } = this.#ports;
    try {
      return await this.#few.run(signal, async () => {
        this.#asked += 1;
        if (this.#asked > limits.questions || clock.monotonicMs() > this.#untilMs)
          throw new HcmError('HCM6031');
        const items: Item[] = [];
        for await (const page of arm.list(question)) items.push(...page);
        return items;
      });
    } catch (error) {
      this.#problem ??= toErrorData(error);
      return null;
    }
  }
}
