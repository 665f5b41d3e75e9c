/** The Casus language: text in, the case and findings of form out. */
export { compile, type CompileOptions } from './compile.js';
export { format, type Formatted } from './format/format.js';
export { keywords } from './keywords.js';
export type { Read, TextFile, Unreadable } from './load.js';
export { SOFT_KEYWORDS } from './soft-keywords.js';
export { namesOf, type Construct, type Declaration, type NameIndex, type Occurrence, type ParsedTexts } from './editor/names.js';
export { kindsOf, referredTypes } from './editor/kinds.js';
export { constructs, wordsPage, type Meaning } from './editor/meanings.js';
export { nextAt, type Next } from './editor/next.js';
export { tokensOf, type TextToken, type TokenKind } from './editor/tokens.js';
export { nounsOf, plainForms, type Kind } from './bridge/names.js';
export { Workspace } from './workspace/workspace.js';
export { declaringWords } from './editor/declaring.js';
