import { positionFindings } from '@casus/agreement';
import { check } from '@casus/analysis';
import { compile } from '@casus/language';
import type { Finding, FindingCode } from '@casus/model';

/** States, a text with a bracket and a table on which it lies. */
const STATES = `case "Talks"
actor Arcadia, Borduria, Syldavia
group Two = Borduria, Syldavia
act assist "come to the aid of"
step ceasefire "a ceasefire"   step elections "elections"   step withdrawal "a withdrawal"
issue decision "How they decide" { option unanimity "all together"   option majority "by a majority" }
treaty Pact "the Pact" {
  parties Arcadia, Borduria, Syldavia
  article 1 {
    upon armed attack on Arcadia {
      if Two decide [decision.unanimity: unanimously | decision.majority: by at least 1 member]
        then each of Two shall assist Arcadia within 10 days
    }
  }
}
scenario Attack "Borduria attacks" { Borduria attacks Arcadia on 2032-05-01 }
promise Help "somebody helps" { at least 1 of Two assist Arcadia }
negotiation Talks "the talks" { instruments Pact   judged when Attack }
`;

/** The findings of a code in a text about the states above. @throws Error where the text has a mistake of form. */
export function found(code: FindingCode, text: string): readonly Finding[] {
  const outcome = compile([{ path: 'talks.casus', text: `${STATES}${text}` }], () => undefined);
  const form = outcome.findings.filter((finding) => finding.code.startsWith('form/'));
  if (form.length > 0) throw new Error(form.map(({ message, place }) => `${place.line} ${message}`).join('\n'));
  return check(outcome.value, outcome.findings, undefined, { also: positionFindings() }).findings.filter((finding) => finding.code === code);
}

/** A place as the text that it marks, of such a text. */
export const textAt = (text: string, { place }: Pick<Finding, 'place'>): string => `${STATES}${text}`.slice(place.offset, place.end);
