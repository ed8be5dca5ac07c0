import { expect, it } from 'vitest';
import { answeringServer, simulate } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { cdnBehavior } from './behavior.ts';

it('a visitor wants the same variant all the time, and others want others', () => {
  const fetches = (people: number) =>
    simulate(
      {
        seconds: 200,
        nodes: {
          users: {
            kind: 'users',
            params: {
              visits: 'sessions',
              loop: 'closed',
              people,
              viewSeconds: 1,
              sessionSeconds: 86_400,
              dynamicPerView: 0,
              staticPerView: 1,
            },
          },
          cdn: { kind: 'cdn', params: { variants: 8, uncacheableShare: 0 } },
          web: { kind: 'web-server' },
        },
        links: [
          ['users', 'cdn'],
          ['cdn', 'web'],
        ],
        workload: { staticShare: 100, staticFiles: 1 },
      },
      { users: usersBehavior, cdn: cdnBehavior, 'web-server': answeringServer },
    );
  const one = fetches(1);
  expect(one.of('cdn', 'hits')).toBeGreaterThan(100);
  expect(one.of('cdn', 'originFetches')).toBe(1);
  expect(fetches(100).of('cdn', 'originFetches')).toBe(8);
});
