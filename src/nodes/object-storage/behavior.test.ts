import { describe, expect, it } from 'vitest';
import { simulate, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { objectStorageBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, 'object-storage': objectStorageBehavior };

/** Static files, and uploads, from a web server that has a storage behind it. */
function play(
  rate: number,
  storage: TestNode['params'],
  workload: NonNullable<TestPlan['workload']>,
  more: Partial<TestPlan> = {},
): TestResult {
  return simulate(
    {
      seconds: 40,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: rate } },
        web: { kind: 'web-server', params: { vcpu: 1024, cpuStaticMs: 0.01, cpuDynamicMs: 0.01, threads: 10_000 } },
        files: { kind: 'object-storage', ...(storage && { params: storage }) },
      },
      links: [
        ['people', 'web'],
        ['web', 'files'],
      ],
      workload,
      ...more,
    },
    kinds,
  );
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('object storage', () => {
  it('answers in a lognormal time of the median and the 99th percentile that are set', () => {
    const result = play(1000, {}, { staticShare: 100 }, { frameSeconds: 40 });
    expect(result.series('files', 'p50')[0] / 0.03).toBeCloseTo(1, 1);
    expect(result.series('files', 'p99')[0] / 0.2).toBeCloseTo(1, 1);
    expect(result.of('files', 'reads') / result.of('web', 'completed')).toBeCloseTo(1, 2);
  });

  it('turns away what is over the limit of a prefix, and more prefixes take more', () => {
    const one = play(1500, { readLimit: 500 }, { staticShare: 100, staticSkew: 0 });
    expect(one.of('files', 'reads', { from: 5 }) / 35).toBeCloseTo(500, -1);
    expect(one.total('failed.static.shed') / 1500 / 40).toBeCloseTo(2 / 3, 1);
    const many = play(1500, { readLimit: 500, prefixes: 16 }, { staticShare: 100, staticSkew: 0 });
    expect(many.of('files', 'slowDowns')).toBe(0);
  });

  it('keeps what it has acknowledged, and copies it later', () => {
    const result = play(
      50,
      { copySeconds: 10, objectKB: 1000 },
      { uploadShare: 100 },
      {
        nodes: {
          people: { kind: 'users', params: { ratePerSecond: 50 } },
          web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1 } },
          files: { kind: 'object-storage', params: { copySeconds: 10, objectKB: 1000 } },
          far: { kind: 'object-storage' },
        },
        links: [
          ['people', 'web'],
          ['web', 'files'],
          ['files', 'far'],
        ],
        acts: [
          { at: 20, act: 'crash', node: 'files' },
          { at: 22, act: 'recover', node: 'files' },
        ],
        seconds: 60,
      },
    );
    const stored = result.of('files', 'writes');
    // fifty a second for ten seconds; those that came due while it was away have been made up for
    expect(Math.abs(mean(result.series('files', 'uncopied').slice(40, 55)) / 500 - 1)).toBeLessThan(0.12);
    expect(Math.abs(stored - result.of('far', 'writes') - (result.series('files', 'uncopied').at(-1) ?? 0))).toBeLessThan(20);
    // the thousand static files were there before
    expect(result.series('files', 'storedGB').at(-1)).toBeCloseTo(1 + stored / 1000, 6);
    expect(result.total('failed.upload.error') / 100).toBeCloseTo(1, 0);
  });
});
