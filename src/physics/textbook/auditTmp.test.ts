import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { runHeadless } from '../../runner/headless.ts';
import { parseFile } from '../../design/parse.ts';
import { measureNode } from './measured.ts';
const cases: [string, number, Record<string, number>, number][] = [
  ['mm1-rho80', 1, { response: 0.05, utilization: 0.8, waiting: 3.2 }, 600],
  ['mm1-rho80', 1, { response: 0.05, utilization: 0.8, waiting: 3.2 }, 120],
  ['closed-50-users', 1, { utilization: 0.2390, waiting: 0.07263 }, 600],
  ['closed-50-users', 2, { utilization: 0.3825, waiting: 0.2254 }, 600],
  ['md1-rho80', 1, { response: 0.03, utilization: 0.8, waiting: 1.6 }, 600],
];
it('x', () => {
  for (const [id, node, truth, seconds] of cases) {
    const parsed = parseFile(readFileSync(`/tmp/audit/th/${id}.json`, 'utf8')) as any;
    const out: Record<string, number[]> = {};
    for (let s = 0; s < 200; s++) {
      const { plan } = compile({ ...parsed.design, seconds, seed: 'cov' + s });
      const run = runHeadless(plan!, behaviors);
      const { metrics } = measureNode(run.frames, run.layout, node, Object.keys(truth) as any);
      for (const [m, t] of Object.entries(truth)) {
        const f = metrics.get(m as any)!;
        const o = (out[m] ??= [0, 0, 0]);
        if (f.state !== 'known') o[2]++;
        else if (f.low <= t && t <= f.high) o[0]++;
        else o[1]++;
      }
    }
    console.log(id, node, seconds, JSON.stringify(out));
  }
}, 600000);
