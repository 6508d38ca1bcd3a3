// @ts-check
/**
 * A plugin for the page's build: every `makeStyles` of ours is worked out while it is built, and not while the window comes up.
 * What each of them is called with is taken from the page's own modules, which are bundled for Node and run once for that.
 *
 * Invariant: what the page gets is what Griffel would have made of it there, or the build fails.
 */
import { resolveStyleRulesForSlots } from '@griffel/core';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** @typedef {Parameters<typeof resolveStyleRulesForSlots>[0]} Styles */
/** @typedef {{ readonly start: number, readonly end: number, readonly calleeEnd: number }} Call */

const entry = 'virtual:hcm-all-styles';
const recorder = '__hcmRecordStyles';

/**
 * @param {string} folder of the page's sources
 * @returns {import('vite').Plugin}
 */
export function stylesAhead(folder) {
  /** @type {Promise<ReadonlyMap<string, readonly Styles[]>> | undefined} */
  let recorded;
  return {
    name: 'hcm-styles-ahead',
    apply: 'build',
    enforce: 'post',
    async transform(code, id) {
      const file = sourceOf(folder, id);
      if (file === null) return undefined;
      const calls = callsIn(this.parse(code), code);
      if (calls.length === 0) return undefined;
      const styles = (await (recorded ??= recordStyles(folder))).get(file) ?? [];
      if (styles.length !== calls.length)
        this.error(`${file}: ${calls.length} makeStyles are written, ${styles.length} were run`);
      const pieces = calls.map(({ start, end }, index) => ({
        ...{ start, end },
        text: aheadOf(/** @type {Styles} */ (styles[index])),
      }));
      return {
        code: `import { __styles } from '@fluentui/react-components';\n${replaceAll(code, pieces)}`,
        map: null,
      };
    },
  };
}

/** @param {Styles} styles */
function aheadOf(styles) {
  const [classes, rules] = resolveStyleRulesForSlots(styles);
  return `__styles(${JSON.stringify(classes)}, ${JSON.stringify(rules)})`;
}

/** Path below the folder, with slashes; null: not one of the page's own modules. @param {string} folder @param {string} id */
function sourceOf(folder, id) {
  const path = relative(folder, id.replace(/[?#].*$/u, '')).replaceAll('\\', '/');
  return /^(?!\.\.\/)(?!testing\/).*(?<!\.test)\.tsx?$/u.test(path) ? path : null;
}

/**
 * `const useStyles = makeStyles(…)` at the top of a module, in the order in which they run.
 * @param {{ readonly body: readonly unknown[] }} program
 * @param {string} code
 * @returns {Call[]}
 */
function callsIn(program, code) {
  /** @type {Call[]} */
  const calls = [];
  for (const statement of /** @type {any[]} */ (program.body)) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { init } of declaration.declarations) {
      if (init?.type !== 'CallExpression' || init.callee.name !== 'makeStyles') continue;
      if (!code.startsWith('makeStyles', init.start))
        throw new Error('makeStyles is not where it was parsed');
      calls.push({ start: init.start, end: init.end, calleeEnd: init.callee.end });
    }
  }
  const written = code.match(/(?<![\w$.])makeStyles\(/gu)?.length ?? 0;
  if (written !== calls.length) throw new Error('makeStyles is called elsewhere than at the top of a module');
  return calls;
}

/** @param {string} code @param {readonly { start: number, end: number, text: string }[]} pieces ascending */
function replaceAll(code, pieces) {
  return [...pieces]
    .reverse()
    .reduce((text, { start, end, text: piece }) => text.slice(0, start) + piece + text.slice(end), code);
}

/** @param {string} folder @returns {Promise<ReadonlyMap<string, readonly Styles[]>>} */
async function recordStyles(folder) {
  const files = /** @type {string[]} */ (readdirSync(folder, { recursive: true }))
    .filter((file) => sourceOf(folder, join(folder, file)) !== null)
    .filter((file) => readFileSync(join(folder, file), 'utf8').includes('makeStyles('));
  const out = mkdtempSync(join(tmpdir(), 'hcm-styles-'));
  /** @type {Map<string, Styles[]>} */
  const recorded = new Map();
  Reflect.set(globalThis, recorder, (/** @type {string} */ file) => (/** @type {Styles} */ styles) => {
    recorded.set(file, [...(recorded.get(file) ?? []), styles]);
    return () => ({});
  });
  // A page's module may look at it; older Nodes have none.
  const hasNavigator = 'navigator' in globalThis;
  if (!hasNavigator) Reflect.set(globalThis, 'navigator', { userAgent: '' });
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      plugins: [allOf(files.map((file) => join(folder, file))), recording(folder)],
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: out,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: { input: entry, output: { entryFileNames: 'styles.mjs' } },
      },
    });
    await import(pathToFileURL(join(out, 'styles.mjs')).href);
    return recorded;
  } finally {
    Reflect.deleteProperty(globalThis, recorder);
    if (!hasNavigator) Reflect.deleteProperty(globalThis, 'navigator');
    rmSync(out, { recursive: true, force: true });
  }
}

/** One module that has all of them run. @param {readonly string[]} files @returns {import('vite').Plugin} */
function allOf(files) {
  return {
    name: 'hcm-all-styles',
    resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
    load: (id) =>
      id === `\0${entry}` ? files.map((file) => `import ${JSON.stringify(file)};`).join('\n') : undefined,
  };
}

/** @param {string} folder @returns {import('vite').Plugin} */
function recording(folder) {
  return {
    name: 'hcm-record-styles',
    enforce: 'post',
    transform(code, id) {
      const file = sourceOf(folder, id);
      if (file === null) return undefined;
      const pieces = callsIn(this.parse(code), code).map(({ start, calleeEnd }) => ({
        start,
        end: calleeEnd,
        text: `globalThis.${recorder}(${JSON.stringify(file)})`,
      }));
      return pieces.length === 0 ? undefined : { code: replaceAll(code, pieces), map: null };
    },
  };
}
