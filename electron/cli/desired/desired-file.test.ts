import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limitNames } from '../../contract/effective-limits.ts';
import { desiredFileSchema } from './desired-file.ts';

function document(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
}

/** The refinements of proxy settings say more than JSON Schema can; `hcm plan` names what they refuse. */
function published(): string {
  const schema = z.toJSONSchema(desiredFileSchema, { io: 'input' });
  const { $schema, ...others } = schema;
  return `${JSON.stringify({ $schema, title: 'File of hcm plan and hcm apply, version 1', ...others }, null, 2)}\n`;
}

describe('docs/schema/hcm-apply.schema.json', () => {
  it('is the schema that files are read with', async () => {
    await expect(published()).toMatchFileSnapshot('../../../docs/schema/hcm-apply.schema.json');
  });
});

describe('docs/declarative.md', () => {
  const text = document('declarative.md');

  it('has examples that can be read', () => {
    const examples = [...text.matchAll(/```yaml\n(.*?)```/gsu)].map(
      ([, example]) => parse(example ?? '') as unknown,
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(desiredFileSchema.safeParse(example).error).toBeUndefined();
  });

  it('names every key of a connection and every limit', () => {
    const keys = Object.keys(desiredFileSchema.shape.connections.element.shape);
    for (const name of [...keys, ...limitNames]) expect(text).toContain(`\`${name}\``);
  });
});
