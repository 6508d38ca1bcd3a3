/**
 * Microsoft.Web of the test's Azure: plans, apps, and the hybrid connections that apps use. Owns that state.
 *
 * Invariant: a plan counts every hybrid connection once, however many of its apps use it (the published limit is per plan).
 */
import { isSameName } from './relay-namespace.ts';

export interface Plan {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly id: string;
  readonly sku: { readonly name: string; readonly tier: PlanTier };
}

export type PlanTier = 'Free' | 'Dynamic' | 'Basic' | 'Standard' | 'PremiumV3' | 'IsolatedV2';

/** Hybrid connections per plan (app-service-hybrid-connections, "Things you should know"). */
const planLimits: Readonly<Record<PlanTier, number>> = {
  Free: 0,
  Dynamic: 0,
  Basic: 5,
  Standard: 25,
  PremiumV3: 220,
  IsolatedV2: 220,
};

export interface Site {
  readonly name: string;
  readonly plan: Plan;
  readonly id: string;
  readonly kind: string;
}

/** What an app keeps about a hybrid connection it uses. */
export interface SiteRelay {
  readonly serviceBusNamespace: string;
  readonly relayName: string;
  readonly relayArmUri: string;
  readonly hostname: string;
  readonly port: number;
  readonly sendKeyName: string;
  readonly sendKeyValue: string;
  readonly serviceBusSuffix: string;
}

interface NewPlan {
  readonly subscriptionId: string;
  readonly name: string;
  readonly tier: PlanTier;
  readonly resourceGroup?: string;
}

export class AppService {
  readonly #plans: Plan[] = [];
  readonly #sites: Site[] = [];
  readonly #relays = new Map<Site, SiteRelay[]>();

  addPlan({ subscriptionId, name, tier, resourceGroup = 'apps' }: NewPlan): Plan {
    const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Web/serverfarms/${name}`;
    const sku = { name: `${tier.slice(0, 1)}1`, tier };
    const plan = { subscriptionId, resourceGroup, name, location: 'West Europe', id, sku };
    this.#plans.push(plan);
    return plan;
  }

  addSite(plan: Plan, name: string, kind = 'app'): Site {
    const id = `/subscriptions/${plan.subscriptionId}/resourceGroups/${plan.resourceGroup}/providers/Microsoft.Web/sites/${name}`;
    const site = { name, plan, id, kind };
    this.#sites.push(site);
    return site;
  }

  plans(): readonly Plan[] {
    return this.#plans;
  }

  sites(): readonly Site[] {
    return this.#sites;
  }

  sitesOf(plan: Plan): readonly Site[] {
    return this.#sites.filter((site) => site.plan === plan);
  }

  relays(site: Site): readonly SiteRelay[] {
    return this.#relays.get(site) ?? [];
  }

  relay(site: Site, namespace: string, name: string): SiteRelay | undefined {
    return this.relays(site).find((relay) => isThat(relay, namespace, name));
  }

  /** False when the plan has no room for one more. */
  attach(site: Site, relay: SiteRelay): boolean {
    const isNewInPlan = this.sitesUsing(site.plan, relay.serviceBusNamespace, relay.relayName).length === 0;
    if (isNewInPlan && this.usage(site.plan).current >= this.usage(site.plan).maximum) return false;
    const others = this.relays(site).filter(
      (other) => !isThat(other, relay.serviceBusNamespace, relay.relayName),
    );
    this.#relays.set(site, [...others, relay]);
    return true;
  }

  detach(site: Site, namespace: string, name: string): boolean {
    const kept = this.relays(site).filter((relay) => !isThat(relay, namespace, name));
    const isGone = kept.length < this.relays(site).length;
    this.#relays.set(site, kept);
    return isGone;
  }

  sitesUsing(plan: Plan, namespace: string, name: string): readonly Site[] {
    return this.sitesOf(plan).filter((site) => this.relay(site, namespace, name) !== undefined);
  }

  /** Each hybrid connection of the plan's apps once. */
  relaysOf(plan: Plan): readonly SiteRelay[] {
    const found = new Map<string, SiteRelay>();
    for (const relay of this.sitesOf(plan).flatMap((site) => this.relays(site)))
      found.set(`${relay.serviceBusNamespace}/${relay.relayName}`.toLowerCase(), relay);
    return [...found.values()];
  }

  usage(plan: Plan): { readonly current: number; readonly maximum: number } {
    return { current: this.relaysOf(plan).length, maximum: planLimits[plan.sku.tier] };
  }
}

function isThat(relay: SiteRelay, namespace: string, name: string): boolean {
  return isSameName(relay.serviceBusNamespace, namespace) && isSameName(relay.relayName, name);
}
