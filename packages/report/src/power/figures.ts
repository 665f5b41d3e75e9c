/** Numbers as they are shown: decimals, fractions, bars. */
import { compareRational, decimal, divRational, showRational, toNumber, ZERO, type Rational } from '@casus/games';
import { grouped } from '../words.js';

/** How numbers are shown. */
export interface Shown {
  readonly digits: number;
  readonly fractions: boolean;
}

/** A figure: exact as a fraction where asked, whole numbers as such, otherwise rounded. */
export function figure(value: Rational, { digits, fractions }: Shown): string {
  if (value.den === 1n && (fractions || value.num > 1n || value.num < -1n)) return grouped(value.num);
  return fractions ? showRational(value) : withThousands(decimal(value, digits));
}

function withThousands(text: string): string {
  const [whole = '', rest] = text.split('.');
  return `${grouped(BigInt(whole === '-0' ? '0' : whole))}${rest === undefined ? '' : `.${rest}`}`.replace(/^0/, whole === '-0' ? '-0' : '0');
}

/** A share in percent with two places: `16.69 %`. */
export const percent = (value: Rational, digits = 2): string => `${decimal({ num: value.num * 100n, den: value.den }, digits)} %`;

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most `columns`, as long as the value is of the greatest; something that is not zero is seen. */
export function bar(value: Rational, greatest: Rational, columns: number): string {
  if (compareRational(value, ZERO) <= 0 || compareRational(greatest, ZERO) <= 0) return '';
  const eighths = Math.max(1, Math.round(toNumber(divRational(value, greatest)) * columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/** The greatest of some values; zero of none. */
export const greatestOf = (values: readonly Rational[]): Rational => values.reduce((most, value) => (compareRational(value, most) > 0 ? value : most), ZERO);
