import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineMajor } from '../engine/version.ts';
import { chapter } from '../library/chapter.ts';
import type { Design } from './design.ts';
import { addGroup, addNode, connect, emptyDesign } from './edits.ts';
import { arbitraryDesign } from './fixtures/arbitraryDesign.ts';
import { currentFormat } from './migrations.ts';
import { depthOf, fileLimits, linkLimits, longestFile, type Parsed, parseDesign, parseFile, toFile } from './parse.ts';

const at = { x: 0, y: 0 };
const base = (): Design => connect(addNode(addNode(addGroup(emptyDesign(), at), 'users', at), 'web-server', at), 'users-1', 'web-1');
const opened = (parsed: Parsed) => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed;
};
/** The base design with some of its data overwritten, as opened. */
const open = (changes: Record<string, unknown>) => opened(parseDesign({ ...structuredClone(base()), ...changes }));
const node = (changes: Record<string, unknown>) => ({
  id: 'web-1',
  kind: 'web-server',
  label: 'W',
  x: 0,
  y: 0,
  group: null,
  params: {},
  ...changes,
});

describe('a good document', () => {
  it('comes back as it was, without repairs', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        expect(opened(parseDesign(JSON.parse(JSON.stringify(design))))).toMatchObject({ design, repairs: [] });
        expect(parseFile(toFile(design))).toEqual({ ok: true, design, repairs: [], madeWith: engineMajor });
      }),
      { numRuns: 100 },
    );
  });

  it('may begin with a byte order mark and have windows line ends', () => {
    expect(opened(parseFile(`\ufeff${toFile(chapter.design).replaceAll('\n', '\r\n')}`)).design).toEqual(chapter.design);
  });

  it('needs no more than a format and nodes', () => {
    expect(parseDesign({ format: 1, nodes: [] })).toEqual({ ok: true, design: emptyDesign(), repairs: [], madeWith: null });
  });
});

describe('what is no design', () => {
  it.each([
    undefined,
    null,
    0,
    true,
    'text',
    [],
    {},
    { nodes: [] },
    { format: '1', nodes: [] },
    { format: 0, nodes: [] },
    { format: 1.5, nodes: [] },
  ])('%o is refused', (given) => expect(parseDesign(given)).toEqual({ ok: false, problem: { code: 'not-a-design' } }));

  it.each([
    { format: 1 },
    { format: 1, nodes: {} },
    { format: 1, nodes: [], links: 'many' },
    { format: 1, nodes: [], groups: {} },
    { type: 'excalidraw', elements: [] },
  ])('%o is refused', (given) => expect(parseDesign(given)).toMatchObject({ ok: false, problem: { code: 'not-a-design' } }));

  it('of a newer version is refused with its version', () => {
    expect(parseDesign({ format: 7, nodes: [] })).toEqual({
      ok: false,
      problem: { code: 'newer-version', version: 7, known: currentFormat },
    });
  });

  it.each(['', ' ', '{', '{"format":1,}', '// comment\n{}', 'undefined', '<html></html>', 'a1.abc.def.z'])('text %o is refused', (text) => {
    expect(parseFile(text)).toEqual({ ok: false, problem: { code: 'not-json' } });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (given) => typeof parseDesign(given).ok === 'boolean'),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), fc.jsonValue(), (nodes, links, rest) => {
        const parsed = opened(
          parseDesign({ format: 1, nodes, links, groups: nodes, workload: rest, scenario: links, title: rest, seed: rest, seconds: rest }),
        );
        expect(parseDesign(parsed.design)).toMatchObject({ ok: true, design: parsed.design, repairs: [] });
      }),
    );
  });
});

describe('what is too big', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `c${i}`, kind: 'cache' }));

  it('is refused with a count', () => {
    expect(parseDesign({ format: 1, nodes: many(2001) })).toEqual({
      ok: false,
      problem: { code: 'too-big', what: 'nodes', count: 2001, max: 2000 },
    });
    expect(parseDesign({ format: 1, nodes: many(301) }, linkLimits)).toMatchObject({ problem: { what: 'nodes', count: 301, max: 300 } });
    expect(opened(parseDesign({ format: 1, nodes: many(2000) })).design.nodes).toHaveLength(fileLimits.nodes);
    expect(parseDesign({ format: 1, nodes: [], links: many(5000) })).toMatchObject({ problem: { what: 'links', count: 5000 } });
    expect(parseDesign({ format: 1, nodes: [], scenario: many(501) })).toMatchObject({ problem: { what: 'scenario' } });
    expect(parseDesign({ format: 1, nodes: [], groups: many(201) })).toMatchObject({ problem: { what: 'groups' } });
    const trace = { name: '', seconds: 1, values: Array.from({ length: 241 }, () => 1) };
    expect(parseDesign({ format: 1, nodes: [], workload: { trace } })).toMatchObject({ problem: { what: 'trace', count: 241 } });
  });

  it('includes text of many megabytes and of great depth, found before it is read', () => {
    expect(parseFile('x'.repeat(longestFile + 1))).toMatchObject({ problem: { code: 'too-big', what: 'text' } });
    expect(parseFile('['.repeat(1_000_000))).toMatchObject({ problem: { code: 'too-big', what: 'depth', count: 1_000_000 } });
    expect(depthOf('{"a":"[[[[","b":["\\"[["]}')).toBe(2);
  });
});

describe('parts', () => {
  it('of an unknown kind are no parts of the run, nor are their wires', () => {
    const { design, repairs } = open({
      nodes: [node({}), node({ id: 't', kind: 'toaster' })],
      links: [{ id: 'l1', from: 't', to: 'web-1' }],
    });
    expect(design).toMatchObject({ nodes: [{ id: 'web-1' }], links: [], notes: [{ id: 't', stranger: { part: { kind: 'toaster' } } }] });
    expect(repairs).toEqual([{ code: 'unknown-kind', part: 't', field: 'kind', given: 'toaster', kept: '' }]);
    for (const kind of ['__proto__', 'constructor', 'toString', 7, null])
      expect(open({ nodes: [node({ kind })], links: [] }).design.nodes).toEqual([]);
  });

  it('that are none are left out', () => {
    const { design, repairs } = open({ nodes: [null, 7, 'x', []], links: [true], groups: [null] });
    expect(design).toMatchObject({ nodes: [], links: [], groups: [] });
    expect(repairs.map(({ code, part }) => `${code} ${part}`)).toEqual([
      'bad-part groups',
      'bad-part nodes',
      'bad-part nodes',
      'bad-part nodes',
      'bad-part nodes',
      'bad-part links',
    ]);
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '',
    'x'.repeat(10_000),
    'a:b',
    'a.b',
    'a b',
    0,
    null,
    undefined,
    {},
  ])('with the id %.20o get another, which their wires follow', (id) => {
    const { design, repairs } = open({
      nodes: [node({ id }), node({ id: 'users-1', kind: 'users' })],
      links: [{ id: 'l1', from: 'users-1', to: id }],
    });
    expect(design.nodes.map((one) => one.id)).toEqual(['web-1', 'users-1']);
    expect(design.links).toMatchObject([{ from: 'users-1', to: 'web-1' }]);
    expect(repairs).toMatchObject([{ code: 'bad-id', part: 'web-1', field: 'id' }]);
  });

  it('with one id twice: the first keeps it', () => {
    const { design, repairs } = open({
      nodes: [node({ label: 'first' }), node({ label: 'second' }), node({ id: 'Web-1' })],
      links: [],
      groups: [],
    });
    expect(design.nodes.map(({ id, label }) => [id, label])).toEqual([
      ['web-1', 'first'],
      ['web-2', 'second'],
      ['Web-1', 'W'],
    ]);
    expect(repairs).toEqual([{ code: 'duplicate-id', part: 'web-2', field: 'id', given: 'web-1', kept: 'web-2' }]);
  });

  it('of a group and a node may not share an id', () => {
    const { design } = open({ nodes: [node({ id: 'dc-1', group: 'dc-1' })], links: [] });
    expect(design.nodes).toMatchObject([{ id: 'web-1', group: 'dc-1' }]);
  });

  it('0 and "0" are two ids', () => {
    const { design } = open({
      nodes: [node({ id: 0, label: 'number' }), node({ id: '0', label: 'text' })],
      links: [{ id: 'l1', from: 0, to: '0' }],
      groups: [],
    });
    expect(design.links).toMatchObject([{ from: 'web-1', to: '0' }]);
  });

  it('stand at whole places within reach', () => {
    const places = (given: unknown) => open({ nodes: [node({ x: given })], links: [] });
    expect([1e9, -1e9, Number.NaN, 1e999, '5', null, 7.4, -0.2].map((x) => places(x).design.nodes[0].x)).toEqual([
      100_000, -100_000, 0, 100_000, 0, 0, 7, 0,
    ]);
    expect(places(1e9).repairs).toEqual([{ code: 'bad-number', part: 'web-1', field: 'x', given: '1000000000', kept: '100000' }]);
    expect(places(7.4).repairs).toEqual([]);
  });

  it('have clean labels', () => {
    const label = (given: unknown) => open({ nodes: [node({ label: given })], links: [] }).design.nodes[0].label;
    expect(['a\u202eb', 'x'.repeat(10_000), 'a\n\u0000b', '<b>', '\ud800', 5, null].map(label)).toEqual([
      'ab',
      'x'.repeat(120),
      'a b',
      '<b>',
      '',
      'Web server',
      'Web server',
    ]);
  });

  it('have every value of their kind and no other', () => {
    const { design, repairs } = open({ nodes: [node({ params: { instances: 0.5, vcpu: '12', colour: 1, threads: 1e999 } })], links: [] });
    expect(Object.keys(design.nodes[0].params)).toEqual(Object.keys(base().nodes[1].params));
    expect(design.nodes[0].params).toMatchObject({ instances: 1, vcpu: 2, threads: 10_000 });
    expect(repairs.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'clamped instances',
      'not-a-value vcpu',
      'clamped threads',
      'unknown-field colour',
    ]);
  });

  it('stand in groups that exist, and groups in regions that exist', () => {
    const { design, repairs } = open({
      nodes: [node({ group: 'dc-7' })],
      links: [],
      groups: [{ id: 'g', region: 'mars', x: 0, y: 0, width: 1, height: 500 }],
    });
    expect(design.nodes[0].group).toBeNull();
    expect(design.groups).toMatchObject([{ id: 'g', region: 'us-east', width: 160, height: 500 }]);
    expect(repairs.map(({ code }) => code)).toEqual(['unknown-region', 'bad-number', 'unknown-group']);
  });
});

describe('wires', () => {
  it('to nobody, to oneself, and a thousand times the same are left out', () => {
    const wire = (from: unknown, to: unknown) => ({ id: 'w', from, to });
    const same = Array.from({ length: 1000 }, () => wire('users-1', 'web-1'));
    const { design, repairs } = open({ links: [...same, wire('users-1', 'nobody'), wire('web-1', 'web-1'), wire('dc-1', 'web-1')] });
    expect(design.links).toHaveLength(1);
    expect(repairs.filter(({ code }) => code === 'duplicate-link')).toHaveLength(999);
    expect(repairs.slice(999).map(({ code }) => code)).toEqual(['dangling-link', 'self-link', 'dangling-link']);
  });

  it('to a kind that is not called are kept for the page to show', () => {
    expect(open({ links: [{ id: 'l1', from: 'web-1', to: 'users-1' }] }).design.links).toHaveLength(1);
  });
});

describe('workload and timeline', () => {
  it('have clamped numbers', () => {
    const { design, repairs } = open({
      workload: { params: { traffic: 1e9, staticShare: -1, keySkew: 'steep' } },
      seconds: 1e12,
      seed: 7,
      title: null,
    });
    expect(design.workload.params).toMatchObject({ traffic: 100, staticShare: 0, keySkew: 0.99 });
    expect(design).toMatchObject({ seconds: 86_400, seed: 'faultline', title: '' });
    expect(repairs.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'text-cleaned title',
      'clamped traffic',
      'clamped staticShare',
      'not-a-value keySkew',
      'text-cleaned seed',
      'bad-number seconds',
    ]);
  });

  it.each(['0', '-1', '9007199254740992', 'abc'])('keep the seed %o', (seed) => expect(open({ seed }).design.seed).toBe(seed));

  it('keep a trace with four decimals between 0 and 1', () => {
    const { design, repairs } = open({ workload: { trace: { name: 'x', values: [0.12345, 2, -1, 'a', null], seconds: 0 } } });
    expect(design.workload.trace).toEqual({ name: 'x', values: [0.1235, 1, 0, 0, 0], seconds: 1 });
    expect(repairs.map(({ field }) => field)).toEqual(['trace 2', 'trace 3', 'trace 4', 'trace 5', 'trace seconds']);
    for (const trace of [{}, [], 'x', { values: [] }]) expect(open({ workload: { trace } }).repairs).toMatchObject([{ code: 'bad-trace' }]);
  });

  it('keep events that mean something, in order of time', () => {
    const good = [
      { at: 30, act: 'crash', node: 'web-1', instance: null },
      { at: 10, act: 'slow', node: 'web-1', instance: 3, factor: 5 },
      { at: 10, act: 'set', node: 'web-1', field: 'instances', value: 4 },
      { at: 20, act: 'set-link', link: 'l1', field: 'retries', value: 2 },
      { at: 40, act: 'set-workload', field: 'traffic', value: 3 },
    ];
    expect(open({ scenario: good })).toMatchObject({ design: { scenario: [good[1], good[2], good[3], good[0], good[4]] }, repairs: [] });
  });

  it('leave out events that do not, each with its name', () => {
    const bad = [
      null,
      { at: 'soon', act: 'crash', node: 'web-1' },
      { at: Number.NaN, act: 'crash', node: 'web-1' },
      { at: 1, act: 'explode', node: 'web-1' },
      { at: 1, act: 'crash', node: 'nobody', instance: null },
      { at: 1, act: 'crash', node: 'web-1', instance: -1 },
      { at: 1, act: 'crash', node: 'web-1', instance: 1.5 },
      { at: 1, act: 'set', node: 'web-1', field: '__proto__', value: 1 },
      { at: 1, act: 'set', node: 'web-1', field: 'instances', value: 'many' },
      { at: 1, act: 'set-link', link: 'l9', field: 'retries', value: 1 },
      { at: 1, act: 'set-workload', field: 'shape', value: 'wild' },
    ];
    const { design, repairs } = open({ scenario: bad });
    expect(design.scenario).toEqual([]);
    expect(repairs).toHaveLength(bad.length);
    expect(repairs.every(({ code }) => code === 'bad-event')).toBe(true);
  });

  it('mend events that nearly do', () => {
    const { design, repairs } = open({
      scenario: [
        { at: -5, act: 'slow', node: 'web-1', factor: 1e9 },
        { at: 1, act: 'set', node: 'web-1', field: 'instances', value: 1e9 },
      ],
    });
    expect(design.scenario).toEqual([
      { at: 0, act: 'slow', node: 'web-1', instance: null, factor: 1000 },
      { at: 1, act: 'set', node: 'web-1', field: 'instances', value: 500 },
    ]);
    expect(repairs.map(({ code }) => code)).toEqual(['bad-number', 'bad-number', 'clamped']);
  });
});

it('pollutes nothing with hostile keys', () => {
  const hostile: unknown = JSON.parse(
    '{"format":1,"__proto__":{"polluted":1},"nodes":[{"id":"a","kind":"cache","__proto__":{"polluted":1},"params":{"__proto__":{"polluted":1}}}],"links":[],"workload":{"__proto__":{"polluted":1},"params":{"constructor":{"prototype":{"polluted":1}}}}}',
  );
  const { design } = opened(parseDesign(hostile));
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(
    'polluted' in design || 'polluted' in design.nodes[0] || 'polluted' in design.nodes[0].params || 'polluted' in design.workload.params,
  ).toBe(false);
});

it('drops what it does not know and says so', () => {
  expect(open({ author: 'me', app: 'faultline' }).repairs).toEqual([
    { code: 'unknown-field', part: 'design', field: 'author', given: 'me', kept: '' },
  ]);
});
