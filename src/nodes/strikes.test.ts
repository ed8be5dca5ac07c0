import { describe, expect, it } from 'vitest';
import { createRun } from '../engine/run.ts';
import { behaviors } from './behaviors.ts';
import { nodeKinds, specs } from './specs.ts';
import { inOrder, planOf, resultOf, simulate, type TestAct, type TestPlan } from './testRun.ts';

/** Users who wait two seconds at most, one server that takes 10 ms. */
const shop = (acts: readonly TestAct[], link: { timeoutSeconds?: number } = {}): TestPlan => ({
  seconds: 40,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: 100, patienceSeconds: 60 } },
    web: { kind: 'web-server', params: { instances: 1, vcpu: 16, cpuDynamicMs: 10, service: 'fixed' } },
  },
  links: [['people', 'web', { delaySeconds: 0.01, timeoutSeconds: 2, ...link }]],
  acts,
});
const play = (acts: readonly TestAct[], link?: { timeoutSeconds?: number }) => simulate(shop(acts, link), behaviors);
const timeouts = (result: ReturnType<typeof play>) => result.total('failed.read.timeout');
const during = { from: 10, to: 20 };

describe('faults of a part', () => {
  it('lets a share of the answers go wrong, for as long as it is said', () => {
    const result = play([{ at: 10, act: 'strike', node: 'web', fault: 'errors', value: 20, seconds: 10 }]);
    const share = result.of('web', 'failed', during) / result.of('web', 'arrived', during);
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
    expect(result.of('web', 'failed', { to: 10 }) + result.of('web', 'failed', { from: 21 })).toBe(0);
    expect(result.notes.filter(({ code }) => code === 'struck' || code === 'mended')).toEqual([
      { time: 10, code: 'struck', node: 1, instance: -1, value: 20, fault: 0 },
      { time: 20, code: 'mended', node: 1, instance: -1, value: 0, fault: 0 },
    ]);
  });

  it('takes processors away: half of them stolen, work takes twice as long', () => {
    const result = play([{ at: 10, act: 'strike', node: 'web', fault: 'steal', value: 50, seconds: 10 }]);
    const mean = (frame: number) => result.series('web', 'meanResponse')[frame];
    expect(mean(5)).toBeCloseTo(0.01, 3);
    expect(mean(15)).toBeGreaterThan(0.0199);
    expect(mean(25)).toBeCloseTo(0.01, 3);
  });

  it('is slow for several reasons at once, and each ends for itself', () => {
    const result = play([
      { at: 5, act: 'slow', node: 'web', factor: 3, seconds: 20 },
      { at: 10, act: 'strike', node: 'web', fault: 'steal', value: 50, seconds: 5 },
    ]);
    const mean = (frame: number) => result.series('web', 'meanResponse')[frame];
    expect(mean(8)).toBeCloseTo(0.03, 2);
    expect(mean(13)).toBeGreaterThan(0.055);
    expect(mean(22)).toBeCloseTo(0.03, 2);
    expect(mean(30)).toBeCloseTo(0.01, 3);
  });

  it('is not ended by the end of another sort, nor by that of an older one of its own', () => {
    const errors: TestAct = { at: 10, act: 'strike', node: 'web', fault: 'errors', value: 50, seconds: 10 };
    const steal: TestAct = { at: 15, act: 'strike', node: 'web', fault: 'steal', value: 50, seconds: 15 };
    const both = play([errors, steal]);
    const mean = (result: ReturnType<typeof play>, frame: number) => result.series('web', 'meanResponse')[frame];
    expect(both.of('web', 'failed', { from: 10, to: 20 })).toBeGreaterThan(400);
    expect(both.of('web', 'failed', { from: 21 })).toBe(0);
    expect(mean(both, 25)).toBeCloseTo(0.02, 3);
    expect(mean(both, 35)).toBeCloseTo(0.01, 3);
    const slower = play([
      { at: 5, act: 'slow', node: 'web', factor: 3, seconds: 10 },
      { at: 10, act: 'slow', node: 'web', factor: 5, seconds: 20 },
    ]);
    expect(mean(slower, 8)).toBeCloseTo(0.03, 3);
    expect(mean(slower, 25)).toBeCloseTo(0.05, 3);
    expect(mean(slower, 35)).toBeCloseTo(0.01, 3);
  });

  it('ends by itself unless something newer has come', () => {
    const crashed = play([{ at: 10, act: 'crash', node: 'web', seconds: 10 }]);
    expect(crashed.of('web', 'completed', { from: 11, to: 20 })).toBe(0);
    expect(crashed.of('web', 'failed', { from: 21 })).toBe(0);
    const again = play([
      { at: 10, act: 'crash', node: 'web', seconds: 10 },
      { at: 15, act: 'crash', node: 'web', seconds: 10 },
    ]);
    expect(again.of('web', 'completed', { from: 11, to: 25 })).toBe(0);
    expect(again.of('web', 'completed', { from: 26 })).toBeGreaterThan(1000);
  });

  it('is gone when the part is made well', () => {
    const result = play([
      { at: 10, act: 'strike', node: 'web', fault: 'errors', value: 50 },
      { at: 20, act: 'recover', node: 'web' },
    ]);
    expect(result.of('web', 'failed', during)).toBeGreaterThan(300);
    expect(result.of('web', 'failed', { from: 21 })).toBe(0);
  });
});

describe('faults of a wire', () => {
  it('partition is silence: nobody is refused, everybody waits the whole timeout', () => {
    const result = play([{ at: 10, act: 'strike-link', link: 'people>web', fault: 'partition', seconds: 10 }]);
    expect(result.of('web', 'arrived', { from: 11, to: 20 })).toBe(0);
    expect(result.of('web', 'failed', {})).toBe(0);
    expect(timeouts(result)).toBeGreaterThan(900);
    expect(result.total('completed.read') + timeouts(result) + result.frames.at(-1)!.values[columnOf(result, 'inFlightAtEnd')]).toBe(
      result.total('offered.read'),
    );
    expect(result.of('web', 'completed', { from: 21 })).toBeGreaterThan(1500);
  });

  it('one way only: answers that are lost were worked for', () => {
    const there = play([{ at: 10, act: 'strike-link', link: 'people>web', fault: 'requests-lost', seconds: 10 }]);
    expect(there.of('web', 'arrived', { from: 11, to: 20 })).toBe(0);
    const back = play([{ at: 10, act: 'strike-link', link: 'people>web', fault: 'answers-lost', seconds: 10 }]);
    expect(back.of('web', 'completed', { from: 11, to: 20 })).toBeGreaterThan(800);
    expect(Math.abs(timeouts(back) - timeouts(there))).toBeLessThan(10);
  });

  it('loses a share of the messages each way', () => {
    const result = play([{ at: 0, act: 'strike-link', link: 'people>web', fault: 'loss', value: 10 }]);
    const done = result.total('completed.read') / (result.total('completed.read') + timeouts(result));
    expect(done).toBeGreaterThan(0.81 - 0.03);
    expect(done).toBeLessThan(0.81 + 0.03);
  });

  it('takes longer both ways', () => {
    const result = play([{ at: 20, act: 'strike-link', link: 'people>web', fault: 'latency', value: 3000 }]);
    // three seconds more than anybody waits
    expect(timeouts(result)).toBeGreaterThan(1500);
    const little = play([{ at: 0, act: 'strike-link', link: 'people>web', fault: 'latency', value: 300 }]);
    expect(timeouts(little)).toBe(0);
    expect(little.total('inFlightAtEnd') / 40).toBeGreaterThan(100 * 0.3);
  });

  it('ends every call at the handshake when a certificate has expired', () => {
    const result = play([{ at: 10, act: 'strike-link', link: 'people>web', fault: 'certificate', seconds: 10 }]);
    expect(result.total('failed.read.refused')).toBeGreaterThan(900);
    expect(result.of('web', 'completed', { from: 11, to: 20 })).toBe(0);
  });

  it('keeps callers without a timeout waiting for ever', () => {
    const result = play([{ at: 10, act: 'strike-link', link: 'people>web', fault: 'partition', seconds: 1 }], { timeoutSeconds: 0 });
    const open = result.frames.at(-1)!.values[columnOf(result, 'inFlightAtEnd')];
    expect(open).toBeGreaterThan(80);
    expect(open).toBeLessThan(130);
  });
});

const columnOf = (result: ReturnType<typeof play>, metric: string) => result.layout.columns.findIndex((c) => c.metric === metric);

describe('a run with faults', () => {
  const acts: readonly TestAct[] = [
    { at: 5, act: 'strike-link', link: 'people>web', fault: 'loss', value: 20, seconds: 12 },
    { at: 8, act: 'strike', node: 'web', fault: 'errors', value: 30, seconds: 9 },
    { at: 12, act: 'strike-link', link: 'people>web', fault: 'partition', seconds: 3 },
    { at: 20, act: 'hang', node: 'web', seconds: 3 },
    { at: 25, act: 'strike', node: 'web', fault: 'steal', value: 60, seconds: 4 },
  ];
  const plan = planOf(shop(acts));
  const kinds = inOrder(behaviors);
  const bytes = (values: readonly { values: Float64Array }[]) => values.map((frame) => [...frame.values].join()).join(';');

  it('plays on from a photograph as if it had never stopped', () => {
    const whole = createRun(plan, kinds);
    whole.advance(40, Number.MAX_SAFE_INTEGER);
    const expected = bytes(whole.takeFrames());
    const run = createRun(plan, kinds);
    for (const stop of [4.99, 7, 12.5, 13, 16, 21.5, 26]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      const photo = run.snapshot();
      run.advance(40, Number.MAX_SAFE_INTEGER);
      run.restore(photo);
    }
    const replay = createRun(plan, kinds);
    replay.advance(13, Number.MAX_SAFE_INTEGER);
    const photo = replay.snapshot();
    replay.advance(30, Number.MAX_SAFE_INTEGER);
    const first = bytes(replay.takeFrames().slice(0, 13));
    replay.restore(photo);
    replay.advance(40, Number.MAX_SAFE_INTEGER);
    expect(`${first};${bytes(replay.takeFrames())}`).toBe(expected);
  });

  it('is the same whether faults were planned or done by hand, also after it was put back between a fault and its end', () => {
    const whole = resultOf(plan, advanced(createRun(plan, kinds)));
    const run = createRun({ ...plan, acts: [] }, kinds);
    for (const act of plan.acts) {
      run.advance(act.at - 0.01, Number.MAX_SAFE_INTEGER);
      run.act(act);
    }
    expect(bytes(resultOf(plan, advanced(run)).frames)).toBe(bytes(whole.frames));

    const back = createRun({ ...plan, acts: [] }, kinds);
    back.act(plan.acts[0]);
    back.advance(10, Number.MAX_SAFE_INTEGER);
    const photo = back.snapshot();
    back.takeFrames();
    back.act(plan.acts[3]);
    back.advance(30, Number.MAX_SAFE_INTEGER);
    back.restore(photo);
    expect(back.forgetActsAhead()).toBe(true);
    const once = advanced(createRun({ ...plan, acts: [plan.acts[0]] }, kinds))
      .takeFrames()
      .slice(10);
    expect(bytes(advanced(back).takeFrames())).toBe(bytes(once));
  });
});

function advanced(run: ReturnType<typeof createRun>) {
  run.advance(40, Number.MAX_SAFE_INTEGER);
  return run;
}

it.each(nodeKinds)('the behaviour of %s knows the faults of its spec', (kind) => {
  expect(behaviors[kind].faults).toBe(specs[kind].faults);
});
