import type { Alternative, Id } from '@casus/model';
import type { AstNode, Reference } from 'langium';
import type { Bridge, Site } from './context.js';
import { placeOf, placeOfCst } from './places.js';

/** What every alternative of a bracket has. */
interface Written<V> extends AstNode {
  readonly option: Reference;
  readonly value: V;
}

/** The alternatives of a bracket, each with its option; those whose option is unknown are left out. */
export function alternatives<V, T>(b: Bridge, at: Site, written: readonly Written<V>[], build: (value: V) => T): Alternative<T>[] {
  const options = optionsOf(b, at, written);
  return written.flatMap((alternative, i) => {
    const value = build(alternative.value);
    const option = options[i];
    return option === undefined ? [] : [{ option, value }];
  });
}

/** The options of the alternatives of a bracket, in order: one issue, no option twice. */
export function optionsOf(b: Bridge, at: Site, written: readonly (AstNode & { readonly option: Reference })[]): (Id | undefined)[] {
  const options = written.map((alternative) => b.resolve(at, alternative.option, ['option']));
  const first = options.findIndex((option) => option !== undefined);
  const seen = new Map<Id, AstNode>();
  options.forEach((option, i) => {
    const alternative = written[i]!;
    if (option === undefined) return;
    const place = placeOfCst(at.file, alternative.option.$refNode);
    const earlier = seen.get(option);
    if (earlier !== undefined) {
      b.report('form/incomplete', place, `the bracket has the option \`${option}\` twice`, {
        causes: [{ message: 'first alternative', place: placeOf(at.file, earlier) }], help: 'one alternative for each option',
      });
      options[i] = undefined;
    } else if (issueOf(option) !== issueOf(options[first]!)) {
      b.report('form/incomplete', place, `\`${option}\` is no option of \`${issueOf(options[first]!)}\`, which this bracket is about`, { help: 'a bracket is about one issue; put the other into a bracket of its own' });
      options[i] = undefined;
    }
    if (options[i] !== undefined) seen.set(option, alternative);
  });
  return options;
}

/** The issue that an option belongs to. */
export function issueOf(option: Id): Id {
  return option.slice(0, option.lastIndexOf('.'));
}
