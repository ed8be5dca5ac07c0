import * as dagre from '@dagrejs/dagre';
import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addGroup, addNode, connect, emptyDesign } from '../design/edits.ts';
import { type Box, boxOf, grid } from './cardGeometry.ts';
import { tidied } from './tidy.ts';

function sample(): Design {
  let design = addGroup(emptyDesign(), { x: 0, y: 0 }, { width: 480, height: 320 });
  const group = design.groups[0].id;
  design = addNode(design, 'users', { x: 900, y: 900 });
  design = addNode(design, 'load-balancer', { x: 10, y: 10 }, { group });
  design = addNode(design, 'web-server', { x: 10, y: 10 }, { group, params: { instances: 24 } });
  design = addNode(design, 'database', { x: 10, y: 10 }, { group });
  design = addNode(design, 'cache', { x: 10, y: 10 }, { group });
  const [users, balancer, web, db, cache] = design.nodes.map((node) => node.id);
  for (const [from, to] of [
    [users, balancer],
    [balancer, web],
    [web, db],
    [web, cache],
  ]) {
    design = connect(design, from, to);
  }
  return design;
}

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const isInside = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

describe('the tidy layout', () => {
  const before = sample();
  const design = tidied(before, dagre);

  it('lets nothing overlap, and every wire lead to the right', () => {
    const boxes = design.nodes.map(boxOf);
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    });
    const xOf = (id: string): number => design.nodes.find((node) => node.id === id)?.x ?? Number.NaN;
    for (const link of design.links) expect(xOf(link.to)).toBeGreaterThan(xOf(link.from));
  });

  it('keeps members inside their frame and others outside', () => {
    const frame = design.groups[0];
    for (const node of design.nodes) {
      if (node.group === frame.id) expect(isInside(boxOf(node), frame)).toBe(true);
      else expect(overlaps(boxOf(node), frame)).toBe(false);
    }
  });

  it('stands on the grid and changes nothing but places', () => {
    for (const { x, y } of [...design.nodes, ...design.groups]) expect([Math.abs(x % grid), Math.abs(y % grid)]).toEqual([0, 0]);
    const bare = (d: Design) => d.nodes.map(({ x: _x, y: _y, ...rest }) => rest);
    expect(bare(design)).toEqual(bare(before));
    expect(design.links).toEqual(before.links);
  });

  it('is the same the second time', () => {
    expect(tidied(design, dagre)).toEqual(design);
  });

  it('copes with nothing at all and with an empty frame', () => {
    expect(tidied(emptyDesign(), dagre).nodes).toEqual([]);
    const empty = addGroup(emptyDesign(), { x: 80, y: 80 });
    expect(tidied(empty, dagre).groups[0]).toMatchObject({ width: empty.groups[0].width, height: empty.groups[0].height });
  });
});
