import { expect, it } from 'vitest';
import { templateNamed } from '../src/library/templates.ts';
import { behaviors } from '../src/nodes/behaviors.ts';
import { compile } from '../src/runner/compile.ts';
import { playWorld } from '../src/runner/world.ts';
import { packWorld, unpackWorld } from './worldText.ts';

it('a world comes back from its text to the last bit: gaps stay gaps, and nothing else becomes one', () => {
  const { plan } = compile({ ...templateNamed('single')!.design, seconds: 5 });
  const world = playWorld(plan!, behaviors, 1);
  const course = { ...world.course, p99: Float64Array.of(0.1 + 0.2, Number.NaN, 0), failed: Float64Array.of(0, 0, 1) };
  const gaps = { ...world, course, utilization: Float64Array.of(0, Number.NaN, 1 / 3) };
  for (const each of [world, gaps]) expect(unpackWorld(JSON.parse(JSON.stringify(packWorld(each))))).toEqual(each);
});
