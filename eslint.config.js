import js from '@eslint/js';
import ts from 'typescript-eslint';

/** What each package may import; a later stage imports an earlier one, never the reverse (docs/architecture.md). */
const MAY_IMPORT = {
  diagrams: [],
  solver: [],
  games: [],
  model: ['diagrams', 'games'],
  // The interpreter that checks the engine shares the data types of the model with it, and no code.
  oracle: ['model'],
  language: ['model'],
  dossier: ['model'],
  analysis: ['model', 'diagrams', 'games', 'dossier'],
  agreement: ['model', 'diagrams', 'solver', 'games', 'analysis'],
  strategy: ['model', 'diagrams', 'games', 'analysis', 'agreement'],
  report: ['model', 'diagrams', 'games', 'dossier', 'analysis', 'agreement', 'strategy'],
};
const PACKAGES = Object.keys(MAY_IMPORT).concat('cli', 'server', 'vscode', 'workbench');
const NODE = 'below cli nothing touches the file system, the clock, the network or the console, so that all of it runs in a browser too';

const layers = Object.entries(MAY_IMPORT).map(([name, allowed]) => {
  const refused = PACKAGES.filter((other) => other !== name && !allowed.includes(other));
  const reached = refused.flatMap((other) => [`@casus/${other}`, `@casus/${other}/*`, `**/${other}/src/**`]);
  return {
    files: [`packages/${name}/src/**/*.ts`],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', {
        patterns: [
          { group: reached, message: `${name} may import only ${allowed.join(', ') || 'nothing of the house'}: a later stage imports an earlier one, never the reverse` },
          { group: ['node:*', 'fs', 'fs/*', 'path', 'os', 'process', 'child_process', 'url', 'crypto', 'http', 'https'], message: NODE },
        ],
      }],
      'no-restricted-globals': ['error', ...['process', 'fetch', 'XMLHttpRequest', 'setTimeout', 'setInterval'].map((global) => ({ name: global, message: NODE }))],
      'no-restricted-properties': ['error',
        { object: 'Date', property: 'now', message: NODE },
        { object: 'Math', property: 'random', message: 'results must be the same at every run' },
      ],
    },
  };
});

/** The language server uses everything but the commands; the extension, the server. What touches the machine is in the server's Node entry alone. */
const EDITOR = [
  { name: 'server', refused: ['cli', 'oracle', 'vscode', 'workbench'], ignores: ['packages/server/src/{node,disk,main}.ts'] },
  { name: 'vscode', refused: PACKAGES.filter((other) => !['vscode', 'server', 'language'].includes(other)), ignores: [] },
].map(({ name, refused, ignores }) => ({
  files: [`packages/${name}/src/**/*.ts`],
  ignores,
  rules: {
    'no-console': 'error',
    'no-restricted-imports': ['error', {
      patterns: [
        { group: refused.flatMap((other) => [`@casus/${other}`, `@casus/${other}/*`, `**/${other}/src/**`]), message: `${name} may not import this package (docs/architecture.md)` },
        { group: ['node:*', 'fs', 'fs/*', 'path', 'os', 'process', 'child_process', 'url', 'crypto', 'http', 'https', 'vscode-languageserver/node'], message: 'it runs in browsers too; only node.ts and disk.ts of the server know the machine' },
      ],
    }],
    'no-restricted-globals': ['error', ...['process', 'fetch', 'XMLHttpRequest'].map((global) => ({ name: global, message: 'it runs in browsers too, and sends nothing anywhere' }))],
  },
}));

export default ts.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/generated/**', 'results/**', 'coverage/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // The types already say what can be absent; `!` marks an index that was just checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...layers,
  ...EDITOR,
  {
    files: ['scripts/**/*.{mjs,cjs}', 'packages/*/scripts/**/*.mjs', 'packages/cli/bin/*.js', 'bench/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly', Buffer: 'readonly' } },
  },
  {
    files: ['scripts/**/*.cjs', 'packages/cli/bin/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'readonly', exports: 'writable', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
