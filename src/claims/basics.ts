/** One tier and how it saturates. */

import { atLeast, type Claim, near } from './claim.ts';
import { play } from './play.ts';

/** Pages that cost exactly `cpuMs` on average, exponentially, on servers of one processor; nobody asks further. */
const webTier = (instances: number, vcpu: number, cpuMs: number, ratePerSecond: number, seconds: number) =>
  play({
    title: 'A web tier',
    seconds,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond, patienceSeconds: 60 } },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0 } },
      {
        id: 'web',
        kind: 'web-server',
        at: [480, 0],
        params: {
          instances,
          vcpu,
          cpuDynamicMs: cpuMs,
          service: 'exponential',
          readsPerRequest: 0,
          threads: 10_000,
          queueLimit: 1_000_000,
        },
      },
    ],
    links: [
      ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'none' }],
      ['lb', 'web', { timeoutMs: 0, delay: 'none' }],
    ],
    workload: { staticShare: 0, writeShare: 0 },
  });

export const basics: readonly Claim[] = [
  {
    id: 'S51',
    says: 'The web tier scales out behind a balancer: twenty servers carry twenty times what one does',
    shownBy: 'balanced',
    check: () =>
      [1, 5, 20].flatMap((instances) => {
        const capacity = (instances * 2 * 1000) / 6.4;
        const run = webTier(instances, 2, 6.4, capacity * 1.2, 60);
        const served = run.of('web', 'completed', { from: 10 }) / 50;
        return [
          near(`${instances} servers at 1.2 times their capacity serve`, served, capacity, { share: 0.03 }, { unit: 'requests/s' }),
          atLeast('busy', run.mean('web', 'utilization', { from: 10 }) / instances, 0.99),
        ];
      }),
  },
];
