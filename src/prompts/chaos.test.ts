import { expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { draw } from '../library/template.ts';
import { compile } from '../runner/compile.ts';
import { callsOf } from './calls.ts';
import { eventsOf } from './chaos.ts';
import { gradedDesign } from './gradedDesign.ts';
import type { Chaos } from './prompt.ts';
import { targetsOf } from './targets.ts';
import { lone, taskForTests } from './taskForTests.ts';

/** Two web tiers in two places; nine in ten requests go to the one in the east. */
const twoTiers = draw({
  title: '',
  groups: [
    { id: 'west', label: 'West', region: 'us-west', at: [300, 300], size: [400, 200] },
    { id: 'east', label: 'East', region: 'us-east', at: [300, 0], size: [400, 200] },
  ],
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
    { id: 'lb-1', kind: 'load-balancer', at: [200, 100], params: { algorithm: 'weighted-random' } },
    { id: 'web-b', kind: 'web-server', at: [320, 320], group: 'west' },
    { id: 'web-c', kind: 'web-server', at: [320, 20], group: 'east' },
    { id: 'db-1', kind: 'database', at: [800, 100] },
  ],
  links: [
    ['users-1', 'lb-1'],
    ['lb-1', 'web-b', { weight: 1 }],
    ['lb-1', 'web-c', { weight: 9 }],
    ['web-b', 'db-1'],
    ['web-c', 'db-1'],
  ],
});
const calls = () => callsOf(twoTiers);
const laid = (chaos: Chaos, design: Design = twoTiers) => eventsOf(chaos, design, 60, calls);

it('the busiest of its kind is found by what arrives at it', () => {
  const web = { kinds: ['web-server'], instance: 'one' } as const;
  expect(targetsOf(twoTiers, { ...web, pick: 'busiest' }, calls)).toEqual(['web-c']);
  expect(targetsOf(twoTiers, { ...web, pick: 'first' }, calls)).toEqual(['web-b']);
  expect(targetsOf(twoTiers, { ...web, pick: 'all' }, calls)).toEqual(['web-b', 'web-c']);
  expect(targetsOf(twoTiers, { kinds: ['cache'], pick: 'busiest', instance: 'all' }, calls)).toEqual([]);
});

it('a death is of one machine or of all, at a second counted from the end of the warm-up', () => {
  const target = { kinds: ['database'], pick: 'first', instance: 'one' } as const;
  expect(laid({ id: 'x', at: 90, seconds: 30, strike: { target, fault: 'crash' } })).toEqual([
    { at: 150, act: 'crash', node: 'db-1', instance: 0, seconds: 30 },
  ]);
  expect(laid({ id: 'x', at: 90, strike: { target: { ...target, instance: 'all' }, fault: 'slow', value: 10 } })).toEqual([
    { at: 150, act: 'slow', node: 'db-1', instance: null, factor: 10 },
  ]);
});

it('a fault that the part does not know applies to no one', () => {
  const target = { kinds: ['web-server', 'database'], pick: 'all', instance: 'all' } as const;
  const found = laid({ id: 'x', at: 0, seconds: 20, strike: { target, fault: 'disk-full' } });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ act: 'strike', fault: 'disk-full', node: 'db-1' });
});

it('wires, places, the workload and users are struck too, and given back', () => {
  const wires = laid({ id: 'x', at: 0, seconds: 5, wires: { from: { kinds: ['web-server'] }, to: 'db-1', fault: 'latency', value: 200 } });
  expect(wires).toEqual(['l4', 'l5'].map((link) => ({ at: 60, act: 'strike-link', link, fault: 'latency', value: 200, seconds: 5 })));
  const place = laid({ id: 'x', at: 1, seconds: 60, place: { pick: 'busiest', act: 'lose' } });
  expect(place[0]).toEqual({ at: 61, act: 'crash', node: 'web-c', instance: null, seconds: 60 });
  expect(place.some((event) => event.act === 'strike-link')).toBe(true);
  expect(laid({ id: 'x', at: 2, seconds: 10, workload: { field: 'traffic', value: 4 } })).toEqual([
    { at: 62, act: 'set-workload', field: 'traffic', value: 4 },
    { at: 72, act: 'set-workload', field: 'traffic', value: 1 },
  ]);
  expect(laid({ id: 'x', at: 2, seconds: 10, users: { field: 'ratePerSecond', value: 7 } })).toEqual([
    { at: 62, act: 'set', node: 'users-1', field: 'ratePerSecond', value: 7 },
    { at: 72, act: 'set', node: 'users-1', field: 'ratePerSecond', value: 100 },
  ]);
  expect(laid({ id: 'x', at: 2, users: { field: 'ratePerSecond', value: 7, only: 'users-9' } })).toEqual([]);
});

it('a design drawn elsewhere gets the users of the prompt, and the prompt gets its own parts back', () => {
  const elsewhere = {
    ...lone,
    nodes: lone.nodes.map((node) => (node.id === 'users-1' ? { ...node, id: 'people' } : node)),
    links: lone.links.map((link) => (link.from === 'users-1' ? { ...link, from: 'people' } : link)),
  };
  const graded = gradedDesign(taskForTests, elsewhere, 1);
  expect(graded.nodes.find(({ id }) => id === 'people')?.params.ratePerSecond).toBe(60);
  expect(compile(graded).plan).not.toBeNull();
  const crowded = { ...lone, nodes: [...lone.nodes, { ...lone.nodes[0], id: 'users-2' }] };
  expect(gradedDesign(taskForTests, crowded, 1).nodes.map(({ id }) => id)).not.toContain('users-2');
});

it('everybody meets the same seeds, and another seed is another luck', () => {
  expect(gradedDesign(taskForTests, lone, 2).seed).toBe(gradedDesign(taskForTests, { ...lone, seed: 'mine' }, 2).seed);
  expect(gradedDesign(taskForTests, lone, 2).seed).not.toBe(gradedDesign(taskForTests, lone, 3).seed);
});

it('a setting that is changed comes back, where the part has it', () => {
  const target = { kinds: ['web-server', 'database'], pick: 'all' } as const;
  expect(laid({ id: 'x', at: 10, seconds: 20, set: { target, field: 'lagMs', value: 500 } })).toEqual([
    { at: 70, act: 'set', node: 'db-1', field: 'lagMs', value: 500 },
    { at: 90, act: 'set', node: 'db-1', field: 'lagMs', value: 20 },
  ]);
});
