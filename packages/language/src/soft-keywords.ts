/**
 * Words of the grammar that may also be names. A declaration `issue decision` or an actor `Promise` must not be refused
 * because a sentence elsewhere uses the word; where the word has its own place in a sentence, the sentence wins.
 */
export const SOFT_KEYWORDS: ReadonlySet<string> = new Set([
  'account', 'accounts', 'act', 'action', 'actor', 'adopt', 'agreement', 'analysis', 'approve', 'arrangement', 'article', 'attack', 'attribute', 'author',
  'automatic', 'begins', 'body', 'captive', 'charter', 'collective', 'commentary', 'communique', 'consensus', 'consent', 'date', 'day', 'days', 'decide', 'default',
  'defaults', 'digest', 'dispute', 'draft', 'duty', 'each', 'ends', 'event', 'fact', 'finding', 'forbidden', 'force', 'free', 'general', 'grade', 'group', 'half', 'help', 'hollow',
  'hostile', 'hour', 'hours', 'instrument', 'instruments', 'issue', 'judge', 'kind', 'least', 'limit', 'limits', 'majority', 'matter', 'meanwhile', 'member', 'members', 'memorandum',
  'month', 'months', 'most', 'necessary', 'obtain', 'option', 'organisation', 'party', 'pledge', 'position', 'present', 'primary', 'promise', 'proposal', 'publisher',
  'quarters', 'quorum', 'range', 'ratified', 'reading', 'readings', 'region', 'reporting', 'request', 'resolution', 'scenario', 'seats', 'silent', 'single', 'source', 'state',
  'states', 'step', 'text', 'thirds', 'threat', 'treaty', 'unanimity', 'url', 'voluntary', 'vote', 'voting', 'week', 'weeks', 'withdraw', 'year', 'years',
]);
