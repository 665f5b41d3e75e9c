import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver';
import { locationOf, rangeOf } from '../ranges.js';
import type { FileContext } from './context.js';

/** Where the name at an offset is declared. */
export function definition({ read, uri }: FileContext, offset: number): LocationLink[] {
  const here = read.names.at(uri, offset);
  const declared = here === undefined ? undefined : read.names.declarations.get(here.id);
  if (here === undefined || declared === undefined) return [];
  return [{ originSelectionRange: rangeOf(here.place), targetUri: declared.place.file, targetRange: rangeOf(declared.whole), targetSelectionRange: rangeOf(declared.place) }];
}

/** Every place of the name at an offset, in all files of the case. */
export function references({ read, uri }: FileContext, offset: number, includeDeclaration: boolean): Location[] {
  const here = read.names.at(uri, offset);
  if (here === undefined) return [];
  return read.names.of(here.id).filter(({ declares }) => includeDeclaration || !declares).map(({ place }) => locationOf(place));
}

/** The places of the name at an offset in the same file. */
export function highlights({ read, uri }: FileContext, offset: number): DocumentHighlight[] {
  const here = read.names.at(uri, offset);
  if (here === undefined) return [];
  return read.names.in(uri).filter(({ id }) => id === here.id).map(({ place, declares }) => ({ range: rangeOf(place), kind: declares ? 3 : 2 }));
}
