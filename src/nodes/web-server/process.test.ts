import { expect, it } from 'vitest';
import { simulate, type TestAct } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior };

const run = (acts: readonly TestAct[]) =>
  simulate(
    {
      seconds: 200,
      nodes: {
        users: { kind: 'users', params: { ratePerSecond: 50, patienceSeconds: 60 } },
        web: { kind: 'web-server', params: { readsPerRequest: 0, memoryGB: 1, baseMB: 0, bootSeconds: 10 } },
      },
      links: [['users', 'web']],
      acts,
    },
    behaviors,
  );

it('a GC pause holds everything up for its time, and nothing is lost', () => {
  const result = run([{ at: 50, act: 'strike', node: 'web', instance: 0, fault: 'pause', value: 5 }]);
  const completed = result.series('web', 'completed');
  expect(completed.slice(50, 55)).toEqual([0, 0, 0, 0, 0]);
  expect(completed[55]).toBeGreaterThan(200);
  expect(result.of('web', 'failed')).toBe(0);
});

const deaths = (acts: readonly TestAct[]) =>
  run(acts)
    .notes.filter(({ code }) => code === 'crash')
    .map(({ time }) => time);
const leak: TestAct = { at: 10, act: 'strike', node: 'web', instance: 0, fault: 'leak', value: 1024 };

it('a leak goes on where it was when the program had only been silent', () => {
  const silent: TestAct[] = [
    { at: 30, act: 'hang', node: 'web', instance: 0 },
    { at: 40, act: 'recover', node: 'web', instance: 0 },
  ];
  // whoever is made well again by hand is rid of what lasts: nothing leaks any more
  expect(deaths([leak, ...silent])).toEqual([]);
  const paused: TestAct = { at: 30, act: 'strike', node: 'web', instance: 0, fault: 'pause', value: 10 };
  // full after 60 s, whatever happened in between; then 60 s after each start
  expect(deaths([leak, paused])).toEqual([70, 140]);
});

it('a leak begins with empty memory after a death', () => {
  const dies: TestAct = { at: 30, act: 'crash', node: 'web', instance: 0, seconds: 10 };
  expect(deaths([leak, dies])).toEqual([30, 100, 170]);
});

it('a leak kills when memory is full, again and again, until it is over', () => {
  const result = run([{ at: 10, act: 'strike', node: 'web', instance: 0, fault: 'leak', value: 1024, seconds: 80 }]);
  // full after 60 s, back 10 s later; the second time it is over before
  expect(result.notes.filter(({ code }) => code === 'crash').map(({ time }) => time)).toEqual([70]);
  expect(result.of('web', 'failed', { from: 70, to: 80 })).toBeGreaterThan(400);
  expect(result.of('web', 'failed', { from: 81 })).toBe(0);
});
