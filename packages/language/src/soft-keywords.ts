/**
 * Words of the grammar that may also be names. A declaration `issue decision` or an actor `Promise` must not be refused
 * because a sentence elsewhere uses the word; where the word has its own place in a sentence, the sentence wins.
 */
export const SOFT_KEYWORDS: ReadonlySet<string> = new Set([
  'accession', 'account', 'accounts', 'act', 'action', 'actor', 'actors', 'adopt', 'application', 'agreement', 'analysis', 'approve', 'arrangement', 'article', 'attack', 'attribute', 'author',
  'automatic', 'begins', 'body', 'captive', 'casting', 'charter', 'collective', 'commentary', 'communique', 'concurring', 'consensus', 'consent', 'date', 'day', 'days', 'decide', 'default',
  'defaults', 'digest', 'dispute', 'draft', 'duty', 'each', 'ends', 'event', 'fact', 'finding', 'forbidden', 'force', 'free', 'general', 'grade', 'group', 'half', 'help', 'hollow',
  'hostile', 'hour', 'hours', 'instrument', 'instruments', 'issue', 'judge', 'kind', 'label', 'later', 'least', 'limit', 'limits', 'majority', 'matter', 'meanwhile', 'member', 'members', 'memorandum',
  'month', 'months', 'most', 'name', 'necessary', 'notice', 'obtain', 'one', 'option', 'organisation', 'own', 'party', 'pledge', 'position', 'present', 'primary', 'procedure', 'promise', 'proposal', 'provisional', 'publisher',
  'quarters', 'quorum', 'range', 'ratified', 'ratify', 'reading', 'readings', 'region', 'reporting', 'request', 'reservation', 'resolution', 'scenario', 'seats', 'signed', 'silence', 'silent', 'single', 'source', 'state',
  'states', 'step', 'suspended', 'text', 'thirds', 'threat', 'treaty', 'unanimity', 'url', 'voluntary', 'vote', 'votes', 'voting', 'week', 'weeks', 'withdraw', 'withdrawal', 'year', 'years',
]);
