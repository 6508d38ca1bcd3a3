/** docs/monitoring.md and the alert rules say what there is, and no more. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { describedMetrics } from './testing/described-metrics.ts';

const document = readFileSync(new URL('../../../docs/monitoring.md', import.meta.url), 'utf8');
const ruleSchema = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+m$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['critical', 'warning', 'info']) }),
  annotations: z.strictObject({ summary: z.string().min(1), description: z.string().min(1) }),
});
const { groups } = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(ruleSchema) })) })
  .parse(parse(readFileSync(new URL('../../../docs/monitoring/alerts.yaml', import.meta.url), 'utf8')));
const rules = groups.flatMap((group) => group.rules);

const metrics = describedMetrics();

/** Cells of the rows whose first cell is a name in backticks. */
function rowsOf(section: string): readonly (readonly string[])[] {
  const text = document.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()));
}

describe('docs/monitoring.md', () => {
  it('has each metric with its type and labels, and no other', () => {
    const rows = rowsOf('Metrics').map(([, name = '', type = '', labels = '', meaning = '']) => {
      expect(meaning).not.toBe('');
      return [name, { type, labels: labels === '' ? [] : labels.split(', ') }];
    });
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(metrics));
  });

  it('has each alert', () => {
    expect(rowsOf('Prometheus').map(([, name]) => name)).toEqual(rules.map(({ alert }) => alert));
  });
});

/** What Prometheus adds by itself. */
const ofScrape = ['job', 'instance'];
const words = ['and', 'or', 'unless', 'by', 'sum', 'increase', 'rate', 'absent'];

describe('alert rules', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s: metrics and labels exist', (_name, rule) => {
    const { expr, annotations } = rule;
    const withoutMatchers = expr.replaceAll(/\{[^}]*\}|\[\d+m\]|by \([^)]*\)/g, ' ');
    const names = (withoutMatchers.match(/[a-z_][a-z0-9_]*/gi) ?? []).filter((word) => !words.includes(word));
    expect(names).not.toEqual([]);
    for (const name of names) expect([...metrics.keys(), 'up']).toContain(name);
    const labels = names.flatMap((name) => metrics.get(name)?.labels ?? []);
    const used = [
      ...[...expr.matchAll(/(\w+)=~?"/g)].map(([, label]) => label),
      ...[...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', ')),
      ...[...JSON.stringify(annotations).matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label),
    ];
    for (const label of used) expect([...labels, ...ofScrape]).toContain(label);
    for (const metric of JSON.stringify(annotations).match(/hybrid_connection_\w+/g) ?? [])
      expect([...metrics.keys()]).toContain(metric);
  });

  it('counters are only looked at as increases', () => {
    for (const { expr } of rules)
      for (const counter of expr.match(/\w+_total/g) ?? []) expect(expr).toMatch(`(${counter}[`);
  });
});
