import { describe, expect, it } from 'vitest';
import { nearest } from '../src/nearest.js';

describe('the name nearest to a wrong one', () => {
  const CODES = ['form/date', 'promise/captive', 'norms/duty-against-ban'];

  it.each([
    ['promise/captve', 'promise/captive'], ['captiv', 'promise/captive'], ['nope/captive', 'promise/captive'], ['PROMISE/CAPTIVE', 'promise/captive'],
    ['dtae', 'form/date'], ['duty-agianst-bann', 'norms/duty-against-ban'],
  ])('%s: %s', (wrong, right) => expect(nearest(wrong, CODES)).toBe(right));

  it.each(['nope/nope', 'nope', 'n', '', 'dote/fame', 'long-and-unlike/duty'])('%j is like none', (wrong) => expect(nearest(wrong, CODES)).toBeUndefined());
});
