/** The language server: the Casus language in any editor that speaks the Language Server Protocol. */
export { serve, CAPABILITIES } from './server.js';
export type { Host, ServerOptions } from './host.js';
export { LIST_FOLDER, READ_FILE, type ListFolderResult, type ReadFileResult } from './virtual-files.js';
