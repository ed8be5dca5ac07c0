import { describe, expect, it } from 'vitest';
import type { Value } from '../../schema/fields.ts';
import { loadBalancerBehavior } from '../load-balancer/behavior.ts';
import { simulate, type TestAct, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { deployBehavior } from './behavior.ts';

const behaviors = {
  users: usersBehavior,
  'load-balancer': loadBalancerBehavior,
  'web-server': webServerBehavior,
  deploy: deployBehavior,
};

/** 20 servers, 200 requests a second of 50 ms: half of what they can do. The release comes at 60 s, and its bug passes the tests. */
function run(params: Record<string, Value>, web: Record<string, Value> = {}, acts: readonly TestAct[] = [], seconds = 400): TestResult {
  return simulate(
    {
      seconds,
      nodes: {
        users: { kind: 'users', params: { ratePerSecond: 200 } },
        lb: { kind: 'load-balancer', params: {} },
        web: {
          kind: 'web-server',
          params: {
            instances: 20,
            vcpu: 1,
            cpuDynamicMs: 50,
            service: 'fixed',
            readsPerRequest: 0,
            bootSeconds: 10,
            warmupSeconds: 0,
            drainSeconds: 10,
            ...web,
          },
          slots: 40,
        },
        deploy: { kind: 'deploy', params: { releaseAtSeconds: 60, ciCatchPercent: 0, detectSeconds: 30, rollbackSeconds: 0, ...params } },
      },
      links: [
        ['users', 'lb', { timeoutSeconds: 5 }],
        ['lb', 'web'],
        ['deploy', 'web'],
      ],
      acts,
    },
    behaviors,
  );
}

const failures = (result: TestResult) =>
  ['error', 'refused', 'timeout', 'shed'].reduce((sum, why) => sum + result.total(`failed.read.${why}`), 0);
const codes = (result: TestResult) => result.notes.map(({ code }) => code).filter((code) => /deploy|rolled|caught/.test(code));
const least = (values: readonly number[]) => Math.min(...values);
/** Servers with something to do, second by second. */
const busy = (result: TestResult) => {
  const each = Array.from({ length: 40 }, (_, i) => result.series('web', 'arrived', i));
  return result.frames.map((_, second) => each.filter((arrived) => arrived[second] > 0).length);
};

describe('a good version', () => {
  it('goes out by rolling with nobody noticing', () => {
    const result = run({ bug: 'none', strategy: 'rolling' });
    expect(codes(result)).toEqual(['deploy-started', 'deployed']);
    expect(result.series('deploy', 'newShare').at(-1)).toBe(1);
    expect(failures(result)).toBe(0);
    // a quarter may be missing: fifteen of twenty
    expect(least(busy(result).slice(30, 390))).toBe(15);
  });

  it('… nobody is missing when none may be', () => {
    const result = run({ bug: 'none', strategy: 'rolling', maxUnavailablePercent: 0 });
    expect(result.series('deploy', 'newShare').at(-1)).toBe(1);
    expect(least(busy(result).slice(30, 390))).toBe(20);
  });

  it('all at once nobody serves until the new ones have started', () => {
    const result = run({ bug: 'none', strategy: 'all-at-once' });
    expect(failures(result) / 200).toBeGreaterThan(9);
    expect(failures(result) / 200).toBeLessThan(12);
  });

  it('blue-green switches at one moment, and the old fleet goes when it is no longer needed', () => {
    const result = run({ bug: 'none', strategy: 'blue-green', keepOldSeconds: 60 });
    const share = result.series('deploy', 'newShare');
    expect(new Set(share)).toEqual(new Set([0, 1]));
    expect(failures(result)).toBe(0);
    expect(least(busy(result).slice(30, 390))).toBe(20);
  });
});

describe('a bad version', () => {
  it('does not go out when the tests catch it', () => {
    const result = run({ ciCatchPercent: 100 });
    expect(codes(result)).toEqual(['bug-caught']);
    expect(failures(result)).toBe(0);
  });

  it.each(['all-at-once', 'rolling', 'blue-green', 'canary'])('is found out and taken back: %s', (strategy) => {
    const result = run({ strategy });
    expect(codes(result).filter((code) => code !== 'deployed')).toEqual(['deploy-started', 'rolled-back']);
    expect(result.series('deploy', 'newShare').at(-1)).toBe(0);
    expect(result.of('web', 'failed', { from: 350 })).toBe(0);
    // 30 s of harm, which began up to a second before the look that first saw it
    expect(result.series('deploy', 'detectedAfter').at(-1)).toBeGreaterThanOrEqual(29);
    expect(result.series('deploy', 'detectedAfter').at(-1)).toBeLessThan(45);
  });

  it('harms as few as there are canaries', () => {
    const harm = (strategy: string) => run({ strategy }).of('deploy', 'failuresCaused');
    const ratio = harm('blue-green') / harm('canary');
    expect(ratio).toBeGreaterThan(14);
    expect(ratio).toBeLessThan(26);
  });

  it('does not follow its canaries while they are under suspicion, though their time is over', () => {
    const result = run({ strategy: 'canary', canarySeconds: 20, detectSeconds: 60 });
    expect(Math.max(...result.series('deploy', 'newShare'))).toBeLessThan(0.06);
    expect(codes(result)).toContain('rolled-back');
  });

  it('stays when nobody takes it back, and longer when a person has to', () => {
    expect(run({ rollback: 'off' }).series('deploy', 'newShare').at(-1)).toBe(1);
    const backAt = (rollback: string) => run({ rollback, humanSeconds: 100 }).notes.find(({ code }) => code === 'rolled-back')?.time ?? 0;
    expect(backAt('human') - backAt('automatic')).toBe(100);
  });

  it('is found out when it is slow, too', () => {
    const result = run({ bug: 'latency', strategy: 'canary' });
    expect(codes(result)).toContain('rolled-back');
    expect(result.series('deploy', 'newShare').at(-1)).toBe(0);
  });

  it('leaks until it dies, again and again', () => {
    const result = run({ bug: 'leak', memoryGB: 1, leakMBPerMinute: 1024, strategy: 'blue-green', rollback: 'off' }, {}, [], 300);
    // out at 70 s; full after 60 s, back after 10 s: three lives of twenty servers begin by 210 s, and end
    const crashes = result.notes.filter(({ code }) => code === 'crash').length;
    expect(crashes).toBe(3 * 20);
  });
});

describe('a pushed configuration', () => {
  const pushed = (params: Record<string, Value>, web: Record<string, Value> = {}) =>
    run({ releaseAtSeconds: 0, ciCatchPercent: 100, ...params }, web, [{ at: 100, act: 'strike', node: 'deploy', fault: 'config-push' }]);
  const moment = (result: TestResult, code: string) => result.notes.find((note) => note.code === code)?.time ?? 0;

  it('is everywhere at once, without a stop and past the tests, and is found out and taken back', () => {
    const result = pushed({ detectSeconds: 30, rollbackSeconds: 10 });
    const share = result.series('deploy', 'newShare');
    expect([share[99], share[102]]).toEqual([0, 1]);
    expect(result.of('deploy', 'configPushes')).toBe(1);
    expect(result.of('deploy', 'bugsCaught') + result.of('deploy', 'releases')).toBe(0);
    // nobody was ever missing, before, during or after
    expect(least(busy(result).slice(10, 390))).toBe(20);
    expect(codes(result)).toEqual(['rolled-back']);
    const backAt = moment(result, 'rolled-back');
    expect(backAt).toBeGreaterThanOrEqual(140);
    expect(backAt).toBeLessThan(143);
    // half of 200 requests a second are errors until then, and none after
    expect(Math.abs(failures(result) / ((backAt - 100) * 100) - 1)).toBeLessThan(0.05);
    expect(result.of('web', 'failed', { from: Math.ceil(backAt) + 1 })).toBe(0);
    expect(result.series('deploy', 'repairedAfter').at(-1)).toBeGreaterThan(39);
    expect(result.series('deploy', 'repairedAfter').at(-1)).toBeLessThan(44);
  });

  it('in batches, reaches as many as had it when it was found out', () => {
    const result = pushed({
      configPush: 'in-batches',
      configBatchPercent: 10,
      configPauseSeconds: 20,
      detectSeconds: 30,
      rollbackSeconds: 0,
    });
    const share = result.series('deploy', 'newShare');
    // two of twenty, and no more: under suspicion since the first look
    expect(Math.max(...share)).toBeCloseTo(0.1, 9);
    expect(share.at(-1)).toBe(0);
    const all = pushed({ detectSeconds: 30, rollbackSeconds: 0 });
    expect(failures(all) / failures(result)).toBeGreaterThan(8);
    expect(failures(all) / failures(result)).toBeLessThan(12);
  });

  it('a good one in batches reaches all of them, a few at a time', () => {
    const result = pushed({ bug: 'none', configPush: 'in-batches', configBatchPercent: 25, configPauseSeconds: 20 });
    const share = result.series('deploy', 'newShare');
    expect([share[101], share[121], share[141], share[161]]).toEqual([0.25, 0.5, 0.75, 1]);
    expect(failures(result)).toBe(0);
    expect(codes(result)).toEqual([]);
  });

  it('in batches of a share, rounds to whole servers', () => {
    const result = pushed(
      { bug: 'none', configPush: 'in-batches', configBatchPercent: 25, configPauseSeconds: 20 },
      { instances: 10, vcpu: 2 },
    );
    const share = result.series('deploy', 'newShare');
    expect([share[101], share[121], share[141], share[161]]).toEqual([0.3, 0.6, 0.9, 1]);
  });

  it('is on servers that come later, too', () => {
    const push: TestAct = { at: 100, act: 'strike', node: 'deploy', fault: 'config-push' };
    const more: TestAct = { at: 150, act: 'instances', node: 'web', count: 40 };
    const result = run({ releaseAtSeconds: 0, ciCatchPercent: 100, rollback: 'off' }, { bootsByHand: true }, [push, more]);
    const late = { from: 200, to: 390 };
    expect(busy(result)[300]).toBe(40);
    expect(result.of('web', 'failed', late) / result.of('web', 'arrived', late)).toBeCloseTo(0.5, 1);
  });

  it('is on servers that somebody adds by hand and that are there at once', () => {
    const push: TestAct = { at: 100, act: 'strike', node: 'deploy', fault: 'config-push' };
    const more: TestAct = { at: 150, act: 'instances', node: 'web', count: 40 };
    const result = run({ releaseAtSeconds: 0, ciCatchPercent: 100, rollback: 'off' }, {}, [push, more]);
    expect(busy(result)[155]).toBe(40);
    expect(result.series('deploy', 'newShare').at(-1)).toBe(1);
    const late = { from: 160, to: 390 };
    expect(result.of('web', 'failed', late) / result.of('web', 'arrived', late)).toBeCloseTo(0.5, 1);
  });

  it('that leaks kills servers added by hand, too, and none that was taken away by hand', () => {
    const leaky = { bug: 'leak', memoryGB: 1, leakMBPerMinute: 1024, releaseAtSeconds: 0, ciCatchPercent: 100, rollback: 'off' };
    const push: TestAct = { at: 100, act: 'strike', node: 'deploy', fault: 'config-push' };
    const count = (at: number, to: number): TestAct => ({ at, act: 'instances', node: 'web', count: to });
    const crashes = (acts: TestAct[]) =>
      run(leaky, {}, [push, ...acts], 225)
        .notes.filter(({ code }) => code === 'crash')
        .map(({ time, instance }) => `${Math.floor(time)}:${instance}`)
        .sort();
    // full 60 s after they have the configuration
    expect(crashes([count(130, 21)])).toEqual([...Array.from({ length: 20 }, (_, i) => `160:${i}`).sort(), '190:20']);
    // back at 140 s with a memory that is empty: the 60 s of before do not count
    expect(crashes([count(130, 19), count(140, 20)])).toEqual([...Array.from({ length: 19 }, (_, i) => `160:${i}`).sort(), '200:19']);
  });

  it('is not begun while a bad release is being taken back', () => {
    const at = 103;
    const result = run({ detectSeconds: 30 }, {}, [{ at, act: 'strike', node: 'deploy', fault: 'config-push' }]);
    expect(moment(result, 'rolled-back')).toBeLessThan(at);
    expect(result.of('deploy', 'configPushes')).toBe(0);
    expect(result.series('deploy', 'newShare').at(-1)).toBe(0);
  });

  it('stays when nobody takes it back', () => {
    const result = pushed({ rollback: 'off' });
    expect(result.series('deploy', 'newShare').at(-1)).toBe(1);
    expect(result.of('web', 'failed', { from: 390 })).toBeGreaterThan(700);
  });

  it('that leaks kills what runs, and is gone when it is taken back', () => {
    const leaky = { bug: 'leak', memoryGB: 1, leakMBPerMinute: 1024 };
    const crashes = (result: TestResult) => result.notes.filter(({ code }) => code === 'crash').map(({ time }) => time);
    // full 60 s after the push, back 10 s later, and so on until 400 s: 160, 230, 300, 370
    expect(crashes(pushed({ ...leaky, rollback: 'off' }))).toHaveLength(4 * 20);
    // all die at 160 s; from then on all that fails is held against it: taken back, nobody dies again
    const back = pushed({ ...leaky, detectSeconds: 2, rollbackSeconds: 0 });
    expect(codes(back)).toEqual(['rolled-back']);
    expect(crashes(back)).toHaveLength(20);
    expect(back.of('web', 'failed', { from: 200 })).toBe(0);
    expect(least(busy(back).slice(200, 390))).toBe(20);
  });
});

it('does nothing while it is frozen', () => {
  expect(codes(run({}, {}, [{ at: 50, act: 'hang', node: 'deploy' }]))).toEqual([]);
});

it('releases when somebody says so', () => {
  const result = run({ releaseAtSeconds: 0, bug: 'none' }, {}, [{ at: 100, act: 'strike', node: 'deploy', fault: 'release' }], 200);
  expect(result.notes.find(({ code }) => code === 'deploy-started')?.time).toBe(100);
});
