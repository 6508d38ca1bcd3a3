import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Globs of a room's files, and what those files may never import (plan §3). A test over the import graph holds the same rules. */
const rooms = [
  {
    files: ['electron/contract/**'],
    never: ['node:*', 'electron', '**/engine/**', '**/cli/**', '**/local-relay/**', '**/main/**'],
  },
  {
    files: ['electron/engine/**'],
    never: ['electron', 'react', '**/cli/**', '**/local-relay/**', '**/main/**', '**/renderer/**'],
  },
  { files: ['electron/cli/**'], never: ['electron', 'react', '**/main/**', '**/renderer/**'] },
  {
    files: ['electron/local-relay/**'],
    never: ['electron', 'react', '**/cli/**', '**/main/**', '**/renderer/**'],
  },
  {
    files: ['electron/main/**'],
    never: ['react', '**/cli/**', '**/preload/**', '**/renderer/**', '**/local-relay/!(demo.ts)'],
  },
  {
    files: ['electron/preload/**'],
    never: ['node:*', 'react', 'zod', '**/engine/**', '**/cli/**', '**/main/**', '**/local-relay/**'],
  },
  {
    files: ['renderer/**'],
    never: [
      'node:*',
      // The package; anchored, or it would match the folder of our own.
      '/electron',
      '**/engine/**',
      '**/cli/**',
      '**/main/**',
      '**/preload/**',
      '**/local-relay/**',
    ],
  },
];

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'];

export default tseslint.config(
  { ignores: ['node_modules', '**/node_modules/**', 'out', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector:
            'MemberExpression[property.name=/^(only|skip|todo|fixme)$/][object.name=/^(it|test|describe)$/]',
          message: 'No focused or skipped tests.',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.configs.recommended],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'JSXText[value=/\\S/]', message: 'Texts live in contract/messages.' },
      ],
    },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['electron/engine/**/*.ts', 'electron/contract/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-globals': ['error', 'process'] },
  },
  ...rooms.map(({ files, never }) => ({
    files,
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: never, message: 'This room may not import that (plan §3).' }] },
      ],
    },
  })),
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        require: 'readonly',
        module: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
);
