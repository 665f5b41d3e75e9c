import { lapsesByAttacker } from './lapse.js';

/** The state that the promise guards against can end the instrument. */
export const endedByAttacker = lapsesByAttacker({
  code: 'promise/ended-by-attacker',
  of: 'ends',
  verb: 'end',
  done: 'ended',
  help: 'let no single state end it, or let the end take effect only after a notice that outlasts the case it is made for',
});
