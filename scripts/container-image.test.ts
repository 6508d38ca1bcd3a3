/** The container's files, as far as they can be looked at without an engine: linted, and what they name is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { desiredFileSchema } from '../electron/cli/desired/desired-file.ts';
import { allCommands, programShape } from '../electron/cli/program-shape.ts';
import { createTestProgram } from '../electron/cli/testing/test-program.ts';

const root = join(import.meta.dirname, '..');
const dockerfile = read('Dockerfile');
/** One instruction a line. */
const instructions = dockerfile
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '');
const runtime = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
const shapes = new Map(allCommands(programShape(createTestProgram())).map((shape) => [shape.path, shape]));

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

interface Service {
  readonly command?: readonly string[];
  readonly volumes: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly secrets?: readonly string[];
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function only(instruction: string): string {
  const found = runtime.filter((line) => line.startsWith(`${instruction} `));
  expect([instruction, found]).toHaveLength(2);
  expect(found).toHaveLength(1);
  return found[0]!.slice(instruction.length + 1);
}

/** hcm's parser knows the verb and each option. */
function expectCommandLine([verb = '', ...words]: readonly string[]): void {
  const known = shapes.get(verb)?.options.flatMap(({ spellings }) => spellings);
  for (const option of words.filter((word) => word.startsWith('-'))) expect(known).toContain(option);
}

describe('Dockerfile', () => {
  it('has nothing that the linter finds', () => {
    expect(validate(dockerfile)).toEqual([]);
    // It finds something at all.
    expect(validate('FROM node\nUNKNOWN x')).not.toEqual([]);
  });

  it('takes an image of the Node that the project names', () => {
    const [, image] = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile) ?? [];
    expect(image).toBe(`node:${read('.nvmrc').trim()}-bookworm-slim`);
    const from = instructions.filter((line) => line.startsWith('FROM '));
    expect(from).toEqual(['FROM ${NODE_IMAGE} AS build', 'FROM ${NODE_IMAGE}']);
  });

  it('runs as an account of its own, with a data folder for it alone', () => {
    const [, uid = '', gid = ''] = /^(\d+):(\d+)$/.exec(only('USER')) ?? [];
    expect(Number(uid)).toBeGreaterThan(1000);
    const made = runtime.find((line) => line.includes('useradd')) ?? '';
    expect(made).toMatch(`--uid ${uid} `);
    expect(made).toMatch(`--gid ${gid} hcm `);
    expect(made).toMatch(/install --directory --mode=0700 --owner=hcm --group=hcm \/var\/lib\/hcm$/);
    expect(only('VOLUME')).toBe('["/var/lib/hcm"]');
    expect(only('ENV')).toContain('HCM_HOME=/var/lib/hcm');
    // What is made after VOLUME or as root in the folder would be lost, or not be its own.
    expect(runtime.findIndex((line) => line.startsWith('VOLUME'))).toBeGreaterThan(
      runtime.findLastIndex((line) => line.startsWith('RUN')),
    );
  });

  it('starts hcm as the first process, which SIGTERM ends', () => {
    expect(JSON.parse(only('ENTRYPOINT'))).toEqual(['hcm']);
    expectCommandLine(JSON.parse(only('CMD')) as string[]);
    expect(only('STOPSIGNAL')).toBe('SIGTERM');
    expect(runtime.some((line) => line.endsWith('ln -s /opt/hcm/bin/hcm.mjs /usr/local/bin/hcm'))).toBe(true);
  });

  it('asks for its health where it answers, within the engine’s limit', () => {
    const [, timeout = '', command = ''] = /--timeout=(\d+)s .*CMD (\[.*\])$/.exec(only('HEALTHCHECK')) ?? [];
    const script = 'container/health.mjs';
    expect(JSON.parse(command)).toEqual(['node', `/opt/hcm/${script}`]);
    const [, withinMs = ''] = /withinMs = ([\d_]+)/.exec(read(script)) ?? [];
    expect(Number(withinMs.replaceAll('_', ''))).toBeLessThan(Number(timeout) * 1000);
    const [, address] = /'http:\/\/([^/]+)\/healthz'/.exec(read(script)) ?? [];
    expect(JSON.parse(only('CMD'))).toContain(address);
  });

  it('copies what is there, and lets only that to the builder', () => {
    const wanted = instructions
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .map((path) => path.replace('./', ''));
    for (const path of wanted) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    const ignore = read('.dockerignore').split('\n');
    expect(ignore.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
    const admitted = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(admitted.map((path) => path.replace(/^container\/.*/, 'container')).sort()).toEqual(wanted.sort());
  });

  it('has no secret among its words', () => {
    expect(dockerfile).not.toMatch(/SharedAccess|CONNECTION_STRING|PASSPHRASE|PASSWORD/i);
    expect(instructions.filter((line) => /^(ARG|ENV) /.test(line))).toHaveLength(2);
  });
});

describe('compose.yaml', () => {
  const compose = parse(read('container/compose.yaml'), { merge: true }) as Compose;
  const { apply, host } = compose.services;

  it('runs what hcm knows', () => {
    expectCommandLine(apply?.command ?? []);
    expect(apply?.command?.[0]).toBe('apply');
    // The image's own command: run.
    expect(host?.command).toBeUndefined();
    expect(apply?.volumes).toEqual(host?.volumes);
  });

  it('gives the file that hcm apply reads, and keys as files', () => {
    const [config] = apply?.configs ?? [];
    expect(apply?.command).toContain(config?.target);
    const file = compose.configs[config?.source ?? '']?.file ?? '';
    const desired = desiredFileSchema.parse(parse(read(join('container', file))));
    expect(desired.connections.map(({ connectionString }) => connectionString)).toEqual(
      apply?.secrets?.map((name) => ({ file: `/run/secrets/${name}` })),
    );
    expect(Object.keys(compose.secrets)).toEqual(apply?.secrets);
  });
});
