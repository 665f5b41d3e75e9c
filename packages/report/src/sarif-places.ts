/** Where a result is, and how to know it again, as SARIF writes it. */
import type { Case, Finding } from '@casus/model';

/** The base of relative addresses: the folder that the command ran in. */
export const BASE = '%SRCROOT%';

/** The address of a file: relative to the base with forward slashes, or absolute where the path is; every other sign encoded. */
export function artifactUri(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return { uri: `file:///${slashed.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` };
  if (slashed.startsWith('//')) return { uri: `file:${encoded}` };
  if (slashed.startsWith('/')) return { uri: `file://${encoded}` };
  return { uri: encoded, uriBaseId: BASE };
}

/**
 * What each finding is known by from one version of a text to the next: its code, its file, what it is about and the words at its place, with the white
 * space evened out; of several alike, which one. The number of the line does not enter, so that a sentence may move.
 */
export function fingerprints(case_: Case, findings: readonly Finding[]): readonly string[] {
  const texts = new Map(case_.files.map(({ path, text }) => [path, text]));
  const seen = new Map<string, number>();
  return findings.map(({ code, place, about }) => {
    const words = (texts.get(place.file) ?? '').slice(place.offset, place.end).replace(/\s+/g, ' ').trim();
    const key = JSON.stringify([code, place.file.replaceAll('\\', '/'), about, words]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `${hash(key)}:${nth + 1}`;
  });
}

/** A stretch of a text by its offsets in UTF-16 units: lines and columns from 1, the end exclusive. */
export function regionAt(text: string, offset: number, end: number): { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number } {
  const starts = startsOf(text);
  const until = (at: number): readonly [line: number, column: number] => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return [low + 1, at - starts[low]! + 1];
  };
  const [[startLine, startColumn], [endLine, endColumn]] = [until(offset), until(end)];
  return { startLine, startColumn, endLine, endColumn };
}

/** The text asked about last, with the offsets at which its lines begin: thousands of findings may be about one. */
let last: { readonly text: string; readonly starts: readonly number[] } | undefined;

function startsOf(text: string): readonly number[] {
  if (last?.text !== text) last = { text, starts: [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)] };
  return last.starts;
}

const PRIME = 0x100000001b3n;
const START = 0xcbf29ce484222325n;

/** FNV-1a of 64 bits over UTF-16 units, as 16 hexadecimal digits (Fowler, Noll & Vo). For telling texts apart, not for secrets. */
function hash(text: string): string {
  let value = START;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >> 8]) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * PRIME);
  }
  return value.toString(16).padStart(16, '0');
}
