import { expect, it } from 'vitest';
import type { PlanAct } from './plan.ts';
import { nextActTime, Timeline } from './timeline.ts';

const crash = (at: number, node: number): PlanAct => ({ at, act: 'crash', node, instance: -1, factor: 1, seconds: 5 });

it('what is done at one moment stays side by side, what lay later is forgotten', () => {
  const timeline = new Timeline([crash(50, 9)], { nextAct: 0 });
  timeline.add(crash(10, 1));
  timeline.add(crash(20, 2));
  // somebody stands just before 10 and does a second thing there
  expect(timeline.forgetAhead(10)).toBe(true);
  timeline.add(crash(10, 3));
  expect(timeline.forgetAhead(10)).toBe(false);
  const told: string[] = [];
  while (timeline.nextAt < Infinity) {
    const act = timeline.take();
    told.push(act.act === 'end' ? `${act.at} end of ${'node' in act.of ? act.of.node : ''}` : `${act.at} ${'node' in act ? act.node : ''}`);
  }
  expect(told).toEqual(['10 1', '10 3', '15 end of 1', '15 end of 3', '50 9', '55 end of 9']);
});

it('who went back and does something else keeps nothing of what was done ahead', () => {
  const timeline = new Timeline([], { nextAct: 0 });
  timeline.add(crash(10, 1));
  expect(timeline.forgetAhead()).toBe(true);
  expect(timeline.nextAt).toBe(Infinity);
});

it('whoever stands at a whole millisecond may act at the next one, whatever it is as a binary fraction', () => {
  for (let millis = 0; millis < 700_000; millis++) {
    const next = nextActTime(millis / 1000);
    if (next !== (millis + 1) / 1000) expect.fail(`after ${millis / 1000} comes ${next}`);
  }
  for (const now of [64.3941, 64.3949999, 0.0004, 3599.9995]) expect(nextActTime(now)).toBe(Math.ceil(now * 1000) / 1000);
});
