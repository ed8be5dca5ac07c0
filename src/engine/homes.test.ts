import { expect, it } from 'vitest';
import { draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import { readingsOf } from './readings.ts';

/** People of two regions, each with a site and a database of their own; `swapped` sends everybody to the other's. */
const play = ({ swapped = false, holds = 'region' as 'region' | 'all', ownRows = true, writeShare = 0 }) => {
  const [east, west] = swapped ? ['w', 'e'] : ['e', 'w'];
  const { plan } = compile(
    draw({
      title: 'Apart',
      seconds: 30,
      groups: [
        { id: 'g1', label: 'East', region: 'us-east', at: [0, 0], size: [900, 300] },
        { id: 'g2', label: 'West', region: 'us-west', at: [0, 400], size: [900, 300] },
      ],
      nodes: [
        { id: 'ue', kind: 'users', at: [20, 60], group: 'g1', params: { ratePerSecond: 100, ownRows } },
        { id: 'uw', kind: 'users', at: [20, 460], group: 'g2', params: { ratePerSecond: 100, ownRows } },
        { id: 'e', kind: 'web-server', at: [300, 60], group: 'g1' },
        { id: 'w', kind: 'web-server', at: [300, 460], group: 'g2' },
        { id: 'de', kind: 'database', at: [600, 60], group: 'g1', params: { holds, replicas: 0 } },
        { id: 'dw', kind: 'database', at: [600, 460], group: 'g2', params: { holds, replicas: 0 } },
      ],
      links: [
        ['ue', east, { retries: 0 }],
        ['uw', west, { retries: 0 }],
        ['e', 'de'],
        ['w', 'dw'],
      ],
      workload: { staticShare: 0, writeShare, keys: 100, keySkew: 0 },
    }),
  );
  const { layout, frames, notes } = runHeadless(plan!, behaviors);
  return readingsOf(plan!, layout, frames, notes);
};

it('separate databases have the rows of their own people, and none of the others', () => {
  const home = play({});
  expect(home.of('de', 'missingRows') + home.of('dw', 'missingRows')).toBe(0);
  const away = play({ swapped: true });
  expect(away.total('completed.read')).toBe(0);
  expect(away.of('dw', 'missingRows')).toBeGreaterThan(2000);
});

it('where all rows are everywhere, or people ask for the rows of all, half or nothing is missing', () => {
  expect(play({ swapped: true, holds: 'all' }).of('dw', 'missingRows')).toBe(0);
  const shared = play({ ownRows: false });
  expect(Math.abs(shared.of('de', 'missingRows') / shared.of('ue', 'offered') - 0.5)).toBeLessThan(0.04);
});

it('what has been written here since is here', () => {
  const away = play({ swapped: true, writeShare: 30 });
  const rate = (from: number, to: number) => away.total('completed.read', { from, to }) / away.total('offered.read', { from, to });
  // 60 writes a second on 50 rows of each: in the first second few are there, after 20 s all
  expect(rate(0, 1)).toBeLessThan(0.5);
  expect(rate(20, 29)).toBeGreaterThan(0.99);
});
