/** Laws that hold in whatever somebody draws: random parts, wires, parameters and faults, run on the real engine. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design, Fault } from '../design/design.ts';
import { addNode, addScenarioEvent, connect, emptyDesign, setLinkParam, setParam, setSeconds, setWorkloadParam } from '../design/edits.ts';
import { requestClasses } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { type NodeKind, nodeKinds, specs } from '../nodes/specs.ts';
import type { Field } from '../schema/fields.ts';
import { compile } from './compile.ts';

const seconds = 12;

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
      return field.integer ? fc.integer({ min: least, max: Math.ceil(most) }) : fc.double({ min: least, max: most, noNaN: true });
    }
  }
}

/** A design that runs, for random ones to grow from: every kind once, wired as it must be. */
const skeleton: readonly NodeKind[] = ['users', 'dns', 'cdn', 'load-balancer', 'web-server', 'cache', 'database', 'queue', 'worker'];
const bones = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 4],
  [4, 5],
  [4, 6],
  [4, 7],
  [7, 8],
] as const;

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

const fault = fc.record({
  at: fc.double({ min: 0, max: seconds, noNaN: true }),
  act: fc.constantFrom<Fault>('crash', 'hang', 'slow', 'recover'),
  node: fc.nat(20),
  all: fc.boolean(),
});

const drawing = fc
  .record({
    parts: fc.array(part, { maxLength: 9 }),
    wires: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 20, 300)), { maxLength: 24 }),
    faults: fc.array(fault, { maxLength: 8 }),
    rate: fc.constantFrom(0, 20, 150, 400),
    shape: fc.constantFrom('steady', 'ramp', 'spike', 'day'),
  })
  .map(({ parts, wires, faults, rate, shape }): Design => {
    let design = setWorkloadParam(setWorkloadParam(setSeconds(emptyDesign(), seconds), 'keys', 500), 'shape', shape);
    for (const kind of skeleton)
      design = addNode(design, kind, { x: 0, y: 0 }, kind === 'users' ? { params: { ratePerSecond: rate } } : {});
    for (const [from, to] of bones) design = connect(design, design.nodes[from].id, design.nodes[to].id);
    for (const [i, { kind, changes }] of parts.entries()) {
      // the first of its kind takes the changes, a further one is added beside it
      const known = i % 2 === 0 ? design.nodes.find((node) => node.kind === kind) : undefined;
      if (!known) design = addNode(design, kind, { x: 0, y: 0 }, kind === 'users' ? { params: { ratePerSecond: rate } } : {});
      const { id } = known ?? design.nodes[design.nodes.length - 1];
      for (const [field, value] of changes) if (field !== 'ratePerSecond') design = setParam(design, id, field, value);
    }
    const id = (n: number) => design.nodes[n % design.nodes.length].id;
    for (const [from, to, retries, timeoutMs] of wires) {
      design = connect(design, id(from), id(to));
      const link = design.links.at(-1);
      if (link) design = setLinkParam(setLinkParam(design, link.id, 'retries', retries), link.id, 'timeoutMs', timeoutMs);
    }
    for (const { at, act, node, all } of faults) {
      design = addScenarioEvent(design, { at, act, node: id(node), instance: all ? null : 0, factor: 4 });
    }
    return design;
  });

describe('whatever is drawn', () => {
  it('runs, loses no request, and shows no number that is none', () => {
    let ran = 0;
    let offered = 0;
    fc.assert(
      fc.property(drawing, (design) => {
        const { plan } = compile(design);
        if (!plan) return;
        ran++;
        const run = createRun(plan, behaviorList);
        run.advance(Infinity, 2_000_000);
        const column = (metric: string) => run.layout.columns.findIndex((c) => c.scope === 'run' && c.metric === metric);
        const ends = requestClasses.flatMap((c) => [
          column(`completed.${c}`),
          ...['refused', 'timeout', 'shed', 'error'].map((reason) => column(`failed.${c}.${reason}`)),
        ]);
        const starts = requestClasses.map((c) => column(`offered.${c}`));
        const inside = new Map<string, number>();
        for (const { values } of run.takeFrames()) {
          const sum = (columns: readonly number[]) => columns.reduce((total, i) => total + values[i], 0);
          expect(values.every((value) => Number.isFinite(value) && !Object.is(value, -0) && value >= -1)).toBe(true);
          expect(values[column('inFlightAtStart')] + sum(starts)).toBe(sum(ends) + values[column('inFlightAtEnd')]);
          offered += sum(starts);
          run.layout.columns.forEach(({ scope, node, instance, metric }, i) => {
            if (scope !== 'instance' || !['arrived', 'completed', 'failed'].includes(metric)) return;
            const name = `${node}.${instance}`;
            inside.set(name, (inside.get(name) ?? 0) + (metric === 'arrived' ? values[i] : -values[i]));
          });
          for (const held of inside.values()) expect(held).toBeGreaterThanOrEqual(0);
          run.layout.columns.forEach(({ metric }, i) => {
            if (metric === 'utilization') expect(values[i]).toBeLessThanOrEqual(1 + 1e-9);
          });
        }
      }),
      { numRuns: 150 },
    );
    // most random drawings must really run, else this looks at nothing
    expect(ran).toBeGreaterThan(75);
    expect(offered).toBeGreaterThan(100_000);
  }, 120_000);

  it('photographed at any moment, it plays on to the same bytes', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawing, fc.double({ min: 0, max: seconds * 0.95, noNaN: true }), fc.nat(200), (design, at, extra) => {
        const { plan } = compile(design);
        if (!plan) return;
        const run = createRun(plan, behaviorList);
        run.advance(at, 2_000_000);
        run.advance(seconds, extra);
        run.takeFrames();
        const photo = run.snapshot();
        run.advance(seconds, 2_000_000);
        const future = run.takeFrames();
        const other = createRun(plan, behaviorList);
        other.restore(photo);
        other.advance(seconds, 2_000_000);
        expect(other.takeFrames()).toEqual(future);
        compared += future.length;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(100);
  }, 120_000);

  it('a part beside the rest changes nobody', () => {
    fc.assert(
      fc.property(drawing, (design) => {
        const alone = compile(design).plan;
        const beside = compile(addNode(design, 'database', { x: 900, y: 900 })).plan;
        if (!alone || !beside) return;
        const [a, b] = [alone, beside].map((plan) => {
          const run = createRun(plan, behaviorList);
          run.advance(seconds, 2_000_000);
          const rest = run.layout.columns.flatMap(({ node }, i) => (node < alone.nodes.length ? [i] : []));
          return run.takeFrames().map(({ values, latency }) => [rest.map((i) => values[i]), latency]);
        });
        expect(b).toEqual(a);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
