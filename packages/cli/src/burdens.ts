/** `casus burdens`: what each party bears, may do, can stop and can end. */
import { burdensOf, verdictsOf, type Burdens } from '@casus/analysis';
import { burdensDocument, burdensPage, documentText, pageText } from '@casus/report';
import { VERSION } from './installation.js';
import { styleOf, type Io } from './io.js';
import { Texts } from './texts.js';
import { EXIT } from './usage-error.js';

/** Options of `casus burdens`, as the command line gives them. */
export interface BurdensOptions {
  readonly case?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Tells the burdens of one text or several. Returns the exit code. */
export function runBurdens(names: readonly string[], options: BurdensOptions, io: Io): number {
  const texts = new Texts(io, options.case);
  const asOf = options.asOf === undefined ? {} : { asOf: options.asOf };
  const all = names.map((name) => texts.read(name)).map((side) => {
    const burdens: Burdens = burdensOf(side.case, { subject: side.subject, options: side.options ?? [], ...asOf }, verdictsOf(side, asOf));
    return { case: side.case, burdens };
  });
  if (options.json === true) io.stdout.write(documentText(burdensDocument(all, VERSION)));
  else {
    const style = styleOf(io, options);
    const rule = `\n\n${style.palette.dim('─'.repeat(Math.min(style.width, 60)))}\n\n`;
    io.stdout.write(`${all.map((one) => pageText(burdensPage(one.case, one.burdens), style)).join(rule)}\n`);
  }
  return texts.incomplete ? EXIT.failed : EXIT.passed;
}
