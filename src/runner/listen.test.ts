import { describe, expect, it } from 'vitest';
import { createRun } from '../engine/run.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { compile } from './compile.ts';
import { shop } from './designsForTests.ts';
import { framesHash } from './framesHash.ts';

const inOrder = nodeKinds.map((kind) => behaviors[kind]);

describe('listening to a node', () => {
  const { plan } = compile(shop());
  if (!plan) throw new Error('the shop cannot run');

  it('hears every service that begins there, and changes no frame', () => {
    const quiet = createRun(plan, inOrder);
    const heardOf = createRun(plan, inOrder);
    const web = plan.nodes.findIndex(({ id }) => id === 'web-1');
    const heard = heardOf.listen(web);
    quiet.advance(plan.seconds, Number.POSITIVE_INFINITY);
    heardOf.advance(plan.seconds, Number.POSITIVE_INFINITY);
    const frames = heardOf.takeFrames();
    expect(framesHash(frames)).toBe(framesHash(quiet.takeFrames()));
    const arrived = heardOf.layout.columns.flatMap(({ node, metric }, at) => (node === web && metric === 'arrived' ? [at] : []));
    const calls = frames.reduce((sum, frame) => sum + arrived.reduce((all, at) => all + frame.values[at], 0), 0);
    expect(calls).toBeGreaterThan(1000);
    expect(heard.total).toBeGreaterThan(calls - 100);
    expect(heard.total).toBeLessThanOrEqual(calls);
    expect(heard.counts.reduce((sum, count) => sum + count, 0)).toBe(heard.total);
    expect(heard.none).toBeGreaterThan(0);
    heard.clear();
    expect(heard.total + heard.sum + heard.none).toBe(0);
  });
});
