import { expect, it } from 'vitest';
import type { Assignment } from '../design/assignment.ts';
import { duplicateParts } from '../design/clipboard.ts';
import type { Design } from '../design/design.ts';
import {
  addGroup,
  addNode,
  connect,
  moveParts,
  removeParts,
  setGroupOf,
  setLabel,
  setLinkParam,
  setParam,
  setRegion,
  setWorkloadParam,
} from '../design/edits.ts';
import { setTargets } from '../design/targets.ts';
import { breachesOf, breachText } from './assignmentRules.ts';
import { paired } from './taskForTests.ts';

const start = setGroupOf(addGroup(paired, { x: 0, y: 0 }), ['db-1'], 'dc-1');
const task: Assignment = {
  id: 'test',
  words: '',
  deadline: '',
  locked: ['users-1', 'db-1', 'l3', 'dc-1'],
  free: ['db-1.replicas'],
  kinds: ['cache'],
  traffic: true,
  promise: '',
};
const all = (change: (design: Design) => Design, rules: Assignment = task) => breachesOf(rules, start, change(start)).map(breachText);

it.each<[string, (design: Design) => Design]>([
  ['a move', (design) => moveParts(design, [{ id: 'db-1', x: 900, y: 40 }])],
  ['a name', (design) => setLabel(design, 'db-1', 'Ledger')],
  ['a free setting of a locked part', (design) => setParam(design, 'db-1', 'replicas', 3)],
  ['a setting of a part that is not locked', (design) => setParam(design, 'web-1', 'instances', 7)],
  ['a wire that is not locked', (design) => removeParts(design, { links: ['l2'] })],
  ['a part that is not locked', (design) => removeParts(design, { nodes: ['lb-1'] })],
  [
    'a new part of an allowed kind, wired to locked ones',
    (design) => connect(addNode(design, 'cache', { x: 0, y: 0 }), 'web-1', 'cache-1'),
  ],
  ['the timeline', (design) => ({ ...design, scenario: [{ at: 1, act: 'crash', node: 'db-1', instance: 0 }] })],
  ['seed and length', (design) => ({ ...design, seed: 'other', seconds: 30 })],
])('%s is free', (_, change) => {
  expect(change(start)).not.toEqual(start);
  expect(all(change)).toEqual([]);
});

it.each<[string, (design: Design) => Design, string[]]>([
  ['a setting of a locked part', (design) => setParam(design, 'db-1', 'readsFrom', 'replicas'), ['db-1.readsFrom was changed']],
  ['a locked part taken away, with its wires', (design) => removeParts(design, { nodes: ['db-1'] }), ['db-1 is gone', 'l3 is gone']],
  [
    'another kind under the id of a locked part',
    (design) => ({
      ...design,
      nodes: design.nodes.map((node) =>
        node.id === 'db-1' ? { ...addNode(start, 'cache', { x: 0, y: 0 }).nodes.at(-1)!, id: 'db-1' } : node,
      ),
    }),
    ['db-1 is gone'],
  ],
  ['a locked wire taken away', (design) => removeParts(design, { links: ['l3'] }), ['l3 is gone']],
  ['a setting of a locked wire', (design) => setLinkParam(design, 'l3', 'retries', 3), ['l3.retries was changed']],
  ['a locked part put elsewhere', (design) => setGroupOf(design, ['db-1'], null), ['db-1 was moved']],
  ['a locked region put elsewhere', (design) => setRegion(design, 'dc-1', 'seoul'), ['dc-1 was moved']],
  [
    'how long work takes, even of a part that is not locked',
    (design) => setParam(design, 'web-1', 'cpuDynamicMs', 1),
    ['web-1.cpuDynamicMs was changed'],
  ],
  ['how far places are apart', (design) => setLinkParam(design, 'l1', 'rttMs', 1), ['l1.rttMs was changed']],
  ['a part of another kind', (design) => addNode(design, 'cdn', { x: 0, y: 0 }), ['cdn-1 (cdn) was added']],
  [
    'a fast part of an allowed kind',
    (design) => addNode(design, 'cache', { x: 0, y: 0 }, { params: { serviceMs: 0.001 } }),
    ['cache-1.serviceMs was changed'],
  ],
  ['the traffic', (design) => setWorkloadParam(design, 'traffic', 0.1), ['the traffic was changed']],
  ['the requirements', (design) => setTargets(design, { p99Ms: 9000 }), ['the requirements were changed']],
])('%s is not', (_, change, expected) => {
  expect(all(change)).toEqual(expected);
});

it('a copy of a part works as the part does, even where that is its own way', () => {
  const slow = setParam(start, 'web-1', 'cpuDynamicMs', 33);
  const rules: Assignment = { ...task, kinds: null };
  const copied = duplicateParts(slow, { nodes: ['web-1'] }).design;
  expect(breachesOf(rules, slow, copied)).toEqual([]);
  expect(breachesOf(rules, start, copied).map(breachText)).toContain('web-1.cpuDynamicMs was changed');
});

it('without a rule against it, parts of all kinds and other traffic are free', () => {
  const rules: Assignment = { ...task, kinds: null, traffic: false, locked: [] };
  expect(all((design) => addNode(design, 'cdn', { x: 0, y: 0 }), rules)).toEqual([]);
  expect(all((design) => setWorkloadParam(design, 'traffic', 2), rules)).toEqual([]);
  expect(all((design) => removeParts(design, { nodes: ['db-1'] }), rules)).toEqual([]);
});
