import { RequestType, type Connection } from 'vscode-languageserver';
import type { Host } from './host.js';

/** The bytes of a file, in base64; no bytes: there is no such file. */
export interface ReadFileResult {
  readonly bytes?: string;
}

/** The URIs of the files directly in a folder. */
export interface ListFolderResult {
  readonly files: readonly string[];
}

/** Server to client: what is in a file? For servers that have no file system of their own. */
export const READ_FILE = new RequestType<{ uri: string }, ReadFileResult, void>('casus/readFile');

/** Server to client: which files are in a folder? */
export const LIST_FOLDER = new RequestType<{ uri: string }, ListFolderResult, void>('casus/listFolder');

/** Files as the client knows them. A client that does not answer has none but those that it opens. */
export function clientFiles(connection: Connection): Host {
  return {
    read: async (uri) => {
      const { bytes } = await connection.sendRequest(READ_FILE, { uri }).catch((): ReadFileResult => ({}));
      return bytes === undefined ? undefined : Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
    },
    list: async (uri) => {
      const { files } = await connection.sendRequest(LIST_FOLDER, { uri }).catch((): ListFolderResult => ({ files: [] }));
      return files;
    },
  };
}
