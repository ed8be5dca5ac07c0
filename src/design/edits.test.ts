import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from './design.ts';
import {
  addGroup,
  addNode,
  addScenarioEvent,
  connect,
  emptyDesign,
  groupAt,
  mostScenarioEvents,
  moveParts,
  removeParts,
  removeScenarioEvent,
  replayTrace,
  resizeGroup,
  setGroupOf,
  setLabel,
  setLinkParam,
  setParam,
  setRegion,
  setSeconds,
  setSeed,
  setTitle,
  setTrace,
  setWorkloadParam,
} from './edits.ts';
import { arbitraryDesign } from './fixtures/arbitraryDesign.ts';

const at = { x: 0, y: 0 };
const ids = (design: Design) => design.nodes.map((node) => node.id);
/** Users, a load balancer and a web server, wired in a row. */
const row = (): Design => {
  let design = emptyDesign();
  for (const kind of ['users', 'load-balancer', 'web-server'] as const) design = addNode(design, kind, at);
  return connect(connect(design, 'users-1', 'lb-1'), 'lb-1', 'web-1');
};

describe('adding', () => {
  it('gives short readable ids and labels', () => {
    let design = emptyDesign();
    for (const kind of [
      'users',
      'dns',
      'cdn',
      'load-balancer',
      'web-server',
      'web-server',
      'cache',
      'database',
      'queue',
      'worker',
    ] as const) {
      design = addNode(design, kind, at);
    }
    expect(ids(design)).toEqual(['users-1', 'dns-1', 'cdn-1', 'lb-1', 'web-1', 'web-2', 'cache-1', 'db-1', 'queue-1', 'worker-1']);
    expect(design.nodes.map((node) => node.label)).toEqual([
      'Users',
      'DNS',
      'CDN',
      'Load balancer',
      'Web server',
      'Web server 2',
      'Cache',
      'Database',
      'Message queue',
      'Worker',
    ]);
    expect(addGroup(design, at).groups[0]).toMatchObject({ id: 'dc-1', label: 'Data centre' });
    expect(row().links.map((link) => link.id)).toEqual(['l1', 'l2']);
  });

  it('takes the lowest free number, and never one that the scenario still names', () => {
    let design = addNode(addNode(emptyDesign(), 'web-server', at), 'web-server', at);
    design = removeParts(design, { nodes: ['web-1'] });
    expect(ids(addNode(design, 'web-server', at))).toEqual(['web-2', 'web-1']);
    const named: Design = { ...design, scenario: [{ at: 1, act: 'crash', node: 'web-1', instance: null }] };
    expect(ids(addNode(named, 'web-server', at))).toEqual(['web-2', 'web-3']);
    const wired: Design = { ...row(), scenario: [{ at: 1, act: 'set-link', link: 'l3', field: 'retries', value: 1 }] };
    expect(connect(addNode(wired, 'web-server', at), 'lb-1', 'web-2').links.at(-1)?.id).toBe('l4');
  });

  it('does not give a node the id of a group', () => {
    const design: Design = { ...addGroup(emptyDesign(), at), groups: [{ ...addGroup(emptyDesign(), at).groups[0], id: 'web-1' }] };
    expect(ids(addNode(design, 'web-server', at))).toEqual(['web-2']);
  });

  it('takes what it is told, as far as that means something', () => {
    const design = addNode(
      addGroup(emptyDesign(), at),
      'web-server',
      { x: 10.4, y: Number.NaN },
      { group: 'dc-1', label: 'a\nb', params: { instances: 3, vcpu: 1e9, no: 1 } },
    );
    expect(design.nodes[0]).toMatchObject({ x: 10, y: 0, group: 'dc-1', label: 'a b', params: { instances: 3, vcpu: 1024 } });
    expect(Object.hasOwn(design.nodes[0].params, 'no')).toBe(false);
    expect(addNode(emptyDesign(), 'cache', at, { group: 'nowhere' }).nodes[0].group).toBeNull();
  });
});

describe('removing', () => {
  it('takes wires and timeline entries of a node along', () => {
    let design = row();
    design = addScenarioEvent(design, { at: 5, act: 'crash', node: 'lb-1', instance: null });
    design = addScenarioEvent(design, { at: 6, act: 'set-link', link: 'l2', field: 'retries', value: 2 });
    design = addScenarioEvent(design, { at: 7, act: 'crash', node: 'web-1', instance: 0 });
    const left = removeParts(design, { nodes: ['lb-1'] });
    expect(ids(left)).toEqual(['users-1', 'web-1']);
    expect(left.links).toEqual([]);
    expect(left.scenario).toEqual([{ at: 7, act: 'crash', node: 'web-1', instance: 0 }]);
  });

  it('takes a wire’s timeline entries along', () => {
    const design = addScenarioEvent(row(), { at: 6, act: 'set-link', link: 'l2', field: 'retries', value: 2 });
    expect(removeParts(design, { links: ['l2'] })).toMatchObject({ links: [{ id: 'l1' }], scenario: [] });
  });

  it('keeps the nodes of a removed group', () => {
    const design = setGroupOf(addGroup(row(), at), ['web-1'], 'dc-1');
    const left = removeParts(design, { groups: ['dc-1'] });
    expect(left.groups).toEqual([]);
    expect(left.nodes.map((node) => node.group)).toEqual([null, null, null]);
  });

  it('leaves no part that names a missing one, whatever is removed', () => {
    fc.assert(
      fc.property(arbitraryDesign, fc.infiniteStream(fc.boolean()), (design, coin) => {
        const pick = <T extends { id: string }>(parts: readonly T[]) => parts.filter(() => coin.next().value).map((part) => part.id);
        const left = removeParts(design, { nodes: pick(design.nodes), links: pick(design.links), groups: pick(design.groups) });
        const nodes = new Set(ids(left));
        const links = new Set(left.links.map((link) => link.id));
        const groups = new Set(left.groups.map((group) => group.id));
        expect(left.links.every((link) => nodes.has(link.from) && nodes.has(link.to))).toBe(true);
        expect(left.nodes.every((node) => node.group === null || groups.has(node.group))).toBe(true);
        expect(left.scenario.every((event) => !('node' in event) || nodes.has(event.node))).toBe(true);
        expect(left.scenario.every((event) => !('link' in event) || links.has(event.link))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('moving and grouping', () => {
  const grouped = (): Design => setGroupOf(addGroup(row(), at, { width: 400, height: 300 }), ['lb-1', 'web-1'], 'dc-1');

  it('moves to whole units within reach', () => {
    const design = row();
    const moved = moveParts(design, [{ id: 'web-1', x: 12.6, y: -1e9 }]);
    expect(moved.nodes[2]).toMatchObject({ x: 13, y: -100_000 });
    expect(moved.nodes[0]).toBe(design.nodes[0]);
    expect(moved.groups).toBe(design.groups);
  });

  it('takes the nodes of a moved group along, except those moved themselves', () => {
    const moved = moveParts(grouped(), [
      { id: 'dc-1', x: 50, y: 20 },
      { id: 'web-1', x: 7, y: 7 },
    ]);
    expect(moved.groups[0]).toMatchObject({ x: 50, y: 20 });
    expect(moved.nodes.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [50, 20],
      [7, 7],
    ]);
  });

  it('finds the smallest group around a point', () => {
    let design = addGroup(emptyDesign(), { x: 0, y: 0 }, { width: 1000, height: 1000 });
    design = addGroup(design, { x: 100, y: 100 }, { width: 200, height: 200 });
    expect(groupAt(design, { x: 150, y: 150 })).toBe('dc-2');
    expect(groupAt(design, { x: 500, y: 150 })).toBe('dc-1');
    expect(groupAt(design, { x: -1, y: 150 })).toBeNull();
  });

  it('keeps a group big enough to hold a node', () => {
    const box = resizeGroup(grouped(), 'dc-1', { x: 5, y: 6, width: 1, height: Number.NaN }).groups[0];
    expect(box).toMatchObject({ x: 5, y: 6, width: 160, height: 120 });
  });

  it('puts nodes into groups that exist only', () => {
    const design = grouped();
    expect(setGroupOf(design, ['web-1'], 'dc-9')).toBe(design);
    expect(setGroupOf(design, ['web-1'], null).nodes[2].group).toBeNull();
  });
});

describe('values', () => {
  it('clamps what is out of range and ignores what means nothing', () => {
    const design = row();
    expect(setParam(design, 'web-1', 'instances', 7).nodes[2].params.instances).toBe(7);
    expect(setParam(design, 'web-1', 'instances', 9999).nodes[2].params.instances).toBe(500);
    expect(setParam(design, 'web-1', 'instances', 2.6).nodes[2].params.instances).toBe(3);
    for (const value of [Number.NaN, 'many', true, 1]) expect(setParam(design, 'web-1', 'instances', value)).toBe(design);
    expect(setParam(design, 'web-1', 'service', 'uniform')).toBe(design);
    expect(setParam(design, 'web-1', '__proto__', 1)).toBe(design);
    expect(setParam(design, 'web-9', 'instances', 7)).toBe(design);
    expect(setLinkParam(design, 'l1', 'retries', 3).links[0].params.retries).toBe(3);
    expect(setWorkloadParam(design, 'shape', 'spike').workload.params.shape).toBe('spike');
  });

  it('cleans and shortens names', () => {
    const label = (text: string) => setLabel(row(), 'web-1', text).nodes[2].label;
    expect(label('a\u202eb\u0000c\td')).toBe('ab c d');
    expect(label('x'.repeat(10_000))).toHaveLength(120);
    expect(label('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
    expect(label('👨‍👩‍👧‍👦')).toBe('👨‍👩‍👧‍👦');
    expect(label(`${'x'.repeat(119)}👩`)).toBe('x'.repeat(119));
    expect(setLabel(addGroup(row(), at), 'dc-1', '서울').groups[0].label).toBe('서울');
    expect(setTitle(row(), 'My shop').title).toBe('My shop');
  });

  it('keeps a seed of one to 24 characters', () => {
    expect(setSeed(row(), ' abc ').seed).toBe('abc');
    expect(setSeed(row(), 'x'.repeat(50)).seed).toHaveLength(24);
    expect(setSeed(row(), '  ').seed).toBe('faultline');
    for (const seed of ['0', '-1', '9007199254740992']) expect(setSeed(row(), seed).seed).toBe(seed);
  });

  it('keeps the length of a run between a second and a day', () => {
    expect([0, 1e12, 90.5, Number.POSITIVE_INFINITY].map((seconds) => setSeconds(row(), seconds).seconds)).toEqual([
      1, 86_400, 90.5, 86_400,
    ]);
    const design = row();
    expect(setSeconds(design, Number.NaN)).toBe(design);
  });
});

describe('trace', () => {
  const trace = { name: 'Friday', values: [0.5, 1], seconds: 60 };

  it('is replayed when it is set, and traffic is steady when it is dropped', () => {
    const replayed = setTrace(row(), trace);
    expect(replayed.workload).toMatchObject({ trace, params: { shape: 'trace' } });
    expect(setTrace(replayed, null).workload).toMatchObject({ trace: null, params: { shape: 'steady' } });
  });

  it('is kept as files and links can hold it', () => {
    const wild = { name: 'a\nb', values: [0.123456, 2, Number.NaN, ...Array.from({ length: 300 }, () => 1)], seconds: 0 };
    const kept = setTrace(row(), wild).workload.trace;
    expect(kept).toMatchObject({ name: 'a b', seconds: 1 });
    expect(kept?.values).toHaveLength(240);
    expect(kept?.values.slice(0, 3)).toEqual([0.1235, 1, 0]);
  });

  it('is scaled so that all users together reach the peak, in their old proportions', () => {
    let design = addNode(row(), 'users', at);
    design = setParam(setParam(design, 'users-1', 'ratePerSecond', 300), 'users-2', 'ratePerSecond', 100);
    const replayed = replayTrace(setWorkloadParam(design, 'traffic', 3), trace, 2000);
    expect(replayed.nodes.map((node) => node.params.ratePerSecond).filter(Boolean)).toEqual([1500, 500]);
    expect(replayed.workload.params.traffic).toBe(1);
    const silent = setParam(row(), 'users-1', 'ratePerSecond', 0);
    expect(replayTrace(silent, trace, 2000).nodes[0].params.ratePerSecond).toBe(2000);
  });
});

describe('timeline', () => {
  it('stays in order of time, and in order of adding within one moment', () => {
    let design = row();
    for (const [time, instance] of [
      [30, 0],
      [10, 1],
      [30, 2],
    ]) {
      design = addScenarioEvent(design, { at: time, act: 'crash', node: 'web-1', instance });
    }
    expect(design.scenario.map((event) => 'instance' in event && event.instance)).toEqual([1, 0, 2]);
    expect(removeScenarioEvent(design, 1).scenario.map((event) => event.at)).toEqual([10, 30]);
    expect(removeScenarioEvent(design, 3)).toBe(design);
  });

  it('refuses impossible times and values, and more than it can hold', () => {
    const design = row();
    for (const time of [-1, Number.NaN, 1e12])
      expect(addScenarioEvent(design, { at: time, act: 'crash', node: 'web-1', instance: null })).toBe(design);
    for (const [field, value] of [
      ['instances', 'many'],
      ['service', 'uniform'],
      ['__proto__', 1],
    ] as const) {
      expect(addScenarioEvent(design, { at: 1, act: 'set', node: 'web-1', field, value })).toBe(design);
    }
    expect(addScenarioEvent(design, { at: 1, act: 'set', node: 'web-1', field: 'instances', value: 9999 }).scenario).toMatchObject([
      { value: 500 },
    ]);
    let full = design;
    for (let i = 0; i < mostScenarioEvents + 5; i += 1)
      full = addScenarioEvent(full, { at: 0, act: 'crash', node: 'web-1', instance: null });
    expect(full.scenario).toHaveLength(mostScenarioEvents);
  });
});

describe('an edit that changes nothing', () => {
  it('returns the very same design', () => {
    const design = addGroup(row(), at);
    const [node, group] = [design.nodes[0], design.groups[0]];
    const same: Design[] = [
      removeParts(design, {}),
      removeParts(design, { nodes: ['nobody'], links: ['l9'], groups: ['dc-9'] }),
      connect(design, 'users-1', 'lb-1'),
      connect(design, 'web-1', 'users-1'),
      moveParts(design, [node, group]),
      resizeGroup(design, 'dc-1', group),
      setGroupOf(design, ['users-1'], null),
      setParam(design, 'users-1', 'ratePerSecond', 100),
      setLinkParam(design, 'l1', 'retries', 1),
      setWorkloadParam(design, 'traffic', 1),
      setTrace(design, null),
      setLabel(design, 'users-1', 'Users'),
      setTitle(design, ''),
      setRegion(design, 'dc-1', 'us-east'),
      setSeed(design, 'faultline'),
      setSeconds(design, 600),
    ];
    for (const result of same) expect(result).toBe(design);
  });

  it('leaves the design it was given as it was', () => {
    const frozen = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.freeze(value);
      for (const part of Object.values(value)) frozen(part);
    };
    const design = row();
    frozen(design);
    const changed = setParam(
      moveParts(removeParts(addGroup(design, at), { nodes: ['web-1'] }), [{ id: 'lb-1', x: 1, y: 1 }]),
      'users-1',
      'ratePerSecond',
      5,
    );
    expect(changed).not.toBe(design);
    expect(design).toEqual(row());
  });
});
