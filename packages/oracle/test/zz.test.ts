import { it } from 'vitest';
import { randomCase, randomQuestion } from '../src/random/case.js';
import { judge } from '../src/index.js';
it('stat', () => {
  const count: Record<string, number> = {}; const add = (k: string) => { count[k] = (count[k] ?? 0) + 1; };
  const times: [number, number][] = [];
  for (let seed = 0; seed < 2000; seed++) {
    const c = randomCase(seed); const q = randomQuestion(c, seed);
    if (!q) { add('none'); continue; }
    const t = performance.now();
    try { const v = judge(c, {...q, limit: 200000}); add(v.strength + '/' + (v.meanwhile ?? '') + '/' + (v.general ?? '')); add('vet' + v.vetoers.length); add('long ' + (typeof v.longest === 'object' ? 'days' : v.longest)); add('def' + v.defaults); if (v.pledgedStrength && v.pledgedStrength !== v.strength) add('pledged differs');
      const p = c.promises.get('Help')!; add('kind ' + p.expr.kind + ' ' + v.strength); if (v.entry.some(e => e.needsAttacker)) add('needs'); if (v.ends.some(e => e.attackerCan)) add('canend'); add('holding'+v.holding.length);
      if (v.othersAbstain !== v.deciding.without(v.world.hostile)) add('abstain differs');
      if (v.othersAbsent !== v.othersAbstain) add('absent/abstain differ');
    } catch (e) { add((e as Error).name + (e as Error).message.slice(0, 40)); }
    times.push([performance.now() - t, seed]);
  }
  console.log(JSON.stringify(count, null, 1));
  times.sort((a, b) => b[0] - a[0]);
  console.log(times.slice(0, 15), times.reduce((s, [t]) => s + t, 0) / times.length);
}, 600000);
