import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { setParam } from '../design/edits.ts';
import { draw } from '../library/template.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { createUseBook } from './used.ts';
import { byDamage, type Damage, damageOf, singlesOf, usualWeakAsked, type WeakAsked, weakCasesOf } from './weakPoints.ts';
import { playWorld, type World } from './world.ts';
import { noCounts } from './worldBook.ts';

const shop = draw({
  title: 'shop',
  nodes: [
    { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 50 } },
    { id: 'lb', kind: 'load-balancer', at: [1, 0], params: { checkSeconds: 5, standbys: 0 } },
    { id: 'web', kind: 'web-server', at: [2, 0], params: { instances: 3 } },
    { id: 'cache', kind: 'cache', at: [3, 0] },
    { id: 'db', kind: 'database', at: [3, 1], params: { replicas: 1, failoverSeconds: 15, replication: 'async' } },
  ],
  links: [
    ['users', 'lb', { timeoutMs: 2000 }],
    ['lb', 'web', { timeoutMs: 1500 }],
    ['web', 'cache', { timeoutMs: 200 }],
    ['web', 'db', { timeoutMs: 500 }],
  ],
  workload: { writeShare: 20 },
});

const nameOf = ({ what, id }: { what: string; id: string }): string => `${what} ${id}`;

function damages(design: Design, asked: WeakAsked, only?: readonly string[]): Map<string, Damage> {
  const found = weakCasesOf(design, asked)!;
  const numbers = Array.from({ length: asked.worlds }, (_, i) => i + 1);
  const peace = numbers.map((number) => playWorld(found.base, behaviors, number));
  const wanted = found.cases.filter(({ broken }) => !only || only.includes(nameOf(broken)));
  const all = wanted.map(({ broken, plan }) => ({
    name: nameOf(broken),
    damage: damageOf(
      numbers.map((number) => playWorld(plan, behaviors, number)),
      peace,
      asked,
    ),
  }));
  return new Map(byDamage(all).map(({ name, damage }) => [name, damage]));
}

const brief: WeakAsked = { ...usualWeakAsked, at: 20, watched: 60, worlds: 1 };

describe('weak points', () => {
  it('are looked for in every part, one machine of many, and every wire; never in users', () => {
    expect(weakCasesOf(shop, brief)!.cases.map(({ broken }) => nameOf(broken))).toEqual([
      'part lb',
      'part web',
      'machine web',
      'part cache',
      'part db',
      'machine db',
      'wire l1',
      'wire l2',
      'wire l3',
      'wire l4',
    ]);
    const geo = templateNamed('far-users')!.design;
    expect(weakCasesOf(geo, brief)!.cases.map(({ broken }) => nameOf(broken))).toContain(`place ${geo.groups[1].id}`);
    expect(weakCasesOf({ ...shop, links: [] }, brief)).toBeNull();
  });

  const found = damages(shop, brief);

  it('rank by what users lose: what everybody goes through first, one of three servers far behind', () => {
    const order = [...found.keys()];
    expect(order.slice(0, 4)).toEqual(expect.arrayContaining(['part lb', 'wire l1', 'part web', 'wire l2']));
    expect(found.get('part lb')!.failedShare).toBeGreaterThan(0.95);
    expect(found.get('machine web')!.failed).toBeLessThan(0.1 * found.get('part web')!.failed);
  });

  it('are single where nobody is served by half until the end, and only there', () => {
    const single = [...found].filter(([, { isSinglePoint }]) => isSinglePoint).map(([name]) => name);
    expect(single.sort()).toEqual(['part lb', 'part web', 'wire l1', 'wire l2'].sort());
  });

  it('say how long users felt it, and when they were served again', () => {
    const machine = found.get('machine db')!;
    // half a minute of failover for reads that the replica does not answer and for all writes
    expect(machine.secondsToRecover).toBeGreaterThanOrEqual(15);
    expect(machine.secondsToRecover).toBeLessThan(40);
    expect(machine.secondsBelow).toBeLessThanOrEqual(machine.secondsToRecover!);
    expect(found.get('part lb')!.secondsToRecover).toBeNull();
    expect(found.get('part lb')!.secondsBelow).toBeGreaterThanOrEqual(58);
  });

  it('that come back are over when the users are served again, not when the machine is', () => {
    const short = damages(shop, { ...brief, lasts: 15, watched: 45 }, ['part web']).get('part web')!;
    expect(short.secondsToRecover).toBeGreaterThanOrEqual(15);
    expect(short.secondsToRecover).toBeLessThan(30);
    expect(short.isSinglePoint).toBe(true);
    expect(short.failed).toBeLessThan(found.get('part web')!.failed);
  });

  it('with a second one are none', () => {
    const pair = damages(setParam(shop, 'lb', 'standbys', 1), brief, ['machine lb']).get('machine lb')!;
    expect(pair.isSinglePoint).toBe(false);
    expect(pair.failedShare).toBeLessThan(0.3);
  });
});

describe('damage', () => {
  /** Ten requests a second, of which so many are good in each second. */
  const world = (good: readonly number[], writes = 0): World => {
    const failed = good.reduce((sum, count) => sum + 10 - count, 0);
    return {
      number: 1,
      seed: '',
      framesHash: '',
      seconds: good.length,
      lost: { writes, messages: 0 },
      used: createUseBook({ nodes: [] }).close(),
      classes: {
        static: noCounts(),
        feed: noCounts(),
        login: noCounts(),
        search: noCounts(),
        upload: noCounts(),
        write: noCounts(),
        read: { ...noCounts(), offered: 10 * good.length, failedBy: { refused: failed, timeout: 0, shed: 0, error: 0 } },
      },
      staleReads: 0,
      latency: new Uint32Array(0),
      course: {
        stretchSeconds: 1,
        p99: new Float64Array(0),
        goodput: Float64Array.from(good),
        failed: Float64Array.from(good, (count) => 10 - count),
      },
      utilization: new Float64Array(0),
    };
  };
  const asked: WeakAsked = { at: 2, lasts: null, watched: 6, worlds: 1, target: 0.9 };
  const peace = world([10, 10, 10, 10, 10, 10, 10, 10]);

  it('is counted by hand', () => {
    expect(damageOf([world([10, 10, 0, 3, 10, 8, 9, 10], 4)], [peace], asked)).toEqual({
      failed: 20,
      failedShare: 20 / 60,
      secondsBelow: 3,
      lostWrites: 4,
      lostMessages: 0,
      secondsToRecover: 4,
      isSinglePoint: false,
    });
  });

  it('takes the mean of the worlds, the worst time to recover, and none if one never does', () => {
    const [quick, slow, never] = [
      world([10, 10, 0, 10, 10, 10, 10, 10]),
      world([10, 10, 0, 0, 0, 10, 10, 10]),
      world([10, 10, 10, 10, 10, 10, 10, 0]),
    ];
    expect(damageOf([quick, slow], [peace, peace], asked)).toMatchObject({ failed: 20, secondsBelow: 2, secondsToRecover: 3 });
    expect(damageOf([quick, never], [peace, peace], asked).secondsToRecover).toBeNull();
  });

  it('blames a break for nothing that fails in peace too', () => {
    const poor = world([8, 8, 8, 8, 8, 8, 8, 8]);
    expect(damageOf([poor], [poor], asked)).toMatchObject({ failed: 0, secondsBelow: 0, secondsToRecover: 0, isSinglePoint: false });
  });

  it('counts seconds in which nothing ends as seconds in which nobody is served', () => {
    const dead = world([10, 10, 10, 10, 10, 10, 10, 10]);
    dead.course.goodput.fill(0, 2);
    dead.course.failed.fill(0, 2);
    expect(damageOf([dead], [peace], asked)).toMatchObject({ secondsBelow: 6, secondsToRecover: null, isSinglePoint: true });
  });
});

it('what nobody makes up for is a part, one machine of several, or a wire; never a place, nor all machines at once', () => {
  const point = (what: 'part' | 'machine' | 'place' | 'wire', id: string, isSinglePoint = true) => ({
    broken: { what, id },
    damage: { isSinglePoint } as Damage,
  });
  const found = [
    point('place', 'zone'),
    point('wire', 'lb-web'),
    point('part', 'web'),
    point('machine', 'web', false),
    point('part', 'db'),
    point('machine', 'cache'),
    point('part', 'cache'),
    point('wire', 'web-log', false),
  ];
  expect(singlesOf(found).map(({ broken }) => `${broken.what} ${broken.id}`)).toEqual(['wire lb-web', 'part db', 'machine cache']);
});
