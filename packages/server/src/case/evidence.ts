import { citations, verifyCase, type CitationInCase, type EvidenceReport, type SourceText } from '@casus/dossier';
import type { Case, Id } from '@casus/model';
import type { Host } from '../host.js';
import { folderOf, inFolder } from '../uris.js';

/** Reads the texts of sources that are at hand, and checks the citations of a case against them. Texts once read are kept until `forget`. */
export class Evidence {
  private readonly texts = new Map<string, Promise<SourceText | undefined>>();
  /** The last report of each case, by its files. */
  private readonly reports = new Map<string, { readonly key: string; readonly report: EvidenceReport }>();

  /** `extra`: folders in which texts are looked for too. */
  constructor(private readonly host: Host, private readonly extra: readonly string[]) {}

  /** Something changed on disk. */
  forget(): void {
    this.texts.clear();
    this.reports.clear();
  }

  async of(case_: Case, own: readonly string[]): Promise<EvidenceReport> {
    const found = new Map<Id, SourceText>();
    for (const source of case_.sources.values()) {
      if (source.text === undefined || source.text === '') continue;
      const text = await this.textOf(source.text, source.place.file, own);
      if (text === undefined) continue;
      const { sha256, ...rest } = text;
      found.set(source.id, source.digest === undefined || sha256 === undefined ? rest : { ...rest, sha256 });
    }
    const cited = citations(case_);
    const key = keyOf(case_, cited, found);
    const known = this.reports.get(own.join('\n'));
    const report = known?.key === key ? renewed(known.report, cited) : verifyCase(case_, found);
    this.reports.set(own.join('\n'), { key, report });
    return report;
  }

  /** The file of a source's text, if it is at hand. */
  async fileOf(name: string, file: string, own: readonly string[]): Promise<string | undefined> {
    for (const uri of candidates(name, file, own, this.extra)) if ((await this.read(uri)) !== undefined) return uri;
    return undefined;
  }

  private async textOf(name: string, file: string, own: readonly string[]): Promise<SourceText | undefined> {
    for (const uri of candidates(name, file, own, this.extra)) {
      const text = await this.read(uri);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  private read(uri: string): Promise<SourceText | undefined> {
    let text = this.texts.get(uri);
    if (text === undefined) {
      text = this.host.read(uri).then(async (bytes) => (bytes === undefined ? undefined : { name: uri, text: new TextDecoder().decode(bytes), sha256: await digestOf(bytes) }));
      this.texts.set(uri, text);
    }
    return text;
  }
}

/** Where the text of a source is looked for: beside its own file and the files of the case, in their folders `sources`, and in the folders named by the user. */
function candidates(name: string, file: string, own: readonly string[], extra: readonly string[]): readonly string[] {
  const folders = [file, ...own].filter((each) => !each.startsWith('untitled:')).flatMap((each) => [folderOf(each), inFolder(folderOf(each), 'sources')]);
  const names = [...new Set([name, name.split(/[/\\]/u).at(-1)!])].filter((each) => each !== '');
  return [...new Set([...folders, ...extra])].flatMap((folder) => names.map((each) => inFolder(folder, each)));
}

/** All that a report depends on but the places of the citations: what is quoted from which source, the sources, and their texts. */
function keyOf({ sources }: Case, cited: readonly CitationInCase[], texts: ReadonlyMap<Id, SourceText>): string {
  return JSON.stringify([
    cited.map(({ citation: { source, phrase } }) => [source, phrase]),
    [...sources.values()].map(({ place: _place, provenance: _provenance, ...rest }) => rest),
    [...texts].map(([id, { name, text, sha256 }]) => [id, name, text.length, sha256]),
  ]);
}

/** A report about the same quotations, which may have moved. */
function renewed(report: EvidenceReport, cited: readonly CitationInCase[]): EvidenceReport {
  const now = new Map(report.citations.map((checked, i) => [checked, { ...checked, ...cited[i]! }]));
  return { ...report, citations: [...now.values()], unavailable: report.unavailable.map((source) => ({ ...source, citations: source.citations.map((checked) => now.get(checked)!) })) };
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
