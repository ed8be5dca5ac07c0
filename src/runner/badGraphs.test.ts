/**
 * Graphs that nobody should draw, by the numbers of ux 4.6: refused with what is wrong and where (R), or run to an end in which every
 * request is accounted for (C). No time-out of a test stands in for an answer: what could go on for ever is bounded by a count.
 */

import { describe, expect, it } from 'vitest';
import type { Design, DesignLink, DesignNode } from '../design/design.ts';
import { addNode, emptyDesign, setParam } from '../design/edits.ts';
import { linkLimits, parseDesign } from '../design/parse.ts';
import { problemsOf } from '../design/rules.ts';
import { createRun } from '../engine/run.ts';
import { problemText } from '../i18n/problemText.ts';
import { loadText } from '../i18n/text.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { nodeColumns } from './columnIndex.ts';
import { totalOf } from './columns.ts';
import { compile } from './compile.ts';
import { actsBetween } from './diff.ts';
import { type Summary, summarise } from './summary.ts';

const [en, ko] = [await loadText('en'), await loadText('ko')];
const at = [0, 0] as const;

/** What is said of a design, in both languages. */
const wordsOf = (design: Design): string[] =>
  problemsOf(design).flatMap((problem) => [problemText(problem, design, en), problemText(problem, design, ko)]);

interface Ended {
  summary: Summary;
  /** Over the whole run, of all instances of a part. */
  total(id: string, metric: string): number;
}

/** Events that the longest of these runs needs, many times over: past them it would be one that never ends. */
const mostEvents = 20_000_000;

function play(design: Design, seconds: number): Ended {
  const { plan, index } = compile({ ...design, seconds });
  if (!plan) throw new Error(wordsOf(design).join('\n'));
  const run = createRun(plan, behaviorList);
  run.advance(seconds, mostEvents);
  expect(run.finished()).toBe(true);
  const frames = run.takeFrames();
  const summary = summarise({ plan, layout: run.layout, frames, notes: run.takeNotes() });
  expect(summary.conserved).toBe(true);
  return {
    summary,
    total: (id, metric) =>
      totalOf(
        frames,
        nodeColumns(
          run.layout,
          index.nodes.findIndex((node) => node.id === id),
          metric,
        ),
      ),
  };
}

const small = (change: Partial<Drawing> = {}): Design =>
  draw({
    title: '',
    nodes: [
      { id: 'users', kind: 'users', at, params: { ratePerSecond: 50 } },
      { id: 'lb', kind: 'load-balancer', at },
      { id: 'web', kind: 'web-server', at },
      { id: 'db', kind: 'database', at, params: { replicas: 0 } },
    ],
    links: [
      ['users', 'lb'],
      ['lb', 'web'],
      ['web', 'db'],
    ],
    ...change,
  });

describe('ux 4.6 #35: nearly nothing', () => {
  const part = (kind: DesignNode['kind']) => addNode(emptyDesign(), kind, { x: 0, y: 0 });
  it.each([
    ['nothing', emptyDesign(), /add users/],
    ['one part', part('database'), /add users/],
    ['only a client', part('users'), /lead nowhere/],
    [
      'no client',
      draw({
        title: '',
        nodes: [
          { id: 'w', kind: 'web-server', at },
          { id: 'd', kind: 'database', at },
        ],
        links: [['w', 'd']],
      }),
      /add users/,
    ],
  ])('%s is said to be so, and is not run', (_, design, says) => {
    expect(compile(design).plan).toBeNull();
    expect(wordsOf(design)[0]).toMatch(says);
  });

  it('two clients are two', () => {
    const two = small({
      nodes: [
        ...(['a', 'b'] as const).map((id) => ({ id, kind: 'users' as const, at, params: { ratePerSecond: 20 } })),
        { id: 'web', kind: 'web-server', at },
      ],
      links: [
        ['a', 'web'],
        ['b', 'web'],
      ],
    });
    const { summary, total } = play(two, 10);
    // but for those on the way to it at the end
    expect(summary.attempts - total('web', 'arrived')).toBeGreaterThanOrEqual(0);
    expect(summary.attempts - total('web', 'arrived')).toBeLessThanOrEqual(summary.inFlight.atEnd);
    expect(summary.all.completed).toBeGreaterThan(300);
  });
});

describe('ux 4.6 #36: round and round', () => {
  const balancers = (ids: readonly string[]) =>
    small({
      nodes: [
        { id: 'users', kind: 'users', at },
        ...ids.map((id) => ({ id, kind: 'load-balancer' as const, at, label: `Balancer ${id}` })),
      ],
      links: [['users', ids[0]], ...ids.map((id, i) => [id, ids[(i + 1) % ids.length]] as const)],
    });

  it.each([[['a', 'b']], [['a', 'b', 'c']]])('%j: the loop is named, part by part, with the way out; nothing runs', (ids) => {
    const design = balancers(ids);
    expect(compile(design).plan).toBeNull();
    const [english, korean] = wordsOf(design).filter((text) => text.includes('→'));
    for (const text of [english, korean]) for (const id of ids) expect(text).toContain(`Balancer ${id}`);
    expect(english).toMatch(/Take one of these wires away/);
    expect(korean).toMatch(/[\uac00-\ud7a3]/);
  });

  it('a storm of retries over three layers is finite: as many calls as the attempts multiply to, and no more', () => {
    const again = { retries: 6, backoffMs: 0, timeoutMs: 0 };
    const design = small({
      nodes: small().nodes.map((node) =>
        node.id === 'db' ? { ...node, at, params: { replicas: 0, errorPercent: 100 } } : { ...node, at },
      ) as Drawing['nodes'],
      links: [
        ['users', 'lb', again],
        ['lb', 'web', again],
        ['web', 'db', again],
      ],
      workload: { staticShare: 0, traffic: 0.1 },
    });
    expect(wordsOf(design).some((text) => text.includes('343'))).toBe(true);
    const { summary, total } = play(design, 10);
    const calls = total('db', 'arrived') / summary.all.offered;
    expect(calls).toBeLessThanOrEqual(7 ** 3);
    expect(calls).toBeGreaterThan(100);
    expect(summary.all.completed).toBe(0);
  });
});

describe('ux 4.6 #37: very large', () => {
  const nodes = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `n${i}`, kind: 'web-server', x: i, y: 0 }));
  const star = (wires: number) => ({
    format: 2,
    nodes: [{ id: 'hub', kind: 'load-balancer', x: 0, y: 0 }, ...nodes(1999)],
    links: Array.from({ length: wires }, (_, i) => ({
      id: `l${i}`,
      from: i < 1999 ? 'hub' : `n${i % 1999}`,
      to: i < 1999 ? `n${i}` : 'hub',
    })),
  });

  it.each([
    ['300 parts by link', { format: 2, nodes: nodes(300) }, linkLimits, null],
    ['301 parts by link', { format: 2, nodes: nodes(301) }, linkLimits, ['nodes', 301, 300]],
    ['2,000 parts by file', { format: 2, nodes: nodes(2000) }, undefined, null],
    ['20,000 parts by file', { format: 2, nodes: nodes(20_000) }, undefined, ['nodes', 20_000, 2000]],
    ['a star of 3,998 wires', star(3998), undefined, null],
    ['a star of 5,000 wires', star(5000), undefined, ['links', 5000, 4000]],
  ] as const)('%s', (_, given, limits, refused) => {
    const parsed = parseDesign(given, limits);
    if (!refused) expect(parsed).toMatchObject({ ok: true, repairs: [] });
    else expect(parsed).toEqual({ ok: false, problem: { code: 'too-big', what: refused[0], count: refused[1], max: refused[2] } });
    // examined in one pass, however much of it is wrong
    if (parsed.ok) expect(problemsOf(parsed.design).length).toBeGreaterThan(0);
  });

  it('what grew too large in the page itself is said with both numbers, and nothing else is looked at', () => {
    const wire = (i: number): DesignLink => ({ id: `l${i}`, from: 'lb', to: 'web', params: {} });
    const design = { ...small(), links: Array.from({ length: 5000 }, (_, i) => wire(i)) };
    const words = wordsOf(design);
    expect(words).toHaveLength(2);
    for (const text of words) expect(text).toMatch(/5,000.*4,000|4,000.*5,000/);
    expect(compile(design).plan).toBeNull();
  });

  it('a chain of 500 balancers answers, after five hundred hops', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `b${i}`);
    const chain = ['users', ...ids, 'web'];
    const design = small({
      nodes: [
        { id: 'users', kind: 'users', at, params: { ratePerSecond: 5 } },
        ...ids.map((id) => ({ id, kind: 'load-balancer' as const, at })),
        { id: 'web', kind: 'web-server', at },
      ],
      links: chain.slice(1).map((to, i) => [chain[i], to, { timeoutMs: 0 }] as const),
    });
    const { summary, total } = play(design, 6);
    expect(summary.all.completed).toBeGreaterThan(5);
    expect(total('web', 'completed')).toBeGreaterThanOrEqual(summary.all.completed);
  });
});

describe('ux 4.6 #38: shares of nothing, and all of it in one place', () => {
  const both = (weight: number) =>
    small({
      nodes: [
        { id: 'users', kind: 'users', at, params: { ratePerSecond: 50 } },
        { id: 'lb', kind: 'load-balancer', at, params: { algorithm: 'weighted-random' } },
        { id: 'a', kind: 'web-server', at },
        { id: 'b', kind: 'web-server', at },
      ],
      links: [
        ['users', 'lb'],
        ['lb', 'a', { weight }],
        ['lb', 'b', { weight: 0 }],
      ],
    });

  it('a weight of 0 beside another gets nothing; with all at 0 everybody is alike, and nobody is turned away', () => {
    const one = play(both(3), 10);
    expect([one.total('b', 'arrived'), one.total('a', 'arrived') > 300]).toEqual([0, true]);
    const { summary, total } = play(both(0), 10);
    expect(summary.all.failed).toBe(0);
    const [a, b] = ['a', 'b'].map((id) => total(id, 'arrived'));
    expect(a + b).toBeGreaterThan(300);
    expect(Math.abs(a - b) / (a + b)).toBeLessThan(0.2);
  });

  it('of shards with a single key one has everything', () => {
    const design = small({
      nodes: [
        { id: 'users', kind: 'users', at, params: { ratePerSecond: 50 } },
        { id: 'web', kind: 'web-server', at },
        { id: 'shards', kind: 'shard-router', at },
        ...(['d1', 'd2', 'd3'] as const).map((id) => ({ id, kind: 'database' as const, at, params: { replicas: 0 } })),
      ],
      links: [
        ['users', 'web'],
        ['web', 'shards'],
        ['shards', 'd1'],
        ['shards', 'd2'],
        ['shards', 'd3'],
      ],
      workload: { keys: 1, staticShare: 0 },
    });
    const { total } = play(design, 10);
    const loads = ['d1', 'd2', 'd3'].map((id) => total(id, 'arrived')).sort((a, b) => a - b);
    expect(loads.slice(0, 2)).toEqual([0, 0]);
    expect(loads[2]).toBeGreaterThan(300);
  });
});

describe('ux 4.6 #39: patience and room', () => {
  const far = (params: Record<string, number>) =>
    small({
      links: [
        ['users', 'lb', params],
        ['lb', 'web'],
        ['web', 'db'],
      ],
    });

  it('a timeout shorter than the way: everybody gives up, and the work is done all the same', () => {
    const { summary, total } = play(far({ timeoutMs: 20, rttMs: 100 }), 10);
    expect(summary.all.failedBy.timeout).toBe(summary.all.failed);
    expect(summary.all.completed).toBe(0);
    expect(total('web', 'arrived')).toBeGreaterThan(300);
  });

  it('a timeout of 0 is none: who is never answered waits to the end', () => {
    const patient = small({
      links: [
        ['users', 'lb', { timeoutMs: 0 }],
        ['lb', 'web', { timeoutMs: 0 }],
        ['web', 'db'],
      ],
    });
    const silent = { ...patient, scenario: [{ at: 0, act: 'hang', node: 'web', instance: null } as const] };
    const { summary } = play(setParam(silent, 'users', 'patienceSeconds', 120), 10);
    expect(summary.all).toMatchObject({ completed: 0, failed: 0 });
    expect(summary.inFlight.atEnd).toBe(summary.all.offered);
  });

  it('a million retries, and waiting rooms of nothing or without end, are brought to what there can be, and said', () => {
    const given = structuredClone(small()) as unknown as { nodes: { params: object }[]; links: { params: object }[] };
    given.links[0].params = { ...given.links[0].params, retries: 1e6 };
    given.nodes[2].params = { ...given.nodes[2].params, queueLimit: Number.POSITIVE_INFINITY };
    given.nodes[3].params = { ...given.nodes[3].params, queueLimit: -1 };
    const parsed = parseDesign(given);
    if (!parsed.ok) throw new Error(parsed.problem.code);
    expect(parsed.repairs.map(({ part, field, kept }) => `${part} ${field} ${kept}`).sort()).toEqual([
      'db queueLimit 0',
      'l1 retries 10',
      expect.stringMatching(/^web queueLimit \d+$/),
    ]);
    // nobody may wait at the database: what does not find it free is turned away, and told
    const { summary, total } = play(
      {
        ...parsed.design,
        workload: { ...parsed.design.workload, params: { ...parsed.design.workload.params, staticShare: 0, traffic: 40 } },
      },
      2,
    );
    expect(total('db', 'failed')).toBeGreaterThan(0);
    expect(summary.all.offered).toBeGreaterThan(0);
  });
});

describe('ux 4.6 #42: parts changed under traffic', () => {
  const planOf = (design: Design) => {
    const { plan } = compile(design);
    if (!plan) throw new Error('no plan');
    return plan;
  };
  const running = planOf(small());
  const changed = (change: Partial<Design>) => actsBetween(running, planOf({ ...small(), ...change }));

  it('deleted, made another kind, or wired elsewhere: the run begins again; a setting is changed on the way', () => {
    const { nodes, links } = small();
    expect(changed({ nodes: nodes.slice(0, 3), links: links.slice(0, 2) })).toBe('restart');
    const other = draw({ title: '', nodes: [{ id: 'db', kind: 'nosql', at }], links: [] }).nodes[0];
    expect(changed({ nodes: nodes.with(3, other) })).toBe('restart');
    expect(changed({ links: links.with(0, { ...links[0], to: 'web' }) })).toBe('restart');
    const slower = { ...nodes[3], params: { ...nodes[3].params, cpuReadMs: 9 } };
    expect(changed({ nodes: nodes.with(3, slower) })).toMatchObject([{ act: 'param', node: 3, value: 9 }]);
    expect(changed({ nodes: nodes.map((node) => ({ ...node, x: node.x + 500, label: 'moved' })) })).toBe('same');
  });
});
