/** Two regions that both take everything, as Netflix built them in 2013 (S24): what one was told the other has half a second later. */

import type { Design, Id, ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import { netflix2013 } from '../library/netflix2013.ts';
import { atLeast, atMost, type Claim, exactly, type Finding } from './claim.ts';
import { play, playDesign } from './play.ts';

const million = 1_000_000;
const testReadMs = 500;

/** One region writes records, and each is looked for in the other half a second later. @param roundTripMs more on the way there and back */
const writing = (roundTripMs: number, records: number): Readings => {
  const web = { vcpu: 96, cpuDynamicMs: 0.2, readsPerRequest: 1 } as const;
  const store = { vcpu: 16, replicaMs: 0.3 } as const;
  const perSecond = 5000;
  const seconds = records / perSecond;
  return play(
    {
      title: 'A million records',
      // the last ones are still looked for after the writing has ended
      seconds: seconds + 5,
      groups: [
        { id: 'dc-1', label: 'East', region: 'us-east', at: [0, 0], size: [900, 200] },
        { id: 'dc-2', label: 'West', region: 'us-west', at: [0, 300], size: [900, 200] },
      ],
      nodes: [
        { id: 'writers', kind: 'users', at: [20, 20], group: 'dc-1', params: { ratePerSecond: perSecond, patienceSeconds: 60 } },
        { id: 'web-east', kind: 'web-server', at: [300, 20], group: 'dc-1', params: web },
        { id: 'store-east', kind: 'nosql', at: [600, 20], group: 'dc-1', params: store },
        { id: 'store-west', kind: 'nosql', at: [600, 320], group: 'dc-2', params: { ...store, testReadMs } },
      ],
      links: [
        ['writers', 'web-east', { timeoutMs: 10_000 }],
        ['web-east', 'store-east', { timeoutMs: 2000 }],
        ['store-east', 'store-west', { timeoutMs: 2000 }],
      ],
      workload: { staticShare: 0, writeShare: 100, keys: million, keySkew: 0 },
    },
    {
      scenario: [
        { at: seconds + 1, act: 'set-workload', field: 'traffic', value: 0 },
        ...(roundTripMs > 0 ? [{ at: 0, act: 'strike-link', link: 'l3', fault: 'latency', value: roundTripMs } as const] : []),
      ],
    },
  );
};

const { design } = netflix2013;
const wire = (from: Id, to: Id): Id => {
  const found = design.links.find((link) => link.from === from && link.to === to);
  if (!found) throw new Error(`no wire from ${from} to ${to}`);
  return found.id;
};
const without = (cut: readonly Id[]): Design => ({ ...design, links: design.links.filter(({ id }) => !cut.includes(id)) });
const inWorld = (of: Design, scenario: readonly ScenarioEvent[] = [], seconds = 240): Readings => playDesign({ ...of, scenario, seconds });

const regions = ['east', 'west'] as const;
const settled = { from: 60, to: 240 };
const staleShare = (run: Readings): number =>
  regions.reduce((sum, region) => sum + run.of(`cache-${region}`, 'staleHits', settled), 0) /
  regions.reduce((sum, region) => sum + run.of(`cache-${region}`, 'hits', settled), 0);

const split = { at: 60, seconds: 60 } as const;
const drill: ScenarioEvent[] = [
  ['store-east', 'store-west'],
  ['store-west', 'store-east'],
  ['queue-east', 'worker-west'],
  ['queue-west', 'worker-east'],
].map(([from, to]) => ({ ...split, act: 'strike-link', link: wire(from, to), fault: 'partition' }));

function astride(): Finding[] {
  const test = writing(0, million);
  const far = writing(1200, million / 50);
  const told = inWorld(design);
  const untold = inWorld(without([wire('worker-east', 'cache-east'), wire('worker-west', 'cache-west')]));
  const torn = inWorld(design, drill);
  const during = { from: split.at, to: split.at + split.seconds };
  const answered = (region: 'east' | 'west') => torn.of(`web-${region}`, 'completed', during) / torn.of(`web-${region}`, 'arrived', during);
  const waiting = (region: 'east' | 'west', second: number) => torn.series(`store-${region}`, 'copiesWaiting')[second - 1];
  return [
    atLeast('records written in the east and read in the west 500 ms later', test.of('store-west', 'testReads'), million),
    exactly('… missing', test.of('store-west', 'testReadsMissing'), 0),
    exactly(
      'each way 600 ms longer: share missing (so that the test can fail)',
      far.of('store-west', 'testReadsMissing') / far.of('store-west', 'testReads'),
      1,
    ),
    atLeast('far caches not told: hits that are stale, until their time is over', staleShare(untold), 0.05),
    // what is on its way is stale in any case: the messages take as long as light does
    atMost('… told by message: share of those that are left', staleShare(told) / staleShare(untold), 0.1),
    ...regions.flatMap((region) => [
      atLeast(`the regions cut apart for a minute, ${region}: answered meanwhile`, answered(region), 0.99),
      atLeast('… writes that wait for the other region at the end of it', waiting(region, split.at + split.seconds), 2500),
      atMost('… a minute later', waiting(region, split.at + 2 * split.seconds), 20),
    ]),
    exactly(
      'the regions cut apart: missing of what is looked for from five seconds after',
      missingAfter(torn, split.at + split.seconds + 5),
      0,
    ),
  ];
}

const missingAfter = (run: Readings, second: number): number =>
  regions.reduce((sum, region) => sum + run.of(`store-${region}`, 'testReadsMissing', { from: second }), 0);

export const activeActive: readonly Claim[] = [
  {
    id: 'S24',
    says: 'Two regions that both write, as Netflix built them: what one has acknowledged the other has half a second later, and cut apart both go on',
    shownBy: 'netflix-2013',
    isLong: true,
    check: astride,
  },
];
