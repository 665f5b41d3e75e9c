/** Which case a body is of, when the user does not say. */
import type { Case, Id } from '@casus/model';
import { compiled } from './compiled.js';
import { caseFilesIn, inputsOf, readIfThere, type Input } from './files.js';
import { LIBRARY } from './installation.js';
import { listing, lookUp } from './lookup.js';
import { didYouMean } from './nearest.js';
import { UsageError } from './usage-error.js';

/** A body, and the case that it is of. */
export interface FoundBody {
  readonly case: Case;
  readonly body: Id;
}

/**
 * The body of that name: of the case given; else of the case in the current folder, or of the file of the library that declares it.
 * @throws UsageError where there is none, naming the nearest.
 */
export function bodyCase(name: string, given: string | undefined, cwd: string): FoundBody {
  if (given !== undefined) return of(inputsOf([given], cwd), name, cwd);
  if (caseFilesIn(cwd).length > 0) {
    const own = compiled(inputsOf(['.'], cwd)[0]!, cwd).value;
    if ([...own.bodies.values()].some((body) => body.id === name || body.name.toLowerCase() === name.toLowerCase())) return { case: own, body: lookUp('body', name, own.bodies) };
  }
  const declared = caseFilesIn(LIBRARY).flatMap((path) => [...(readIfThere(path) ?? '').matchAll(/^body\s+([^\s"{]+)/gmu)].map(([, body]) => ({ path, body: body! })));
  const found = declared.find(({ body }) => body.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return of(inputsOf([found.path], cwd), name, cwd);
  const names = declared.map(({ body }) => body);
  throw new UsageError(`there is no body \`${name}\` here nor in the library${didYouMean(name, names) || ';'} name its case with --case FOLDER; ${listing('body in the library', names)}`);
}

function of(inputs: readonly Input[], name: string, cwd: string): FoundBody {
  const { value } = compiled(inputs[0]!, cwd);
  return { case: value, body: lookUp('body', name, value.bodies) };
}
