import { lapsesByAttacker } from './lapse.js';

/** The state that the promise guards against can suspend the instrument. */
export const suspendedByAttacker = lapsesByAttacker({
  code: 'promise/suspended-by-attacker',
  of: 'suspensions',
  verb: 'suspend',
  done: 'suspended',
  help: 'let no single state suspend it, or let the suspension not touch what falls due because of an attack',
});
