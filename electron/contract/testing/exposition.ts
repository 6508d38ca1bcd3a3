/**
 * Reads Prometheus' text format 0.0.4, and refuses what a scraper would refuse or misread. For tests: what the product says to
 * scrapers is read by a second reading of the format.
 */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly Sample[];
}

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const escapes: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

/** By name. @throws Error that names the line */
export function parseExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, Family & { readonly samples: Sample[] }>();
  const seen = new Set<string>();
  let open: (Family & { readonly samples: Sample[] }) | undefined;
  for (const line of text.split('\n')) {
    const fail = (why: string): never => {
      throw new Error(`${why}: ${line}`);
    };
    if (line === '') continue;
    const help = /^# HELP (\S+) (.*)$/.exec(line);
    const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line);
    if (help !== null) {
      const [, name = '', words = ''] = help;
      if (!metricName.test(name) || families.has(name)) fail('not a new metric');
      open = { name, help: words, type: '', samples: [] };
      families.set(name, open);
    } else if (type !== null) {
      if (open?.name !== type[1] || open?.type !== '') fail('not the type of this metric');
      open = { ...open!, type: type[2] ?? '' };
      families.set(open.name, open);
    } else {
      const sample = parseSample(line);
      if (sample === null || open === undefined || !belongs(sample.name, open))
        return fail('not a sample here');
      const series = JSON.stringify([sample.name, Object.entries(sample.labels).sort()]);
      if (seen.has(series)) fail('twice');
      seen.add(series);
      open.samples.push(sample);
    }
  }
  for (const family of families.values()) check(family);
  return families;
}

/** The one sample of these labels. */
export function valueOf(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const samples = [...families.values()].flatMap((family) => family.samples);
  const wanted = JSON.stringify(Object.entries(labels).sort());
  return samples.find(
    (sample) => sample.name === name && JSON.stringify(Object.entries(sample.labels).sort()) === wanted,
  )?.value;
}

function parseSample(line: string): Sample | null {
  const parts = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
  if (parts === null) return null;
  const [, name = '', inside = '', number = ''] = parts;
  const value = number === '+Inf' ? Number.POSITIVE_INFINITY : Number(number);
  if (Number.isNaN(value)) return null;
  const labels: Record<string, string> = {};
  let rest = inside;
  while (rest !== '') {
    const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\\\|\\"|\\n)*)"(?:,|$)/.exec(rest);
    if (label === null) return null;
    const [whole, key = '', escaped = ''] = label;
    if (Object.hasOwn(labels, key)) return null;
    labels[key] = escaped.replace(/\\[\\"n]/g, (escape) => escapes[escape] ?? escape);
    rest = rest.slice(whole.length);
  }
  return { name, labels, value };
}

function belongs(name: string, { name: family, type }: Family): boolean {
  return type === 'histogram'
    ? [`${family}_bucket`, `${family}_sum`, `${family}_count`].includes(name)
    : name === family && type !== '';
}

function check({ name, help, type, samples }: Family): void {
  if (type === '' || help.trim() === '') throw new Error(`${name} lacks type or help`);
  if ((type === 'counter') !== name.endsWith('_total'))
    throw new Error(`${name}: only counters end in _total`);
  if (type !== 'gauge' && samples.some(({ value }) => value < 0)) throw new Error(`${name} is below 0`);
  if (type === 'histogram') checkHistogram(name, samples);
}

function checkHistogram(name: string, samples: readonly Sample[]): void {
  const bySeries = new Map<string, number[]>();
  for (const { name: of, labels, value } of samples) {
    const { le, ...others } = labels;
    const series = JSON.stringify(others);
    const values = bySeries.get(series) ?? [];
    bySeries.set(series, values);
    if (of.endsWith('_bucket') && le !== undefined) values.push(value);
    if (of.endsWith('_bucket') && values.some((before) => before > value))
      throw new Error(`${name}: a bucket holds less than a smaller one`);
    if (of.endsWith('_count') && values.at(-1) !== value)
      throw new Error(`${name}: the last bucket is not the count`);
  }
}
