/** Who is alone takes every call without being asked (`Instances.taker`): only for as long as it is alone. */

import { expect, it } from 'vitest';
import { cacheBehavior } from './cache/behavior.ts';
import { databaseBehavior } from './database/behavior.ts';
import { simulate, type TestAct, type TestResult } from './testRun.ts';
import { usersBehavior } from './users/behavior.ts';
import { webServerBehavior } from './web-server/behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, cache: cacheBehavior, database: databaseBehavior };

/** People, a web server, a cache and a database with room for two of each; from 10 s to 20 s there are two of what the acts name. */
function play(...names: string[]): TestResult {
  const acts = names.flatMap((node): TestAct[] => [
    { at: 10, act: 'instances', node, count: 2 },
    { at: 20, act: 'instances', node, count: 1 },
  ]);
  return simulate(
    {
      seconds: 30,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 100 } },
        web: { kind: 'web-server', params: { instances: 1 }, slots: 2 },
        cache: { kind: 'cache', params: { instances: 1, capacityKeys: 100 }, slots: 2 },
        db: { kind: 'database', params: { replicas: 0, vcpu: 8 }, slots: 2 },
      },
      links: [
        ['people', 'web'],
        ['web', 'cache'],
        ['web', 'db'],
      ],
      acts,
    },
    kinds,
  );
}

it.each(['web', 'cache', 'db'])('%s: a second one gets its part as soon as it is there, and nothing when it has gone', (node) => {
  const result = play(node);
  const second = (from: number, to: number) => result.of(node, 'arrived', { instance: 1, from, to });
  expect(second(0, 10)).toBe(0);
  expect(second(10, 20)).toBeGreaterThan(0.3 * result.of(node, 'arrived', { from: 10, to: 20 }));
  expect(second(20, 30)).toBe(0);
  expect(result.total('failed.read.error')).toBe(0);
});
