import { expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { setGroupParam } from '../design/groupFields.ts';
import { createRun } from '../engine/run.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { compile } from './compile.ts';
import { actsBetween } from './diff.ts';
import { runHeadless } from './headless.ts';

const mtbf = 100;
const mttr = 20;

/** Two data centres, the first of which goes down again and again. */
const design = (breakdown: 'crash' | 'hang' = 'crash', seconds = 4000) => {
  const drawn = templateNamed('two-datacentres')!.design;
  const few = drawn.nodes.map((node) => (node.kind === 'users' ? { ...node, params: { ...node.params, ratePerSecond: 1 } } : node));
  let next: Design = { ...drawn, nodes: few, seconds };
  for (const [field, value] of [
    ['mtbfHours', mtbf / 3600],
    ['mttrHours', mttr / 3600],
    ['breakdown', breakdown],
  ] as const)
    next = setGroupParam(next, 'dc-3', field, value);
  return next;
};

it('everything in a place goes down together and is back together, as often as its means say', () => {
  const { plan } = compile(design());
  const { notes } = runHeadless(plan!, behaviors);
  const of = (code: string) => notes.filter((note) => note.code === code && note.value === 0 && note.instance === -1);
  const crashes = of('crash');
  const inside = ['lb-1', 'web-1', 'cache-1', 'db-1'].map((id) => plan!.nodes.findIndex((node) => node.id === id));
  expect([...new Set(crashes.map(({ node }) => node))].sort()).toEqual([...inside].sort());
  const moments = [...new Set(crashes.map(({ time }) => time))];
  expect(crashes.length).toBe(moments.length * inside.length);
  const back = [...new Set(of('recover').map(({ time }) => time))];
  // 33 rounds of 120 s are expected; a sum of so many exponential times is within three standard errors
  const rounds = 4000 / (mtbf + mttr);
  expect(Math.abs(moments.length - rounds)).toBeLessThan(3 * Math.sqrt(rounds));
  const down = back.map((at, i) => at - moments[i]);
  const mean = down.reduce((sum, each) => sum + each, 0) / down.length;
  expect(Math.abs(mean - mttr)).toBeLessThan((3 * mttr) / Math.sqrt(down.length));
  expect(Math.min(...down)).toBeGreaterThan(0);
});

it('falls silent instead where it says so, and plays on from a photograph as if nothing had been', () => {
  const { plan } = compile(design('hang', 600));
  expect(runHeadless(plan!, behaviors).notes.some(({ code, value }) => code === 'hang' && value === 0)).toBe(true);
  const through = createRun(
    plan!,
    nodeKinds.map((kind) => behaviors[kind]),
  );
  through.advance(600, Infinity);
  const again = createRun(
    plan!,
    nodeKinds.map((kind) => behaviors[kind]),
  );
  again.advance(250, Infinity);
  const other = createRun(
    plan!,
    nodeKinds.map((kind) => behaviors[kind]),
  );
  other.restore(again.snapshot());
  other.advance(600, Infinity);
  expect(other.takeFrames().map(({ values }) => [...values])).toEqual(
    through
      .takeFrames()
      .slice(-350)
      .map(({ values }) => [...values]),
  );
});

it('a place without machines, or that never goes down, has no fate', () => {
  expect(compile(templateNamed('two-datacentres')!.design).plan!.fates).toBeUndefined();
  expect(compile(setGroupParam(templateNamed('two-datacentres')!.design, 'dc-1', 'mtbfHours', 1)).plan!.fates).toBeUndefined();
});

it('what breaks down by itself goes on doing so after its place has been down', () => {
  const drawn = design('crash', 1500);
  const nodes = drawn.nodes.map((node) =>
    node.id === 'web-1' ? { ...node, params: { ...node.params, instances: 1, mtbfSeconds: 20, mttrSeconds: 2 } } : node,
  );
  const { plan } = compile({ ...drawn, nodes });
  const web = plan!.nodes.findIndex(({ id }) => id === 'web-1');
  const own = runHeadless(plan!, behaviors).notes.filter(({ code, node, instance }) => code === 'crash' && node === web && instance === 0);
  // some 50 in the time in which the place is up; its own clock would stand still after the first night without power
  expect(own.filter(({ time }) => time > 750).length).toBeGreaterThan(10);
});

it('another fate is another run', () => {
  const [once, twice] = [design(), setGroupParam(design(), 'dc-3', 'mtbfHours', 1)].map((each) => compile(each).plan!);
  expect(actsBetween(once, once)).toBe('same');
  expect(actsBetween(once, twice)).toBe('restart');
});
