import type { Dispute, Id, Source } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { astray, astrayMessage } from '../paths.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { declared, provenance } from './provenance.js';
import { date } from './quantities.js';

/** A source: each line at most once. */
export function source(b: Bridge, at: Site, node: ast.SourceDecl, id: Id): Source {
  const made: { -readonly [K in keyof Source]?: Source[K] } = {};
  const seen = new Set<string>();
  for (const item of node.items) {
    const place = placeOf(at.file, item);
    if (seen.has(item.key)) {
      b.report('form/incomplete', place, `\`${id}\` has two lines \`${item.key}\``, { help: 'keep one of them' });
      continue;
    }
    seen.add(item.key);
    switch (item.key) {
      case 'date': {
        const day = date(b, at, item, 'date');
        if (day !== undefined) made.date = day;
        break;
      }
      case 'kind':
        if (item.kind !== undefined) made.kind = item.kind;
        break;
      case 'grade': {
        const grade = /^([A-F])([1-6])$/u.exec(item.grade ?? '');
        if (grade !== null) made.grade = { reliability: grade[1]!, credibility: grade[2]! };
        else b.report('form/incomplete', place, `\`${item.grade ?? ''}\` is no grade of the Admiralty code`, { help: 'a letter from A to F for the source and a number from 1 to 6 for the information, such as B2' });
        break;
      }
      case 'within': {
        const container = item.container === undefined ? undefined : b.resolve(at, item.container, ['source']);
        if (container !== undefined) made.within = container;
        break;
      }
      case 'digest': {
        const digest = (item.value ?? '').replace(/^sha256[:-]/u, '').toLowerCase();
        if (/^[0-9a-f]{64}$/u.test(digest)) made.digest = digest;
        else b.report('form/incomplete', place, 'a digest is the SHA-256 of the file, 64 hexadecimal digits', { help: '`sha256sum` and the name of the file prints it' });
        break;
      }
      case 'text': {
        // It is looked for beside the files of the case and in their `sources`; the path leads down from there.
        const wrong = item.value === undefined ? undefined : astray(item.value, '', []);
        if (wrong === undefined) made.text = item.value ?? '';
        else {
          const { message, help } = astrayMessage(item.value!, wrong);
          b.report('form/import', place, message, { help });
        }
        break;
      }
      default:
        if (item.value !== undefined) made[item.key] = item.value;
    }
  }
  return { ...declared(b, at, id, node), ...made };
}

/** Differing accounts of one point, side by side. */
export function dispute(b: Bridge, at: Site, node: ast.AccountsDecl, id: Id): Dispute {
  return {
    ...declared(b, at, id, node),
    accounts: node.accounts.map((account) => ({ text: account.text, place: placeOf(at.file, account), provenance: provenance(b, at, account.marks) })),
  };
}
