import { expect, it } from 'vitest';
import { simulate } from '../testRun.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { usersBehavior } from './behavior.ts';

it('counts the attempts after the first: three per request while nothing answers', () => {
  const run = simulate(
    {
      seconds: 30,
      nodes: { users: { kind: 'users', params: { ratePerSecond: 50 } }, web: { kind: 'web-server' } },
      links: [['users', 'web', { delaySeconds: 0.01, retries: 3, backoffSeconds: 0.01 }]],
      acts: [{ at: 0, act: 'crash', node: 'web' }],
    },
    { users: usersBehavior, 'web-server': webServerBehavior },
  );
  const offered = run.of('users', 'offered');
  const retries = run.of('users', 'retries');
  expect(offered).toBeGreaterThan(1000);
  // only what is still under way at the end is missing from the last attempts
  expect(retries).toBeLessThanOrEqual(3 * offered);
  expect(retries).toBeGreaterThan(3 * offered - 30);
  expect(Math.abs(run.of('web', 'arrived') - (offered + retries))).toBeLessThan(10);
});
