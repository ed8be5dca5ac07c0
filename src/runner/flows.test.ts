import { expect, it } from 'vitest';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { flowsOf, sharesOf } from './flows.ts';
import { runHeadless } from './headless.ts';

const design = { ...templateNamed('geo-failover')!.design, seconds: 230 };
const { plan, index } = compile(design);
const { layout, frames } = runHeadless(plan!, behaviors);
const at = (from: number, to: number) => flowsOf(design, index, layout, frames.slice(from, to));

it('says whose requests go where, before and after a region has failed', () => {
  const before = at(60, 120);
  expect(before.slice(0, 2).map(({ from, to }) => `${from} ${to}`)).toEqual(['us-east us-east', 'us-west us-west']);
  expect(before[0].share).toBeGreaterThan(0.95);
  expect(Math.abs(before[0].perSecond - 350)).toBeLessThan(25);
  const after = at(200, 230);
  expect(after[0]).toMatchObject({ from: 'us-east', to: 'us-west' });
  expect(after[0].share).toBeGreaterThan(0.9);
  for (const region of ['us-east', 'us-west'])
    expect(after.filter(({ from }) => from === region).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

it('shares of all add up to one', () => {
  const shares = sharesOf(at(60, 120));
  expect(shares.map(({ region }) => region)).toEqual(['us-east', 'us-west']);
  expect(Math.abs(shares[0].share - 0.7)).toBeLessThan(0.03);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

it('is empty where nothing has been sent, or nobody stands in a region', () => {
  expect(flowsOf(design, index, layout, [])).toEqual([]);
  const single = templateNamed('single')!.design;
  const other = compile({ ...single, seconds: 5 });
  const run = runHeadless(other.plan!, behaviors);
  expect(flowsOf(single, other.index, run.layout, run.frames)).toEqual([]);
});
