/** An edge whose files come from a storage of files. */

import { describe, expect, it } from 'vitest';
import { objectStorageBehavior } from '../object-storage/behavior.ts';
import { answeringServer, simulate, type TestLink, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { cdnBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, cdn: cdnBehavior, 'object-storage': objectStorageBehavior, 'web-server': answeringServer };

const withFiles = (links: readonly TestLink[], more: Partial<TestPlan> = {}, files: Record<string, number> = {}): TestPlan => ({
  seconds: 60,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 400, patienceSeconds: 60 } },
    cdn: { kind: 'cdn', params: { uncacheableShare: 0, ttlSeconds: 0 } },
    files: { kind: 'object-storage', params: files },
    web: { kind: 'web-server', params: { cpuDynamicMs: 1 } },
  },
  links: [['users', 'cdn'], ...links],
  ...more,
  workload: { staticShare: 50, ...more.workload },
});

describe('a storage of files behind an edge', () => {
  it('sends the files, and the server beside it answers everything else', () => {
    const run = simulate(
      withFiles([
        ['cdn', 'web'],
        ['cdn', 'files'],
      ]),
      kinds,
    );
    const [files, pages] = [run.total('completed.static'), run.total('completed.read')];
    expect(files).toBeGreaterThan(10_000);
    expect(run.total('failed.read.error') + run.total('failed.static.error')).toBe(0);
    // nothing is kept: each file comes from there, and many wait for one fetch
    expect(run.of('files', 'reads')).toBeGreaterThan(5000);
    expect(run.of('files', 'writes')).toBe(0);
    expect(Math.abs(run.of('web', 'arrived') - pages)).toBeLessThan(30);
    // half of its answers take 30 ms
    expect(run.series('files', 'p50').at(-1)).toBeCloseTo(0.03, 2);
  });

  it('alone has nothing but files: a page cannot be had', () => {
    const run = simulate(withFiles([['cdn', 'files']]), kinds);
    expect(run.total('completed.static')).toBeGreaterThan(10_000);
    expect(run.total('completed.read')).toBe(0);
    expect(run.total('failed.read.error')).toBeGreaterThan(10_000);
  });

  it('slows the edge down at its limit for a prefix, and old copies help', () => {
    const limited = (ttl: number) =>
      simulate(
        {
          ...withFiles([['cdn', 'files']], { workload: { staticShare: 100, staticFiles: 5000, staticSkew: 0 } }, { readLimit: 50 }),
          acts: [{ at: 0, act: 'param', node: 'cdn', field: 'ttlSeconds', value: ttl }],
        },
        kinds,
      );
    const always = limited(0);
    expect(always.of('files', 'slowDowns')).toBeGreaterThan(10_000);
    expect(always.total('failed.static.shed')).toBeGreaterThan(10_000);
    expect(limited(3600).total('failed.static.shed')).toBeLessThan(always.total('failed.static.shed'));
  });

  it('comes behind a shield, where there is one', () => {
    const plan = withFiles([
      ['cdn', 'shield'],
      ['cdn', 'files'],
      ['shield', 'files'],
    ]);
    const run = simulate(
      { ...plan, nodes: { ...plan.nodes, shield: { kind: 'cdn', params: { uncacheableShare: 0 } } }, workload: { staticShare: 100 } },
      kinds,
    );
    expect(run.of('shield', 'arrived')).toBeGreaterThan(5000);
    expect(run.of('files', 'reads')).toBe(run.of('shield', 'originFetches'));
  });
});
