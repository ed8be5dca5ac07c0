import { describe, expect, it } from 'vitest';
import { databaseBehavior } from '../nodes/database/behavior.ts';
import { serviceBehavior } from '../nodes/service/behavior.ts';
import { simulate, type TestPlan } from '../nodes/testRun.ts';
import { usersBehavior } from '../nodes/users/behavior.ts';
import { webServerBehavior } from '../nodes/web-server/behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, service: serviceBehavior, database: databaseBehavior };

/** Users ask a part that asks a database; the wire to the database has a patience of its own. */
function play(caller: 'web-server' | 'service', toDatabase: Record<string, number>, more: Partial<TestPlan> = {}) {
  const entry = { kind: 'web-server', params: { instances: 2, cpuDynamicMs: 1 } } as const;
  return simulate(
    {
      seconds: 60,
      nodes: {
        users: { kind: 'users', params: { ratePerSecond: 50 } },
        web: entry,
        ...(caller === 'service' ? { service: { kind: 'service', params: { instances: 2 } } as const } : {}),
        db: { kind: 'database', params: { replicas: 0 } },
      },
      links: [
        ['users', 'web', { timeoutSeconds: 5 }],
        ...(caller === 'service' ? ([['web', 'service', { timeoutSeconds: 5 }]] as const) : []),
        [caller === 'service' ? 'service' : 'web', 'db', toDatabase],
      ] as TestPlan['links'],
      ...more,
    },
    kinds,
  );
}

describe('work for nobody', () => {
  it.each(['web-server', 'service'] as const)('is what a database answers after a %s has given up, all of it', (caller) => {
    // every answer takes at least a round trip of 20 ms
    const run = play(caller, { delaySeconds: 0.01, timeoutSeconds: 0.015 });
    expect(run.of('db', 'completed')).toBeGreaterThan(2000);
    // the last are still on their way home
    expect(run.of('db', 'completed') - run.of('db', 'vain')).toBeLessThanOrEqual(5);
  });

  it('is nothing while everybody waits', () => {
    const run = play('service', { delaySeconds: 0.01, timeoutSeconds: 1 });
    for (const node of ['users', 'web', 'service', 'db']) expect(run.of(node, 'vain'), node).toBe(0);
  });

  it('is counted where it was done: those above still had somebody who waited', () => {
    const run = play('service', { delaySeconds: 0.01, timeoutSeconds: 0.015 });
    expect([run.of('web', 'vain'), run.of('service', 'vain')]).toEqual([0, 0]);
  });

  it('is what those are still at who had asked a caller that has died', () => {
    const acts: TestPlan['acts'] = [{ at: 30, act: 'crash', node: 'web' }];
    // 200 ms on the way to the database and back, fifty a second: some ten are under way
    const run = play('web-server', { delaySeconds: 0.1, timeoutSeconds: 1 }, { acts });
    expect(run.of('db', 'vain')).toBeGreaterThan(3);
    expect(run.of('db', 'vain')).toBeLessThan(30);
  });

  it('is not a failure, which was no work', () => {
    const db = { kind: 'database', params: { replicas: 0, errorPercent: 100 } } as const;
    const broken = { users: { kind: 'users' }, web: { kind: 'web-server' }, db } as const;
    const run = simulate(
      {
        seconds: 20,
        nodes: broken,
        links: [
          ['users', 'web'],
          ['web', 'db', { delaySeconds: 0.01, timeoutSeconds: 0.015 }],
        ],
      },
      kinds,
    );
    expect([run.of('db', 'failed') > 0, run.of('db', 'vain')]).toEqual([true, 0]);
  });
});
