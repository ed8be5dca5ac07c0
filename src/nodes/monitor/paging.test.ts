import { describe, expect, it } from 'vitest';
import { loadBalancerBehavior } from '../load-balancer/behavior.ts';
import { simulate, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { monitorBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'load-balancer': loadBalancerBehavior, 'web-server': webServerBehavior, monitor: monitorBehavior };

/** Two tiers that both lose a server and answer a fifth with errors: two alerts each. */
function storm(monitor: Record<string, number | string | boolean>, more: Partial<TestPlan> = {}): TestPlan {
  const web = { kind: 'web-server', params: { instances: 3, errorPercent: 20 } } as const;
  return {
    seconds: 300,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: 100 } },
      lb: { kind: 'load-balancer' },
      web,
      other: web,
      monitor: { kind: 'monitor', params: { forSeconds: 15, ...monitor } },
    },
    links: [
      ['users', 'lb'],
      ['lb', 'web'],
      ['lb', 'other'],
      ['monitor', 'web'],
      ['monitor', 'other'],
    ],
    acts: [
      { at: 20, act: 'crash', node: 'web', instance: 1 },
      { at: 20, act: 'crash', node: 'other', instance: 1 },
    ],
    ...more,
  };
}

const sent = (monitor: Record<string, number | string | boolean>, more?: Partial<TestPlan>) => {
  const run = simulate(storm(monitor, more), kinds);
  return [run.of('monitor', 'alertsRaised'), run.of('monitor', 'pages')];
};

describe('an alert storm', () => {
  it('is a message for every alert, for every part, or one', () => {
    expect(sent({})).toEqual([4, 4]);
    expect(sent({ grouping: 'part' })).toEqual([4, 2]);
    expect(sent({ grouping: 'incident' })).toEqual([4, 1]);
  });

  it('that is over and comes back is a new incident', () => {
    const acts: TestPlan['acts'] = [
      { at: 20, act: 'crash', node: 'web', instance: 1 },
      { at: 100, act: 'recover', node: 'web', instance: 1 },
      { at: 160, act: 'crash', node: 'web', instance: 1 },
    ];
    const calm = storm({ grouping: 'incident' }, { acts });
    calm.nodes.web.params = { instances: 3 };
    calm.nodes.other.params = { instances: 3 };
    const run = simulate(calm, kinds);
    expect([run.of('monitor', 'alertsRaised'), run.of('monitor', 'pages')]).toEqual([2, 2]);
  });

  it('that a human has dealt with is news again', () => {
    const again: TestPlan['acts'] = [...(storm({}).acts ?? []), { at: 200, act: 'crash', node: 'web', instance: 0 }];
    const [, without] = sent({ grouping: 'incident' }, { acts: again });
    const [, withHuman] = sent({ grouping: 'incident', action: 'human', reactionSeconds: 20 }, { acts: again });
    expect([without, withHuman]).toEqual([1, 2]);
  });
});

describe('a human', () => {
  const actsOf = (monitor: Record<string, number | string | boolean>) => {
    const run = simulate(storm({ action: 'human', reactionSeconds: 20, ...monitor }), kinds);
    const first = run.notes.find(({ code }) => code.startsWith('alert'))!.time;
    return run.notes.filter(({ code }) => code === 'human-acts').map(({ time, node }) => [node, Math.round(time - first)]);
  };

  it('who is called once looks after every part that has an alert', () => {
    expect(actsOf({ grouping: 'incident' }).slice(0, 2)).toEqual([
      [2, 20],
      [3, 20],
    ]);
  });

  it('reads what is sent one after the other', () => {
    expect(actsOf({ grouping: 'incident', pageSeconds: 30 })[1]).toEqual([3, 50]);
    expect(actsOf({ grouping: 'part', pageSeconds: 30 })[1]).toEqual([3, 80]);
    // errors, which do not end, and the dead server: of both parts
    const each = actsOf({ grouping: 'rule', pageSeconds: 30 }).map(([, seconds]) => seconds);
    expect(each).toEqual([50, 80, 110, 140]);
  });
});

it('keeps ten series of every instance that there is, times its labels', () => {
  const run = simulate(storm({ labels: 7 }), kinds);
  expect(run.of('monitor', 'series', { from: 299 })).toBe(6 * 10 * 7);
});
