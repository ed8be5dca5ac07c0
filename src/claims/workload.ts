/** What the way of sending does to what is measured (P14), and what comes back all at once (P20). */

import type { Drawing } from '../library/template.ts';
import { atMost, between, type Claim, near } from './claim.ts';
import { play } from './play.ts';

type People = NonNullable<Extract<Drawing['nodes'][number], { kind: 'users' }>['params']>;

/** 100 requests a second of 10 ms for 100 s, of which the server is silent for 10. */
const stalled = (people: Partial<People>) =>
  play(
    {
      title: 'A stall',
      seconds: 112,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { patienceSeconds: 120, ...people } },
        {
          id: 'web',
          kind: 'web-server',
          at: [240, 0],
          params: { vcpu: 1024, threads: 10_000, cpuDynamicMs: 10, service: 'fixed', readsPerRequest: 0, queueLimit: 1_000_000 },
        },
      ],
      links: [['users', 'web', { retries: 0, timeoutMs: 0, delay: 'none' }]],
      workload: { staticShare: 0, writeShare: 0 },
    },
    {
      scenario: [
        { at: 45, act: 'hang', node: 'web', instance: null },
        { at: 55, act: 'recover', node: 'web', instance: null },
        { at: 100, act: 'set-workload', field: 'traffic', value: 0 },
      ],
    },
  );

/** Eight processors, and 2,500 clients that log in again within so many seconds; pages beside them. */
const storm = (clients: number, spread: number, seconds: number) =>
  play({
    title: 'A login storm',
    seconds,
    nodes: [
      {
        id: 'users',
        kind: 'users',
        at: [0, 0],
        params: { ratePerSecond: 400, patienceSeconds: 120, stormClients: clients, stormAtSeconds: 60, stormSpreadSeconds: spread },
      },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0 } },
      {
        id: 'web',
        kind: 'web-server',
        at: [480, 0],
        params: { instances: 4, vcpu: 2, cpuDynamicMs: 5, service: 'fixed', readsPerRequest: 0, threads: 10_000, queueLimit: 1_000_000 },
      },
    ],
    links: [
      ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'none' }],
      ['lb', 'web', { timeoutMs: 0, delay: 'none' }],
    ],
    workload: { staticShare: 0, writeShare: 0 },
  });

const cores = 8;
const hashSeconds = 0.1;
const ms = (seconds: number) => seconds * 1000;

export const workload: readonly Claim[] = [
  {
    id: 'P14',
    says: 'Who waits for the last answer before he asks again does not notice how bad it was (coordinated omission)',
    shownBy: 'first-visit',
    check: () => {
      // two who ask every 20 ms: the 100 a second of the schedule, as long as nothing stalls
      const closed = stalled({ loop: 'closed', people: 2, thinkSeconds: 0.01, thinkForm: 'fixed' });
      const open = stalled({ ratePerSecond: 100, arrivals: 'even' });
      const of = { to: 112 };
      return [
        near('closed: samples', closed.total('completed.read', of), 9000, { by: 20 }),
        near('closed: p99', ms(closed.quantile(0.99)), 10, { share: 0.01 }, { unit: 'ms' }),
        near('closed: p99.9', ms(closed.quantile(0.999)), 10, { share: 0.01 }, { unit: 'ms' }),
        between('closed: the longest', ms(closed.quantile(1)), 9900, 10_120, { unit: 'ms' }),
        near('open: samples', open.total('completed.read', of), 10_000, { by: 20 }),
        near('open: p90', ms(open.quantile(0.9)), 20, { share: 0.01 }, { unit: 'ms' }),
        near('open: p99', ms(open.quantile(0.99)), 9020, { share: 0.01 }, { unit: 'ms' }),
        near('open: p99.9', ms(open.quantile(0.999)), 9920, { share: 0.01 }, { unit: 'ms' }),
      ];
    },
  },
  {
    id: 'P20',
    says: '2,500 who lost their sessions log in again: 250 CPU seconds, a collapse within 10 s and nothing over 10 minutes',
    shownBy: 'stateful-tier',
    check: () => {
      const calm = storm(0, 0, 200);
      const quick = storm(2500, 10, 200);
      const slow = storm(2500, 600, 700);
      const busy = (run: typeof calm, from: number, to: number) => 2 * run.mean('web', 'utilization', { from, to }) * (to - from);
      const extra = busy(quick, 60, 200) - busy(calm, 60, 200);
      const logins = quick.total('offered.login', { from: 60, to: 70 });
      const added = busy(slow, 60, 660) / (600 * cores) - busy(calm, 60, 200) / (140 * cores);
      return [
        near('extra work', extra, 250, { share: 0.02 }, { unit: 'CPU s' }),
        near('… in seconds of all 8 processors', extra / cores, 31.25, { share: 0.02 }, { unit: 's' }),
        near('within 10 s: utilization asked for beyond the usual', (logins * hashSeconds) / (10 * cores), 3.1, { share: 0.02 }),
        near('… in processors', (logins * hashSeconds) / 10, 25, { share: 0.02 }),
        near('within 10 minutes: utilization beyond the usual', added, 0.052, { by: 0.005 }),
        atMost('within 10 minutes: p99 of pages', ms(slow.quantile(0.99, { from: 60, only: 'read' })), 300, { unit: 'ms' }),
      ];
    },
  },
];
