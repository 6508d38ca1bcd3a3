/** JSON Schemas of the answers, and their fields as rows of a table. Pure. */
import { z } from 'zod';

export interface AnswerField {
  /** `host.version`, `connections[].name` */
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}

export function answerSchema(words: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    // Ours has no fields but these; whoever checks with it has to take those that come later.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { $schema, title: `hcm ${words} --output json`, ...rest };
}

export function answerFields(schema: z.ZodType): readonly AnswerField[] {
  return fieldsOf(z.toJSONSchema(schema, { io: 'output' }) as Shape, '');
}

/** A list of objects tells the fields of one. */
function fieldsOf(shape: Shape, path: string): readonly AnswerField[] {
  const { properties = {}, items, oneOf } = shape;
  if (oneOf !== undefined) return once(oneOf.flatMap((one) => fieldsOf(one, path)));
  if (items !== undefined && path === '') return fieldsOf(items, path);
  return Object.entries(properties).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [{ name, type: typeOf(value), about: value.description ?? '' }, ...below(value, name)];
  });
}

function below(shape: Shape, name: string): readonly AnswerField[] {
  if (shape.items !== undefined) return fieldsOf(shape.items, `${name}[]`);
  if (shape.oneOf !== undefined) return fieldsOf(shape, name);
  const inner = shape.anyOf?.find(({ properties }) => properties !== undefined) ?? shape;
  return inner.properties === undefined ? [] : fieldsOf(inner, name);
}

function typeOf(shape: Shape): string {
  if (shape.anyOf !== undefined) return [...new Set(shape.anyOf.map(typeOf))].join(' or ');
  if (shape.oneOf !== undefined) return 'object';
  if (shape.const !== undefined) return `\`${shape.const}\``;
  if (shape.enum !== undefined) return shape.enum.map((one) => `\`${one}\``).join(', ');
  if (shape.pattern?.startsWith('^HCM') === true) return 'code';
  if (shape.type === 'array') return 'list';
  if (shape.format === 'date-time') return 'moment';
  return [shape.type ?? 'any'].flat().join(' or ');
}

/** The same field of several kinds of lines stands once, with all its values. */
function once(fields: readonly AnswerField[]): readonly AnswerField[] {
  const byName = new Map<string, AnswerField>();
  for (const field of fields) {
    const known = byName.get(field.name);
    const type = known === undefined ? field.type : [...new Set([known.type, field.type])].join(', ');
    byName.set(field.name, { ...field, type, about: known?.about ?? field.about });
  }
  return [...byName.values()];
}
