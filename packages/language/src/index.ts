/** The Casus language: text in, the case and findings of form out. */
export { compile, type CompileOptions } from './compile.js';
export { keywords } from './keywords.js';
export type { Read, TextFile } from './load.js';
export { SOFT_KEYWORDS } from './soft-keywords.js';
