import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Index } from '../../src/power/index.js';
import { show } from '../../src/rational.js';

/** Published and separately computed figures, beside the repository. */
const FILE = resolve(import.meta.dirname, '../../../../../shared/reference/power.json');

export const present = existsSync(FILE);
if (!present) console.info('packages/oracle/test/power: figures not compared, as ../shared/reference is not there.');

/** One game of the part "small". */
export interface SmallFigures {
  readonly n: string;
  readonly winning: string;
  readonly mwc: string;
  readonly blocking: string;
  readonly coleman_collective: string;
  readonly veto: readonly string[];
  readonly dummies: readonly string[];
  readonly [index: string]: string | readonly string[];
}

export interface Power {
  readonly published: readonly { readonly game: string; readonly [index: string]: unknown }[];
  readonly computed: { readonly small: Readonly<Record<string, SmallFigures>> } & Readonly<Record<string, never>>;
}

/** The file as data. */
export const power = (): Power => JSON.parse(readFileSync(FILE, 'utf8')) as Power;

/** As the file writes fractions. */
export const shown = (values: Index): string[] | undefined => values?.map(show);
