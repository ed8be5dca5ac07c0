import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { ASKED, CLASS, type RequestClass } from '../../engine/plan.ts';
import { cacheBehavior } from '../cache/behavior.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { queueBehavior } from '../queue/behavior.ts';
import { answeringServer, simulate, type TestLink, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { webServerBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  cache: cacheBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
};

/** Shares that make every request one of a class. */
const only = (cls: RequestClass) => ({
  staticShare: 0,
  writeShare: 0,
  ...(cls === 'read' ? {} : { [`${cls}Share`]: 100 }),
});

/** Fixed costs, no waiting: what a class costs is what the parts are busy with. */
const behind = (cls: RequestClass, more: Partial<TestPlan> = {}): TestPlan => ({
  seconds: 100,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: 40, arrivals: 'even' } },
    web: { kind: 'web-server', params: { vcpu: 16, service: 'fixed', readsPerRequest: 3 } },
    cache: { kind: 'cache', params: { capacityKeys: 10, ttlSeconds: 1 } },
    db: { kind: 'database', params: { replicas: 0, readsFrom: 'primary', service: 'fixed', vcpu: 4, fsyncMs: 0 } },
    queue: { kind: 'queue' },
    worker: { kind: 'worker', params: { concurrency: 200, jobMs: 10 } },
  },
  links: [
    ['people', 'web'],
    ['web', 'cache'],
    ['web', 'db'],
    ['web', 'queue'],
    ['queue', 'worker'],
  ],
  workload: { ...only(cls), keys: 100_000, keySkew: 0 },
  ...more,
});

describe('request classes', () => {
  it.each([
    ['read', 5, 3 * 0.5, 3],
    ['feed', 8, 5, 1],
    ['login', 100, 0.5, 0],
    // a job has no index to ask: its rows are looked for in the database
    ['search', 5, 3 * 0.5, 3],
    ['upload', 5, 0, 0],
    ['write', 5, 1.5, 0],
  ] as const)('a %s costs %f ms of the web server, %f ms of the database, and asks the cache %i times', (cls, web, db, lookups) => {
    const result = simulate(behind(cls), kinds);
    const count = result.total(`completed.${cls}`);
    expect(count).toBeGreaterThan(3900);
    expect(result.total(`offered.${cls}`)).toBe(result.of('people', 'offered'));
    const busy = (node: string, servers: number) =>
      (result.series(node, 'utilization').reduce((a, b) => a + b, 0) * servers * 1000) / count;
    expect(Math.abs(busy('web', 16) - web)).toBeLessThan(0.02 * web);
    expect(Math.abs(busy('db', 4) - db)).toBeLessThan(0.02 * db + 0.02);
    const looked = result.of('cache', 'hits') + result.of('cache', 'misses');
    expect(Math.abs(looked / count - lookups)).toBeLessThan(0.01);
    const jobs = cls === 'upload' ? 1 : cls === 'write' ? 0.25 : 0;
    expect(Math.abs(result.of('web', 'jobsPublished') / count - jobs)).toBeLessThan(0.03);
  });

  it('that a service makes the page of are looked up once, however many rows a page has', () => {
    const { nodes, links } = behind('read');
    const { people, web, cache } = nodes;
    const below = { kind: 'web-server' as const, params: { vcpu: 16, readsPerRequest: 0 } };
    const wires = [...links.slice(0, 2), ['web', 'below'] satisfies TestLink];
    const result = simulate({ ...behind('read', { seconds: 20 }), nodes: { people, web, cache, below }, links: wires }, kinds);
    const count = result.total('completed.read');
    expect(count).toBeGreaterThan(700);
    expect(Math.abs((result.of('cache', 'hits') + result.of('cache', 'misses')) / count - 1)).toBeLessThan(0.01);
  });

  it('are looked up only while their database may be asked: between two times of computing, where its wire says so', () => {
    const { nodes, links } = behind('read');
    const web = { kind: 'web-server' as const, params: { ...nodes.web.params, againShare: 50 } };
    const wires = [...links.slice(0, 2), ['web', 'db', { asked: ASKED.between }] satisfies TestLink];
    const result = simulate({ ...behind('read', { seconds: 20 }), nodes: { ...nodes, web }, links: wires }, kinds);
    const rounds = result.of('web', 'computedAgain');
    expect(rounds).toBeGreaterThan(600);
    expect(Math.abs((result.of('cache', 'hits') + result.of('cache', 'misses')) / rounds - 3)).toBeLessThan(0.02);
  });

  it('come by their shares, and what is left are reads', () => {
    const seen: number[] = [];
    const recorder: Behavior = {
      ...answeringServer,
      create: (ctx) => {
        const { calls } = ctx.net;
        return {
          receive: (call) => {
            seen.push(calls.cls[call]);
            ctx.net.reply(call, 0);
          },
        };
      },
    };
    const shares = { staticShare: 30, writeShare: 10, feedShare: 12, loginShare: 3, searchShare: 2, uploadShare: 1 };
    const nodes = { people: { kind: 'users', params: { ratePerSecond: 1000 } }, web: { kind: 'web-server' } } as const;
    simulate({ seconds: 100, nodes, links: [['people', 'web']], workload: shares }, { users: usersBehavior, 'web-server': recorder });
    const wanted = { static: 30, read: 42, write: 10, feed: 12, login: 3, search: 2, upload: 1 };
    for (const [name, percent] of Object.entries(wanted)) {
      const share = (100 * seen.filter((cls) => cls === CLASS[name as RequestClass]).length) / seen.length;
      expect(Math.abs(share - percent)).toBeLessThan(0.5);
    }
  });

  it('are made for sessions: each request for one of its own, and all that is asked on its behalf for the same', () => {
    const above = new Map<number, number>();
    const below: [request: number, session: number][] = [];
    const noting: Behavior = {
      ...webServerBehavior,
      create: (ctx) => {
        const actor = webServerBehavior.create(ctx);
        const { calls } = ctx.net;
        return Object.assign(Object.create(actor), {
          receive: (call: number) => {
            above.set(calls.request[call], calls.session[call]);
            actor.receive(call);
          },
          returned: (parent: number, child: number, outcome: number) => {
            below.push([calls.request[child], calls.session[child]]);
            actor.returned?.(parent, child, outcome);
          },
        });
      },
    };
    simulate(behind('read', { seconds: 20 }), { ...kinds, 'web-server': noting });
    expect(above.size).toBeGreaterThan(700);
    for (const [request, session] of above) expect(session).toBe(request);
    expect(below.length).toBeGreaterThan(3000);
    for (const [request, session] of below) expect(session).toBe(above.get(request));
  });
});
