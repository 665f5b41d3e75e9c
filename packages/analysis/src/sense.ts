import type { Id } from '@casus/model';
import type { Taken } from './wording.js';

/** What a part of the text means, as a text of its own: without places and citations, brackets resolved, names of its own instrument without its name. */
export function senseOf(node: unknown, taken: Taken, own: Id): string {
  return JSON.stringify(resolved(node, taken), (key, value: unknown) => {
    if (key === 'place' || key === 'provenance' || (key === 'text' && typeof value === 'string')) return undefined;
    if (typeof value === 'bigint') return String(value);
    return typeof value === 'string' ? shortened(value, own) : value;
  }) ?? '';
}

const shortened = (value: string, own: Id): string => value.split(' ').map((word) => (word === own ? '~' : word.startsWith(`${own}.`) ? `~${word.slice(own.length)}` : word)).join(' ');

/** Brackets replaced by the alternative that is taken. */
function resolved(node: unknown, taken: Taken): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((part) => resolved(part, taken));
  if ('alternatives' in node && Array.isArray(node.alternatives)) {
    const alternatives = node.alternatives as readonly { readonly option: Id; readonly value: unknown }[];
    const one = alternatives.find(({ option }) => taken(option) === true);
    if (one !== undefined) return resolved(one.value, taken);
    if (alternatives.every(({ option }) => taken(option) === false)) return null;
  }
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'place').map(([key, value]) => [key, resolved(value, taken)]));
}
