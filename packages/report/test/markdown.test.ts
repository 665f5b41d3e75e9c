import { describe, expect, it } from 'vitest';
import { PLAIN, markdownText, pageSummary } from '../src/index.js';

const PAGE = `# promise/captive

The **promise** needs the [consent](../../meaning.md#8) of \`the attacker\`.
It goes on. See [the site](https://example.org/x).

## Example

\`\`\`casus
Guarantors decide unanimously   // *not* emphasis
\`\`\`

- one thing that
  goes on
- another
1. first

| strength | when |
|---|---|
| captive | always |

> quoted
> words
`;

describe('a page for the terminal', () => {
  it('is read without marks', () => {
    expect(markdownText(PAGE, { palette: PLAIN, width: 80 })).toBe(
      [
        'promise/captive',
        'The promise needs the consent of `the attacker`. It goes on. See the site\n<https://example.org/x>.',
        'Example',
        '    Guarantors decide unanimously   // *not* emphasis',
        '  - one thing that goes on\n  - another\n  1. first',
        '  strength  when\n  captive   always',
        '  │ quoted words',
      ].join('\n\n'),
    );
  });

  it('has a title and a first sentence', () => {
    expect(pageSummary(PAGE)).toEqual({ title: 'promise/captive', first: 'The promise needs the consent of `the attacker`.' });
    expect(pageSummary('')).toEqual({ title: '', first: '' });
  });

  it('ends, whatever it is given', () => {
    for (const odd of ['```', '|', '>', '-', '#', '\n\n', '# ', '| a', '  - x']) expect(typeof markdownText(odd, { palette: PLAIN, width: 80 })).toBe('string');
  });
});
