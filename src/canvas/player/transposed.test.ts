import { describe, expect, it } from 'vitest';
import type { Design, DesignNode } from '../../design/design.ts';
import { addGroup, addNode, emptyDesign } from '../../design/edits.ts';
import { templates } from '../../library/templates.ts';
import { type Box, boxOf } from '../cardGeometry.ts';
import { transposed } from './transposed.ts';

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function expectTidy(design: Design): void {
  const apart = (a: Box, b: Box, what: string): void => expect(overlaps(a, b), what).toBe(false);
  design.nodes.forEach((node, i) => {
    for (const other of design.nodes.slice(i + 1)) apart(boxOf(node), boxOf(other), `${node.id} and ${other.id}`);
    for (const group of design.groups) {
      if (node.group === group.id) expect(contains(group, boxOf(node)), `${node.id} in ${group.id}`).toBe(true);
      else apart(group, boxOf(node), `${group.id} and ${node.id}`);
    }
  });
  design.groups.forEach((group, i) => {
    for (const other of design.groups.slice(i + 1)) apart(group, other, `${group.id} and ${other.id}`);
  });
}

const byId = (design: Design, id: string): DesignNode => {
  const node = design.nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
};

describe('a design turned for a phone', () => {
  it.each(templates.map(({ id, design }) => [id, design] as const))('%s: nothing overlaps, calls run down', (_id, design) => {
    const turned = transposed(design);
    expectTidy(turned);
    for (const link of design.links) {
      const [from, to] = [byId(design, link.from), byId(design, link.to)];
      if (to.x - from.x < 168) continue;
      expect(byId(turned, link.to).y, link.id).toBeGreaterThan(byId(turned, link.from).y);
    }
    expect(turned.nodes.map(({ id, params }) => ({ id, params }))).toEqual(design.nodes.map(({ id, params }) => ({ id, params })));
  });

  it('is at most three cards wide for the chapter, and leaves the document alone', () => {
    const chapter = templates.find((template) => template.id === 'chapter')?.design;
    if (!chapter) throw new Error('no chapter');
    const before = JSON.stringify(chapter);
    const { nodes, groups } = transposed(chapter);
    expect(JSON.stringify(chapter)).toBe(before);
    const boxes: Box[] = [...nodes.map(boxOf), ...groups];
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - Math.min(...boxes.map((box) => box.x));
    expect(width).toBeLessThanOrEqual(620);
  });

  it('keeps apart what stands askew, tall cards and an empty frame included', () => {
    let design = addGroup(emptyDesign(), { x: 40, y: 400 }, { width: 480, height: 320 });
    const spots = [
      [0, 0],
      [60, 80],
      [120, 160],
      [150, 240],
      [400, 0],
      [400, 80],
      [470, 160],
      [2000, 1800],
    ] as const;
    for (const [x, y] of spots) design = addNode(design, 'web-server', { x, y }, { params: { instances: x === 60 ? 40 : 2 } });
    expectTidy(transposed(design));
  });

  it('has nothing to turn in an empty design', () => {
    expect(transposed(emptyDesign())).toEqual(emptyDesign());
  });
});
