import { expect, it } from 'vitest';
import { runReplay, type ReplayCommandOptions } from '../src/replay.js';
import { folder } from './command.js';

it('casus replay prints what is done when Ctrl-C stops it', { timeout: 60_000 }, async () => {
  const cwd = folder({
    'league.casus': 'case "League"\nactor Arcadia, Borduria, Syldavia\nbody Council { members Arcadia, Borduria, Syldavia  decides by at least 2 members }\n',
    'votes.csv': `vote,outcome,Arcadia,Borduria,Syldavia\n${Array.from({ length: 300_000 }, (_, i) => `R${i},adopted,Y,Y,N`).join('\n')}`,
  });
  let text = '';
  const stream = { write: (part: string) => (text += part) };
  const options: ReplayCommandOptions = { missing: 'unknown', names: [], with: [], color: false };
  const before = process.listenerCount('SIGINT');
  const running = runReplay('Council', 'votes.csv', options, { cwd, env: {}, stdout: stream, stderr: stream, stdin: process.stdin });
  // The command's own listener, as the system would call it; others are the test runner's.
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  (process.listeners('SIGINT').at(-1) as () => void)();
  expect(await running).toBe(130);
  const [, done] = /The rule explains ([\d,]+) of \1 votes/.exec(text)!;
  expect(Number(done!.replaceAll(',', ''))).toBeLessThan(300_000);
  expect(text).toContain('Stopped before the end of the record.');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
