import type { Basis, Rational, RuleCount } from '@casus/model';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { numberOf, quantity, rational, show, times } from './quantities.js';

const WORDS: Readonly<Record<string, Rational>> = {
  half: { num: 1n, den: 2n }, twothirds: { num: 2n, den: 3n }, threequarters: { num: 3n, den: 4n }, threefifths: { num: 3n, den: 5n }, onethird: { num: 1n, den: 3n },
};

/** A share as an exact fraction; more than the whole is a finding. */
export function shareOf(b: Bridge, at: Site, node: ast.Share): Rational {
  const share = written(b, at, node);
  if (share.num > share.den) b.report('form/impossible-rule', placeOf(at.file, node), `a share cannot be more than the whole, and ${percent(share)} is`, { help: 'write at most 100%' });
  if (share.num === 0n) b.report('form/impossible-rule', placeOf(at.file, node), 'a share of nothing decides nothing', { help: 'write a share above 0' });
  return share;
}

function written(b: Bridge, at: Site, node: ast.Share): Rational {
  if (node.word !== undefined) return WORDS[node.word.replaceAll(/\s/gu, '')]!;
  if (node.number !== undefined) return times(numberOf(node.number), { num: 1n, den: 100n });
  const den = BigInt((node.den ?? '1').replaceAll('_', ''));
  if (den === 0n) {
    b.report('form/impossible-rule', placeOf(at.file, node), 'nothing can be divided by 0', { help: 'write a share such as 2/3' });
    return { num: 1n, den: 1n };
  }
  return rational(BigInt((node.num ?? '0').replaceAll('_', '')), den);
}

function percent(share: Rational): string {
  const value = times(share, rational(100n));
  return value.den === 1n ? `${value.num}%` : show(share);
}

/** What a share is taken of. */
export function basisOf(text: string): Basis {
  return text.endsWith('voting') ? 'voting' : text.endsWith('present') ? 'present' : 'members';
}

/** A quorum. */
export function threshold(b: Bridge, at: Site, node: ast.Threshold): RuleCount {
  if (node.share !== undefined) return { kind: 'share', share: shareOf(b, at, node.share), basis: basisOf(node.basis ?? 'members'), strict: false };
  return { kind: 'count', count: quantity(b, at, node.count!), strict: false };
}
