import { expect, it } from 'vitest';
import { draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { simulate } from '../nodes/testRun.ts';
import { businessOfRun } from './business.ts';

const design = draw({ title: 'A shop', seconds: 60, nodes: [], links: [], workload: {} });

/** A day like a minute of even requests to a server that takes 200 ms, behind a gateway. */
function day(ratePerSecond: number, gateway: Record<string, number | string>, errorPercent = 0) {
  const { layout, frames } = simulate(
    {
      seconds: 60,
      nodes: {
        users: { kind: 'users', params: { ratePerSecond, arrivals: 'even', patienceSeconds: 60 } },
        gateway: { kind: 'api-gateway', params: { cpuMs: 0.01, authMs: 0, ...gateway } },
        web: { kind: 'web-server', params: { vcpu: 64, cpuDynamicMs: 200, readsPerRequest: 0, errorPercent } },
      },
      links: [
        ['users', 'gateway'],
        ['gateway', 'web'],
      ],
    },
    behaviors,
  );
  return businessOfRun(design, layout, frames)!;
}

const open = { algorithm: 'none' };

it('who is over a limit brings nothing, costs no order, and makes no page quick', () => {
  const usual = day(100, open);
  const limited = day(200, { algorithm: 'token-bucket', limitBy: 'all', limitPerSecond: 100, burst: 5 });
  expect(limited.failedShare).toBe(0);
  // a median taken among those who were turned away, too, would be 50 ms less
  expect(Math.abs(limited.pageMs! - usual.pageMs!)).toBeLessThan(10);
  // a bucket of five lets five more through
  expect(Math.abs(limited.orders / usual.orders - 1)).toBeLessThan(0.01);
  expect(Math.abs(limited.users / usual.users - 1)).toBeLessThan(0.01);
});

it('what errors cost is counted apart from what slowness costs', () => {
  const usual = day(100, open);
  const broken = day(100, open, 60);
  expect(broken.failedShare).toBeGreaterThan(0.55);
  expect(broken.failedShare).toBeLessThan(0.65);
  // failures stand at a patience of 60 s, and six in ten are such: the page time is that of the others
  expect(Math.abs(broken.pageMs! - usual.pageMs!)).toBeLessThan(10);
  const step = (1 - broken.failedShare) * (1 + 0.6 * broken.failedShare);
  expect(broken.orders / broken.ideal.orders / step ** 3).toBeCloseTo(1, 1);
});

it('nobody came, no day', () => {
  expect(day(0, open)).toBeNull();
});
