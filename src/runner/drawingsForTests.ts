/** Designs as somebody might draw them: every kind, wired as it must be, with random parts, wires, parameters and faults on top. */

import fc from 'fast-check';
import type { Design, Fault } from '../design/design.ts';
import {
  addNode,
  addScenarioEvent,
  connect,
  emptyDesign,
  removeParts,
  setLinkParam,
  setParam,
  setSeconds,
  setWorkloadParam,
} from '../design/edits.ts';
import { linkFields } from '../design/linkFields.ts';
import { type NodeKind, nodeKinds, specs } from '../nodes/specs.ts';
import { type Faults, faultsOf, linkFaults } from '../schema/faults.ts';
import type { Field } from '../schema/fields.ts';

/** Length of their runs, simulated. */
export const seconds = 12;

/** A value of a field, mostly of a size that keeps a run short. */
function valueFor(field: Field): fc.Arbitrary<number | string | boolean> {
  switch (field.type) {
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'number': {
      const least = field.min;
      const most = Math.min(field.max, Math.max(field.default * 3, least + 5));
      if (field.integer) return fc.integer({ min: least, max: Math.ceil(most) });
      // 0 often means never; next to 0 lie times so short that a second of them takes minutes (engine/limits.ts bounds those)
      const shortest = most / 100;
      return fc.double({ min: least, max: most, noNaN: true }).map((value) => (value > 0 && value < shortest ? shortest : value));
    }
  }
}

/** A design that runs, for random ones to grow from: every kind once, wired as it must be. */
const skeleton: readonly NodeKind[] = [
  'users',
  'dns',
  'cdn',
  'load-balancer',
  'web-server',
  'cache',
  'database',
  'queue',
  'worker',
  'scheduler',
  'object-storage',
  'search-index',
  'log-collector',
  'monitor',
  'service',
  'session-store',
  'api-gateway',
  'global-balancer',
  'shard-router',
];
const bones = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [4, 6],
  [4, 7],
  [7, 8],
  [9, 7],
  [4, 10],
  [4, 11],
  [12, 4],
  [12, 6],
  [13, 4],
  [13, 6],
  [4, 14],
  [14, 5],
  [14, 6],
  [14, 7],
  [4, 15],
  [0, 16],
  [16, 3],
  [16, 5],
  [0, 17],
  [17, 3],
  [4, 18],
  [18, 6],
] as const;

/** How much there is to do is the drawing's to say: a batch of the usual size alone takes minutes. */
const ofRate: ReadonlySet<string> = new Set(['ratePerSecond', 'jobs']);

/** Those who begin requests take the drawing's rate; who begins jobs begins some within the run. */
function paramsFor(kind: NodeKind, rate: number) {
  if ('ratePerSecond' in specs[kind].fields) return { params: { ratePerSecond: rate } };
  return 'firstSeconds' in specs[kind].fields ? { params: { firstSeconds: 2, everySeconds: 4, jobs: rate, jitterSeconds: 3 } } : {};
}

const part = fc.constantFrom(...nodeKinds).chain((kind: NodeKind) => {
  const fields = Object.entries(specs[kind].fields as Record<string, Field>);
  return fc.record({
    kind: fc.constant(kind),
    changes: fc.array(
      fc.constantFrom(...fields).chain(([name, field]) => valueFor(field).map((value) => [name, value] as const)),
      { maxLength: 3 },
    ),
  });
});

const guards = Object.entries(linkFields as Record<string, Field>).filter(([, { topic }]) => topic === 'guard');
/** A few settings of a wire's policy, by the number of the wire. */
const policy = fc.tuple(
  fc.nat(40),
  fc.array(
    fc.constantFrom(...guards).chain(([name, field]) => valueFor(field).map((value) => [name, value] as const)),
    { minLength: 1, maxLength: 5 },
  ),
);

/** A strike at a part or a wire, chosen by number among what it can suffer. */
const strike = fc.record({
  at: fc.double({ min: 0, max: seconds, noNaN: true }),
  target: fc.nat(40),
  fault: fc.nat(20),
  ofWire: fc.boolean(),
  all: fc.boolean(),
  lasting: fc.option(fc.constantFrom(0.5, 3), { nil: undefined }),
});

const fault = fc.record({
  at: fc.double({ min: 0, max: seconds, noNaN: true }),
  act: fc.constantFrom<Fault>('crash', 'hang', 'slow', 'recover'),
  node: fc.nat(20),
  all: fc.boolean(),
});

export const drawing = fc
  .record({
    parts: fc.array(part, { maxLength: 9 }),
    wires: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 20, 300)), { maxLength: 24 }),
    faults: fc.array(fault, { maxLength: 8 }),
    strikes: fc.array(strike, { maxLength: 4 }),
    policies: fc.array(policy, { maxLength: 8 }),
    rate: fc.constantFrom(0, 20, 150, 400),
    shape: fc.constantFrom('steady', 'ramp', 'spike', 'day'),
  })
  .map(({ parts, wires, faults, strikes, policies, rate, shape }): Design => {
    let design = setWorkloadParam(setWorkloadParam(setSeconds(emptyDesign(), seconds), 'keys', 500), 'shape', shape);
    for (const kind of skeleton) design = addNode(design, kind, { x: 0, y: 0 }, paramsFor(kind, rate));
    for (const [from, to] of bones) design = connect(design, design.nodes[from].id, design.nodes[to].id);
    for (const [i, { kind, changes }] of parts.entries()) {
      // the first of its kind takes the changes, a further one is added beside it
      const known = i % 2 === 0 ? design.nodes.find((node) => node.kind === kind) : undefined;
      if (!known) design = addNode(design, kind, { x: 0, y: 0 }, paramsFor(kind, rate));
      const { id } = known ?? design.nodes[design.nodes.length - 1];
      for (const [field, value] of changes) if (!ofRate.has(field)) design = setParam(design, id, field, value);
    }
    const id = (n: number) => design.nodes[n % design.nodes.length].id;
    for (const [from, to, retries, timeoutMs] of wires) {
      design = connect(design, id(from), id(to));
      const link = design.links.at(-1);
      if (link) design = setLinkParam(setLinkParam(design, link.id, 'retries', retries), link.id, 'timeoutMs', timeoutMs);
    }
    for (const [wire, changes] of policies) {
      const link = design.links[wire % design.links.length];
      for (const [field, value] of changes) design = setLinkParam(design, link.id, field, value);
    }
    for (const { at, act, node, all } of faults) {
      design = addScenarioEvent(design, { at, act, node: id(node), instance: all ? null : 0, factor: 4 });
    }
    for (const { at, target, fault, ofWire, all, lasting } of strikes) {
      const node = design.nodes[target % design.nodes.length];
      const known: Faults = ofWire ? linkFaults : faultsOf(specs[node.kind]);
      const names = Object.keys(known);
      if (names.length === 0) continue;
      const name = names[fault % names.length];
      const what = { fault: name, ...(lasting === undefined || !known[name].lasts ? {} : { seconds: lasting }) };
      if (ofWire)
        design = addScenarioEvent(design, { at, act: 'strike-link', link: design.links[target % design.links.length].id, ...what });
      else design = addScenarioEvent(design, { at, act: 'strike', node: node.id, instance: all ? null : 0, ...what });
    }
    return design;
  });

/** The same without the tools that watch and steer: what they do to a part is no law of the part. */
export function withoutTools(design: Design): Design {
  return removeParts(design, { nodes: design.nodes.filter(({ kind }) => specs[kind].role === 'operator').map(({ id }) => id) });
}
