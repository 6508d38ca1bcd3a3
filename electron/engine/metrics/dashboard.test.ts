/** The Grafana dashboard asks for what there is, and its panels don't cover each other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describedMetrics } from './testing/described-metrics.ts';

const datasource = { type: 'prometheus', uid: '${datasource}' };
const panelSchema = z.object({
  id: z.int().positive(),
  type: z.string(),
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  gridPos: z.strictObject({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
  datasource: z.unknown().optional(),
  targets: z
    .array(
      z.looseObject({
        refId: z.string(),
        expr: z.string(),
        legendFormat: z.string(),
        datasource: z.unknown(),
      }),
    )
    .default([]),
});
const variableSchema = z.object({ name: z.string(), type: z.string(), definition: z.string().default('') });
const dashboard = z
  .looseObject({
    uid: z.string().max(40),
    schemaVersion: z.int(),
    templating: z.strictObject({ list: z.array(variableSchema) }),
    panels: z.array(panelSchema),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../../docs/monitoring/dashboard.json', import.meta.url), 'utf8')),
  );
const metrics = describedMetrics();
const variables = dashboard.templating.list;
const panels = dashboard.panels.filter(({ type }) => type !== 'row');
const targets = panels.flatMap(({ title, targets }) => targets.map((target) => [title, target] as const));

/** What Prometheus adds by itself, and what is a bucket’s. */
const ofScrape = ['job', 'instance'];
const functions = [
  'by',
  'sum',
  'count',
  'increase',
  'rate',
  'vector',
  'or',
  'and',
  'histogram_quantile',
  'label_values',
];

/** Names and labels in an expression, and its counters that aren’t looked at as a change. */
function usedIn(expr: string) {
  const bare = expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]|by \([^)]*\)|\$\w+/g, ' ');
  const names = (bare.match(/[a-z_][a-z0-9_]*/gi) ?? []).filter((word) => !functions.includes(word));
  const matched = [...expr.matchAll(/(\w+)(?:=~|=)"/g)].map(([, label = '']) => label);
  const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
  return { names, labels: [...matched, ...grouped] };
}

/** As the registry has it: a histogram’s buckets are a series of their own. */
function described(name: string) {
  const whole = metrics.get(name);
  if (whole !== undefined) return whole.type === 'histogram' ? undefined : whole;
  const histogram = metrics.get(name.replace(/_(bucket|sum|count)$/, ''));
  if (histogram?.type !== 'histogram') return undefined;
  return { type: 'counter', labels: [...histogram.labels, ...(name.endsWith('_bucket') ? ['le'] : [])] };
}

describe('the dashboard', () => {
  it('asks for metrics and labels that exist', () => {
    expect(targets.length).toBeGreaterThan(25);
    for (const [title, { expr, legendFormat }] of targets) {
      const { names, labels } = usedIn(expr);
      expect([title, names]).not.toEqual([title, []]);
      for (const name of names)
        expect([title, name, described(name) !== undefined]).toEqual([title, name, true]);
      const known = [...names.flatMap((name) => described(name)?.labels ?? []), ...ofScrape];
      const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = '']) => label);
      for (const label of [...labels, ...shown])
        expect([title, label, known]).toEqual([title, label, expect.arrayContaining([label])]);
      // What a sum has thrown together has no name any more.
      const kept = /^\w*\(?.*?by \(([^)]*)\)/.exec(expr)?.[1]?.split(', ');
      if (kept !== undefined)
        for (const label of shown) expect([title, kept]).toEqual([title, expect.arrayContaining([label])]);
    }
  });

  it('looks at counters as changes alone, and at nothing else as one', () => {
    for (const [title, { expr }] of targets)
      for (const name of usedIn(expr).names) {
        const isChange = new RegExp(`(rate|increase)\\(${name}\\{[^}]*\\}\\[\\$__rate_interval\\]\\)`).test(
          expr,
        );
        expect([title, name, isChange]).toEqual([title, name, described(name)?.type === 'counter']);
      }
  });

  it('shows every metric of connections that alone says something', () => {
    const used = new Set(
      targets.flatMap(([, { expr }]) => usedIn(expr).names.map((name) => name.replace(/_bucket$/, ''))),
    );
    expect(
      [...metrics.keys()].filter((name) => name.startsWith('hybrid_connection_') && !used.has(name)),
    ).toEqual([]);
  });

  it('can be narrowed to hosts and namespaces, from any data source', () => {
    expect(variables.map(({ name, type }) => [name, type])).toEqual([
      ['datasource', 'datasource'],
      ['instance', 'query'],
      ['namespace', 'query'],
    ]);
    for (const { definition } of variables.slice(1)) {
      const [, metric = '', label = ''] = /^label_values\((\w+).*, (\w+)\)$/.exec(definition) ?? [];
      expect([...(described(metric)?.labels ?? []), ...ofScrape]).toContain(label);
    }
    for (const [title, { expr, datasource: asked }] of targets) {
      expect([title, asked]).toEqual([title, datasource]);
      const selectors = expr.match(/\{[^}]*\}/g) ?? [];
      for (const selector of selectors)
        expect([title, selector]).toEqual([title, expect.stringContaining('instance=~"$instance"')]);
      const ofConnections = expr.match(/hybrid_connection_\w+(\{[^}]*\})?/g) ?? [];
      for (const one of ofConnections)
        expect([title, one]).toEqual([title, expect.stringContaining('namespace=~"$namespace"')]);
      const known = variables.map(({ name }) => name);
      for (const [, name = ''] of expr.matchAll(/\$(\w+)/g))
        expect([...known, '__rate_interval']).toContain(name);
    }
  });

  it('has panels that don’t cover each other, with an id and a description each', () => {
    expect(dashboard.schemaVersion).toBe(38);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    for (const { title, description } of panels) expect([title, description]).not.toEqual([title, undefined]);
    const taken = new Map<string, string>();
    for (const { title, gridPos } of dashboard.panels) {
      expect([title, gridPos.x + gridPos.w <= 24]).toEqual([title, true]);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect([title, taken.get(`${x} ${y}`)]).toEqual([title, undefined]);
          taken.set(`${x} ${y}`, title);
        }
    }
    for (const { targets: asked } of panels)
      expect(new Set(asked.map(({ refId }) => refId)).size).toBe(asked.length);
  });
});
