import { expect, it } from 'vitest';
import { addNode, connect } from '../design/edits.ts';
import { problemsOf } from '../design/rules.ts';
import { shop } from '../runner/designsForTests.ts';
import { lacksOf } from './wanting.ts';

const none = { callees: false, callers: false, isUnreached: false };
const of = (design: ReturnType<typeof shop>, node: string) => lacksOf(node, problemsOf(design), design.links);

it('lacks nothing where every part is wired', () => {
  const design = shop();
  for (const { id } of design.nodes) expect(of(design, id)).toEqual(none);
});

it('has a ghost at each end of a balancer that has just been placed, and only at the way in of a database', () => {
  const design = shop();
  const withBalancer = addNode(design, 'load-balancer', { x: 0, y: 400 });
  const balancer = withBalancer.nodes.at(-1)!.id;
  expect(of(withBalancer, balancer)).toEqual({ callees: true, callers: true, isUnreached: true });
  const withBase = addNode(design, 'database', { x: 0, y: 400 });
  expect(of(withBase, withBase.nodes.at(-1)!.id)).toEqual({ callees: false, callers: true, isUnreached: true });
});

it('is dotted without a ghost where a wire leads to it from a part that nobody reaches', () => {
  let design = addNode(shop(), 'load-balancer', { x: 0, y: 400 });
  const balancer = design.nodes.at(-1)!.id;
  design = addNode(design, 'web-server', { x: 240, y: 400 });
  const web = design.nodes.at(-1)!.id;
  design = connect(design, balancer, web);
  expect(of(design, web)).toMatchObject({ callers: false, isUnreached: true });
  expect(of(design, balancer)).toMatchObject({ callees: false, callers: true });
});
