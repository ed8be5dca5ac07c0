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
        web: { kind: 'web-server', params: { readsPerRequest: 0, memoryGB: 1, bootSeconds: 10 } },
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

it('a leak kills when memory is full, again and again, until it is over', () => {
  const result = run([{ at: 10, act: 'strike', node: 'web', instance: 0, fault: 'leak', value: 1024, seconds: 80 }]);
  // full after 60 s, back 10 s later; the second time it is over before
  expect(result.notes.filter(({ code }) => code === 'crash').map(({ time }) => time)).toEqual([70]);
  expect(result.of('web', 'failed', { from: 70, to: 80 })).toBeGreaterThan(400);
  expect(result.of('web', 'failed', { from: 81 })).toBe(0);
});
