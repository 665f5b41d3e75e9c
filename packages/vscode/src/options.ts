import type { ServerOptions } from '@casus/server';
import { Uri, workspace } from 'vscode';

/** Where the files are that the server looks at; not the old versions that a comparison shows, beside which there are no other files. */
export const DOCUMENTS = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'].map((scheme) => ({ language: 'casus', scheme }));

/** What the settings of the user say to the server. `root`: the folder of the extension. */
export function serverOptions(root: Uri): ServerOptions {
  const settings = workspace.getConfiguration('casus');
  const first = workspace.workspaceFolders?.[0]?.uri;
  const folderOf = (path: string): string => (/^([/\\]|[a-z]:)/iu.test(path) || first === undefined ? Uri.file(path) : Uri.joinPath(first, path)).toString();
  const asOf = settings.get<string>('asOf') ?? '';
  return {
    library: Uri.joinPath(root, 'library').toString(),
    pages: Uri.joinPath(root, 'docs', 'findings').toString(),
    sources: (settings.get<readonly string[]>('sources') ?? []).map(folderOf),
    judgeAfter: settings.get<number>('judgeAfter') ?? 150,
    ...(/^\d{4}-\d{2}-\d{2}$/u.test(asOf) ? { asOf } : {}),
  };
}
