import { CODES, isFindingCode, type Expectation, type Id, type Strength } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { nearest } from '../nearest.js';
import type { Bridge, Site } from './context.js';
import type { Kind } from './names.js';
import { placeOf } from './places.js';
import { fixedDays } from './quantities.js';

const ANY_KIND: readonly Kind[] = [
  'promise', 'arrangement', 'instrument', 'scenario', 'actor', 'group', 'body', 'matter', 'act', 'event', 'region', 'fact', 'attribute', 'organisation', 'article', 'issue',
  'option', 'source', 'accounts',
];

/** What the author claims of the model: one expectation for each scenario of the line. */
export function expectations(b: Bridge, at: Site, node: ast.ExpectPromise | ast.ExpectFinding): Expectation[] {
  return node.$type === 'ExpectFinding' ? expectedFinding(b, at, node) : expectedVerdict(b, at, node);
}

function expectedFinding(b: Bridge, at: Site, node: ast.ExpectFinding): Expectation[] {
  const place = placeOf(at.file, node);
  const about = node.about.flatMap((written, i) => b.resolveText(at, written, b.placeOfProperty(at, node, 'about', i), ANY_KIND)?.id ?? []);
  if (!isFindingCode(node.code)) {
    const near = nearest(node.code, Object.keys(CODES)) ?? Object.keys(CODES).find((code) => code.endsWith(`/${node.code.split('/')[1] ?? ''}`));
    b.report('form/unknown-name', b.placeOfProperty(at, node, 'code'), `there is no finding \`${node.code}\``, { help: near === undefined ? undefined : `did you mean \`${near}\`?` });
    return [];
  }
  return about.length < node.about.length ? [] : [{ kind: 'finding', code: node.code, about, place }];
}

function expectedVerdict(b: Bridge, at: Site, node: ast.ExpectPromise): Expectation[] {
  const before = b.holes;
  const place = placeOf(at.file, node);
  const promise = b.resolve(at, node.promise, ['promise']);
  const arrangement = b.resolveJudged(at, node.arrangement);
  const scenarios: Id[] = b.resolveAll(at, node.scenarios, ['scenario']);
  const attacker = node.attacker === undefined ? undefined : b.resolve(at, node.attacker, ['actor']);
  const options = b.resolveAll(at, node.options, ['option']);
  const because = b.resolveAll(at, node.because, ['actor', 'group', 'body']);
  const within = fixedDays(b, at, node.within);
  if (promise === undefined || arrangement === undefined || b.holes > before) return [];
  return scenarios.map((scenario) => ({
    kind: 'promise', promise, arrangement, scenario, ...(attacker === undefined ? {} : { attacker }), options, strength: node.strength as Strength,
    ...(node.meanwhile === undefined ? {} : { meanwhile: node.meanwhile }), ...(node.general === undefined ? {} : { general: node.general as Strength }), because,
    ...(within === undefined ? {} : { within }), ...(node.defaults === undefined ? {} : { defaults: Number(node.defaults.replaceAll('_', '')) }), place,
  }));
}
