import type { Finding } from '@casus/model';
import { addFinding } from '../bridge/context.js';
import { placeOf } from '../bridge/places.js';
import type { ParsedFile } from '../load.js';

/** A case has one title, and an instrument says something. Read off the syntax trees: in the case, neither is left to see. */
export function headingsAreFollowed(files: readonly ParsedFile[], findings: Finding[]): void {
  let title: { readonly title: string; readonly place: Finding['place'] } | undefined;
  for (const { path, root, imported } of files) {
    for (const item of root.items) {
      if (item.$type === 'InstrumentDecl' && item.items.length === 0) tellEmpty(item.kind, item.name, placeOf(path, item), findings);
      if (item.$type !== 'CaseHeader' || imported) continue;
      const place = placeOf(path, item);
      if (title === undefined) title = { title: item.title, place };
      else addFinding(findings, 'form/incomplete', place, `the case has a title already: “${title.title}”`, { causes: [{ message: 'the first title', place: title.place }], help: 'keep one `case` line; the other files of a case need none' });
    }
  }
}

function tellEmpty(kind: string, name: string, place: Finding['place'], findings: Finding[]): void {
  // What stood in it may have been left out for a mistake that is told.
  const isBroken = findings.some(({ place: { file, offset, end } }) => file === place.file && offset < place.end && end > place.offset);
  if (!isBroken) addFinding(findings, 'form/incomplete', place, `the ${kind} \`${name}\` says nothing`, { help: 'add `parties` and an article with a sentence, or remove it' });
}
