import type { Node } from '@casus/diagrams';
import type { Choices, Id } from '@casus/model';
import { at } from './games.js';

/** The texts in which a game has each strength of what is owed; they exclude each other. */
export interface Grade {
  readonly automatic: Node;
  readonly collective: Node;
  readonly captive: Node;
}

/** Which texts make the promise owed by itself, at the will of those outside the hostile side, or only with that side. */
export function grade(choices: Choices, owed: Node, outside: (actor: Id) => boolean): Grade {
  const { manager: m } = choices;
  const automatic = at(choices, owed, () => false);
  const collective = at(choices, owed, outside);
  const captive = at(choices, owed, () => true);
  return { automatic, collective: m.and(collective, m.not(automatic)), captive: m.and(captive, m.not(collective)) };
}
