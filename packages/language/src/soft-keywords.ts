/**
 * Words of the grammar that may also be names. A declaration `issue decision` or an actor `Promise` must not be refused
 * because a sentence elsewhere uses the word; where the word has its own place in a sentence, the sentence wins.
 */
export const SOFT_KEYWORDS: ReadonlySet<string> = new Set([
  'accession', 'account', 'accounts', 'act', 'action', 'actor', 'actors', 'adopt', 'agreement', 'amendment', 'analysis', 'application', 'approve', 'arrangement', 'article',
  'attack', 'attribute', 'author', 'automatic', 'ban', 'begins', 'body', 'called', 'captive', 'casting', 'charter', 'collective', 'commentary', 'communique', 'concurring',
  'consensus', 'consent', 'date', 'day', 'days', 'decide', 'default', 'defaults', 'digest', 'dispute', 'draft', 'duty', 'each', 'ends', 'event', 'exactly', 'excludes',
  'fact', 'finding', 'forbidden', 'force', 'free', 'general', 'grade', 'group', 'half', 'help', 'hollow', 'hostile', 'hour', 'hours', 'instrument', 'instruments', 'issue',
  'judge', 'judged', 'kind', 'label', 'lack', 'lacks', 'later', 'least', 'limit', 'limits', 'majority', 'matter', 'meanwhile', 'member', 'members', 'memorandum', 'month',
  'months', 'most', 'name', 'necessary', 'needs', 'negotiation', 'notice', 'obtain', 'one', 'option', 'organisation', 'own', 'party', 'pledge', 'points', 'position',
  'present', 'primary', 'procedure', 'promise', 'proposal', 'provisional', 'publisher', 'quarters', 'quorum', 'range', 'ranks', 'ratified', 'ratify', 'reading', 'readings',
  'region', 'reporting', 'request', 'reservation', 'resolution', 'right', 'scenario', 'seats', 'signed', 'silence', 'silent', 'single', 'source', 'standing', 'state',
  'states', 'step', 'steps', 'suspended', 'text', 'thirds', 'threat', 'treaty', 'unanimity', 'url', 'values', 'veto', 'voluntary', 'vote', 'votes', 'voting', 'week',
  'weeks', 'weight', 'withdraw', 'withdrawal', 'year', 'years',
]);
