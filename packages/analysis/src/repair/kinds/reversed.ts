import type { Cond, Decision, Norm } from '@casus/model';
import { articleName } from '../../words.js';
import { placeKey, STANDARD, type Candidate } from '../candidate.js';
import { met, replacing, waitingFor } from '../conditions.js';
import { removal } from '../removal.js';
import { wordsOf, type Setting } from '../setting.js';
import { sentenceOf, type Source } from '../source.js';

/** What such a decision is about. */
const OTHERWISE = 'otherwise';

/** A reversed default: the duty stands, unless those who decided on it decide otherwise by the same rule. */
export function reversed(setting: Setting): readonly Candidate[] {
  return waitingFor(setting, ({ kind }) => kind === 'decided').flatMap(({ cond, governed }): Candidate[] => {
    const [norm, ...others] = governed;
    const { place } = cond;
    const source = setting.source(place);
    if (cond.kind !== 'decided' || norm === undefined || others.length > 0 || source === undefined) return [];
    const removed = removal(source, cond, governed);
    const sentence = sentenceOf(source, norm);
    const text = decisionText(setting, source, cond.decision);
    if (removed === undefined || removed.edits.length === 0 || sentence === undefined || text === undefined) return [];
    const decision = otherwise(cond.decision);
    const to = (form: Norm): Norm => ({
      ...form, when: replacing(form.when, place, (inner) => (inner.kind === 'decided' ? met(place) : inner)),
      unless: [...form.unless, { kind: 'decided', decision, place } satisfies Cond],
    });
    const where = articleName(setting.case, norm.article);
    // A condition inside the sentence may stand at its end.
    const end = removed.form !== 'around' && place.end === sentence.end ? place.end : sentence.end;
    return [{
      id: `reversed ${placeKey(place)}`, kind: 'reversed', label: `it stands unless \`${text.replace(ruleText(source, cond.decision), wordsOf(setting, cond.decision.rule ?? {}))}\``, ...(where === undefined ? {} : { where }),
      place, cost: STANDARD, point: `reversed ${placeKey(place)}`, slots: [`otherwise ${placeKey(place)}`],
      changes: [{ on: 'sentence', place: norm.place, to }], edits: [...removed.edits, { file: source.file, offset: end, end, text: ` unless ${text}`, rank: 5 }],
    }];
  });
}

/** The decision otherwise: the same voters and rule, on another question, at any time. */
function otherwise({ matter: _matter, request: _request, ...decision }: Decision): Decision {
  const slash = decision.ballots.indexOf('/');
  return { ...decision, ballots: `${decision.ballots.slice(0, slash)}/${OTHERWISE}`, deadline: { kind: 'none' } };
}

const ruleText = (source: Source, { rule }: Decision): string => (rule === undefined ? '' : source.slice(rule.place));

/** The decision otherwise in words; nothing for a body that has no rule for any question whatever. */
function decisionText(setting: Setting, source: Source, decision: Decision): string | undefined {
  const { voters, rule, body } = decision;
  if (rule === undefined && setting.case.bodies.get(body ?? '')?.rules.some(({ matters }) => matters.length === 0) !== true) return undefined;
  const verb = source.after(voters.place.end)?.text ?? '';
  const one = ['decides', 'adopts', 'has', 'finds'].includes(verb);
  return `${source.slice(voters.place)} ${one ? 'decides' : 'decide'} on "${OTHERWISE}"${rule === undefined ? '' : ` ${ruleText(source, decision)}`}`;
}
