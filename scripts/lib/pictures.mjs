/** The pictures of the manual: the file in docs/pictures/, and what `casus graph` is asked for it. */
export const PICTURES = [
  ['guarantee.svg', ['Help', '--in', 'Guarantee', '--when', 'BorduriaAttacks', '--case', 'docs/examples/guarantee.casus']],
  ['armed-force.svg', ['Force', '--in', 'Guarantee', '--when', 'LindoriaBeside', '--case', 'docs/examples/guarantee.casus']],
  ['istanbul-draft.svg', ['Help', '--in', 'DraftRussianText', '--when', 'RussiaAttacks', '--case', 'cases/ukraine-2025']],
];
