/** Loads, timelines, caches, seeds and sweeps that nobody should ask for, by the numbers of ux 4.6, on the real parser and the real engine. */

import { describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../design/design.ts';
import { setSeed } from '../design/edits.ts';
import { parseDesign } from '../design/parse.ts';
import { problemsOf } from '../design/rules.ts';
import { createRun } from '../engine/run.ts';
import { problemText } from '../i18n/problemText.ts';
import { loadText } from '../i18n/text.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviorList, behaviors } from '../nodes/behaviors.ts';
import { nodeColumns } from './columnIndex.ts';
import { totalOf } from './columns.ts';
import { compile } from './compile.ts';
import { hereCrew } from './crewForTests.ts';
import { framesHash } from './framesHash.ts';
import { runHeadless } from './headless.ts';
import { createPacer, sliceMs } from './pacer.ts';
import { replicate } from './replicate.ts';
import { type Summary, summarise } from './summary.ts';
import { mostRuns, sweepOf } from './sweep.ts';
import { countIn, fieldAt, mostValues, readRange, valuesIn } from './sweepAxis.ts';

const [en, ko] = [await loadText('en'), await loadText('ko')];
const at = [0, 0] as const;

function shop(change: Partial<Drawing> = {}): Design {
  return draw({
    title: '',
    nodes: [
      { id: 'users', kind: 'users', at, params: { ratePerSecond: 50 } },
      { id: 'web', kind: 'web-server', at },
      { id: 'cache', kind: 'cache', at },
      { id: 'db', kind: 'database', at, params: { replicas: 1 } },
    ],
    links: [
      ['users', 'web'],
      ['web', 'cache'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, keys: 50 },
    seconds: 20,
    ...change,
  });
}

const planOf = (design: Design) => {
  const { plan, problems } = compile(design);
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
};

function play(design: Design): { summary: Summary; total(id: string, metric: string): number; hash: string } {
  const plan = planOf(design);
  const { layout, frames, notes } = runHeadless(plan, behaviors);
  const summary = summarise({ plan, layout, frames, notes });
  expect(summary.conserved).toBe(true);
  const nodeAt = (id: string) => design.nodes.findIndex((node) => node.id === id);
  return { summary, total: (id, metric) => totalOf(frames, nodeColumns(layout, nodeAt(id), metric)), hash: framesHash(frames) };
}

/** As a file would say it. */
const read = (design: Design, change: object) => parseDesign({ ...structuredClone(design), ...change });
function opened(design: Design, change: object) {
  const parsed = read(design, change);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed;
}

describe('ux 4.6 #40: loads', () => {
  const at2e7 = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, kind: 'users' as const, at, params: { ratePerSecond: 200_000 } }));
  const huge = shop({
    nodes: [...at2e7, { id: 'web', kind: 'web-server', at }],
    links: at2e7.map(({ id }) => [id, 'web'] as const),
    workload: { traffic: 100, shape: 'spike', spikeFactor: 10 },
  });

  it('a billion a second is said in words, with both numbers', () => {
    const [problem] = problemsOf(huge).filter(({ code }) => code === 'too-big');
    expect(problem).toMatchObject({ severity: 'warning', details: { what: 'requests', count: 1e9, max: 1e6 } });
    for (const t of [en, ko]) expect(problemText(problem, huge, t)).toMatch(/1,000,000,000/);
  });

  it('and it is played all the same, as slowly as it must: the pacer says how slowly, and answers between two slices', () => {
    const run = createRun(planOf(huge), behaviorList);
    let wallMs = 0;
    const waiting: (() => void)[] = [];
    const pacer = createPacer(run, huge.seconds > 0 ? { frameSeconds: 1, seconds: huge.seconds } : { frameSeconds: 1, seconds: 1 }, {
      // a machine that is at its wits' end: between two looks at the clock go 20 milliseconds
      clockMs: () => (wallMs += 20),
      wait: (_ms, then) => {
        waiting.push(then);
        return () => undefined;
      },
      worked: ({ ms }) => expect(ms).toBeLessThan(8 * sliceMs),
      holdOn: () => false,
      onChange: () => undefined,
    });
    pacer.play();
    for (let slice = 0; slice < 60; slice++) waiting.shift()?.();
    expect(run.now()).toBeGreaterThan(0);
    expect(run.now()).toBeLessThan(0.1);
    expect(pacer.status()).toBe('playing');
    expect(pacer.trueSpeed()).toBeGreaterThan(0);
    expect(pacer.trueSpeed()).toBeLessThan(0.1);
    pacer.pause();
    expect(pacer.status()).toBe('paused');
  });

  it('more than a population can send is brought to what it can, and said', () => {
    const nodes = shop().nodes.map((node) => ({ ...node, params: { ...node.params } as object }));
    nodes[0].params = { ...nodes[0].params, ratePerSecond: 1e9 };
    const { design, repairs } = opened(shop(), { nodes });
    expect(repairs).toMatchObject([{ code: 'clamped', part: 'users', field: 'ratePerSecond', given: '1000000000', kept: '200000' }]);
    expect(design.nodes[0].params.ratePerSecond).toBe(200_000);
  });

  it.each([
    [0, 0, 0],
    [0.001, 0, 3],
  ])('%s a second: the run has its %s to %s requests, and is no error', (ratePerSecond, least, most) => {
    const design = shop({
      nodes: shop().nodes.map((node) => ({ ...node, at, params: node.kind === 'users' ? { ratePerSecond } : {} })) as Drawing['nodes'],
    });
    expect(problemsOf(design).map(({ code }) => code)).toEqual(ratePerSecond === 0 ? ['no-traffic'] : []);
    const { summary } = play(design);
    expect(summary.all.offered).toBeGreaterThanOrEqual(least);
    expect(summary.all.offered).toBeLessThanOrEqual(most);
    expect(JSON.stringify(summary)).not.toMatch(/NaN|Infinity/);
  });
});

describe('ux 4.6 #41: timelines', () => {
  const event = (act: 'crash' | 'recover' | 'hang', node: string, time: number): ScenarioEvent => ({ at: time, act, node, instance: null });
  const served = (scenario: readonly ScenarioEvent[], more: Partial<Drawing> = {}) => play(shop({ scenario, ...more }));

  it('everything killed at once: each request is told so, and none is lost', () => {
    const all = ['web', 'cache', 'db'].map((id) => event('crash', id, 5));
    const { summary } = served(all);
    expect(summary.all.failed).toBeGreaterThan(400);
    expect(summary.all.completed).toBeGreaterThan(100);
    // with the users nobody asks any more
    const nobody = served([...all, event('crash', 'users', 5)]).summary;
    expect(nobody.all.offered).toBeLessThan(summary.all.offered / 2);
  });

  it('killed while down, and revived while up, are nothing more', () => {
    const once = served([event('crash', 'web', 5), event('recover', 'web', 10)]);
    const often = served([
      event('recover', 'web', 2),
      event('crash', 'web', 5),
      event('crash', 'web', 7),
      event('recover', 'web', 10),
      event('recover', 'web', 11),
    ]);
    expect(often.hash).toBe(once.hash);
  });

  it('of a part that is gone it is named on opening, left out, and warned of where it happens in the page', () => {
    const scenario = [event('crash', 'gone', 5), event('crash', 'web', 6)];
    const { design, repairs } = opened(shop(), { scenario });
    expect(design.scenario).toEqual(scenario.slice(1));
    expect(repairs).toMatchObject([{ code: 'bad-event', part: 'scenario', field: 'crash' }]);
    const edited = shop({ scenario });
    const [problem] = problemsOf(edited);
    expect([en, ko].map((t) => problemText(problem, edited, t))).toEqual([
      expect.stringContaining('gone'),
      expect.stringContaining('gone'),
    ]);
    expect(play(edited).hash).toBe(play(design).hash);
  });

  it('ten thousand events in one moment are refused with their number; five hundred happen one after the other', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => event(i % 2 === 0 ? 'crash' : 'recover', 'web', 0));
    expect(read(shop(), { scenario: many(10_000) })).toEqual({
      ok: false,
      problem: { code: 'too-big', what: 'scenario', count: 10_000, max: 500 },
    });
    expect(play(opened(shop(), { scenario: many(500) }).design).summary.all.completed).toBeGreaterThan(800);
    expect(play(opened(shop(), { scenario: many(499) }).design).summary.all.completed).toBe(0);
  });

  it('after the end nothing happens', () => {
    expect(served([event('crash', 'web', 21)]).hash).toBe(served([]).hash);
  });

  it.each([
    [0, 1],
    [-5, 1],
    [1e12, 86_400],
    ['long', 600],
  ])('a length of %s becomes one of %s s, and that is said', (seconds, kept) => {
    const { design, repairs } = opened(shop(), { seconds });
    expect(design.seconds).toBe(kept);
    expect(repairs).toMatchObject([{ code: 'bad-number', field: 'seconds', kept: String(kept) }]);
  });
});

describe('ux 4.6 #43: caches that keep nothing, or for ever', () => {
  const hits = (params: NonNullable<Drawing['nodes'][number]['params']>) => {
    const design = shop();
    const nodes = design.nodes.map((node) => (node.id === 'cache' ? { ...node, params: { ...node.params, ...params } } : node));
    const { total } = play({ ...design, nodes });
    return total('cache', 'hits') / (total('cache', 'hits') + total('cache', 'misses'));
  };

  it('no room: never a hit; no time to live is for ever; the longest is as good', () => {
    expect(hits({ capacityKeys: 0 })).toBe(0);
    const forEver = hits({ ttlSeconds: 0 });
    expect(forEver).toBeGreaterThan(0.6);
    expect(hits({ ttlSeconds: 1_000_000 })).toBe(forEver);
    expect(hits({ ttlSeconds: 0.01 })).toBeLessThan(forEver / 2);
  });

  it('a CDN without an origin is named, and is not run', () => {
    const design = shop({
      nodes: [
        { id: 'users', kind: 'users', at },
        { id: 'edge', kind: 'cdn', at, label: 'My CDN' },
      ],
      links: [['users', 'edge']],
    });
    expect(compile(design).plan).toBeNull();
    const [problem] = problemsOf(design);
    for (const t of [en, ko]) expect(problemText(problem, design, t)).toContain('My CDN');
  });
});

describe('ux 4.6 #44: seeds', () => {
  const hashOf = (seed: string) => play({ ...setSeed(shop(), seed), seconds: 5 }).hash;

  it('any word is one: the same twice is the same run, another is another', () => {
    const seeds = ['0', '-1', '9007199254740992', '9007199254740993', 'abc', 'ABC', '씨앗'];
    const first = seeds.map(hashOf);
    expect(new Set(first).size).toBe(seeds.length);
    expect(seeds.map(hashOf)).toEqual(first);
  });

  it.each([0, -1, 2 ** 53, null, ''])('%j is no word: the usual one stands in', (seed) => {
    expect(opened(shop(), { seed }).design.seed).toBe('faultline');
  });
});

describe('ux 4.6 #45: sweeps', () => {
  const traffic = { on: 'workload', field: 'traffic' } as const;
  const rate = { on: 'node', id: 'users', field: 'ratePerSecond' } as const;

  it('of a billion combinations are refused with their number, before one is made', () => {
    const field = fieldAt(shop(), rate);
    const range = field && readRange('1..200000:1000000000', field);
    if (!field || !range) throw new Error('not read');
    expect(countIn(range)).toBe(1e9);
    // nobody has to wait, or have the memory, for a billion numbers to be told that they are too many
    expect(valuesIn(range, field).length).toBe(mostValues);
    expect(mostValues).toBeGreaterThan(mostRuns);
    const values = Array.from({ length: 10_000 }, (_, i) => i / 100);
    const swept = sweepOf(shop(), { axes: [traffic, rate].map((target) => ({ target, values })), worlds: 10, seconds: 5 });
    expect(swept).toEqual({ ok: false, why: 'too-many', runs: 1e9 });
  });

  it('called off half-way keep what they have', async () => {
    const swept = sweepOf(shop(), { axes: [{ target: traffic, values: [0.1, 0.2, 0.3, 0.4] }], worlds: 2, seconds: 2 });
    if (!swept.ok) throw new Error(swept.why);
    const crew = hereCrew();
    let played = 0;
    const trial = replicate(
      crew,
      swept.points.map(({ plan }) => plan),
      2,
      {
        onWorld: () => {
          played++;
          if (played === 4) trial.cancel();
        },
        onFailed: (_point, _world, reason) => expect.unreachable(reason),
      },
    );
    await trial.ended;
    expect(played).toBeGreaterThanOrEqual(4);
    expect(played).toBeLessThan(8);
  });
});
