/** Databases of two data centres that tell each other of their writes, after the answer or before it (S23, in two places at once). */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import { atMost, type Claim, exactly, type Finding, near } from './claim.ts';
import { play } from './play.ts';

const perSecond = { east: 200, west: 100 } as const;
const centres = ['east', 'west'] as const;
const cutAt = 40;
const cutSeconds = 60;
/** Wires between the databases, in the order drawn. */
const between = ['l5', 'l6'] as const;
const cut: ScenarioEvent[] = between.map((link) => ({
  at: cutAt,
  act: 'strike-link',
  link,
  fault: 'partition',
  seconds: cutSeconds,
}));

/** Writers on both coasts, each centre with a database that takes next to no time: what is seen is the way between them. */
const coasts = (tells: 'after' | 'before', scenario: readonly ScenarioEvent[] = [], seconds = 160): Readings => {
  const quick = { vcpu: 96, service: 'fixed', cpuReadMs: 0.01, cpuWriteMs: 0.01, fsyncMs: 0, replicas: 0, tells } as const;
  const web = { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 } as const;
  return play(
    {
      title: 'Two coasts',
      seconds,
      groups: [
        { id: 'dc-1', label: 'East', region: 'us-east', at: [0, 0], size: [900, 200] },
        { id: 'dc-2', label: 'West', region: 'us-west', at: [0, 300], size: [900, 200] },
      ],
      nodes: centres.flatMap((centre, i) => [
        {
          id: `users-${centre}`,
          kind: 'users' as const,
          at: [20, 20 + 300 * i] as const,
          group: `dc-${i + 1}`,
          params: { ratePerSecond: perSecond[centre], patienceSeconds: 60 },
        },
        { id: `web-${centre}`, kind: 'web-server' as const, at: [300, 20 + 300 * i] as const, group: `dc-${i + 1}`, params: web },
        { id: `db-${centre}`, kind: 'database' as const, at: [600, 20 + 300 * i] as const, group: `dc-${i + 1}`, params: quick },
      ]),
      links: [
        ['users-east', 'web-east', { timeoutMs: 10_000, retries: 0 }],
        ['users-west', 'web-west', { timeoutMs: 10_000, retries: 0 }],
        ['web-east', 'db-east', { timeoutMs: 5000, retries: 0 }],
        ['web-west', 'db-west', { timeoutMs: 5000, retries: 0 }],
        ['db-east', 'db-west', { timeoutMs: 1000, retries: 0 }],
        ['db-west', 'db-east', { timeoutMs: 1000, retries: 0 }],
      ],
      workload: { staticShare: 0, writeShare: 100, keys: 100_000, keySkew: 0 },
    },
    { scenario },
  );
};

/** Round trip between the coasts (V14). */
const acrossMs = 73;

function bothWrite(): Finding[] {
  const [after, before] = (['after', 'before'] as const).map((tells) => coasts(tells, cut));
  const middle = (run: Readings) => run.quantile(0.5, { only: 'write', to: cutAt }) * 1000;
  const waiting = (second: number) => centres.reduce((sum, centre) => sum + after.series(`db-${centre}`, 'copiesWaiting')[second - 1], 0);
  const expected = (perSecond.east + perSecond.west) * cutSeconds;
  const during = { from: cutAt + 1, to: cutAt + cutSeconds };
  const acknowledged = (run: Readings) => centres.reduce((sum, centre) => sum + run.of(`db-${centre}`, 'acknowledgedWrites', during), 0);
  const failed = (run: Readings) => centres.reduce((sum, centre) => sum + run.of(`web-${centre}`, 'failed', during), 0);
  return [
    // the deviation of a Poisson number; what was on its way when the cut came waits, too: a round trip's worth
    near('told after the answer, the coasts cut apart for 60 s: writes to reconcile', waiting(cutAt + cutSeconds), expected, {
      by: 3 * Math.sqrt(expected) + (expected / cutSeconds) * (acrossMs / 1000),
    }),
    exactly('… of them not answered well', failed(after), 0),
    atMost('… still to reconcile a minute later', waiting(cutAt + 2 * cutSeconds), 60),
    near(
      'told before the answer: median of a write beside that',
      middle(before) - middle(after),
      acrossMs,
      { share: 0.05 },
      { unit: 'ms' },
    ),
    exactly('… cut apart: writes acknowledged', acknowledged(before), 0),
  ];
}

export const siblings: readonly Claim[] = [
  {
    id: 'S23',
    says: 'Two databases that both write: told afterwards they diverge by what both write while cut apart, told before no write is acknowledged',
    shownBy: 'two-datacentres',
    check: bothWrite,
  },
];
