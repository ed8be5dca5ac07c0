import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addGroup, addNode, emptyDesign } from '../design/edits.ts';
import { groupAround, groupsWithin, liesIn } from '../design/nesting.ts';
import { boxOf } from './cardGeometry.ts';
import { grouped, movedInto, ungrouped } from './grouping.ts';

function sample(): Design {
  let design = addGroup(emptyDesign(), { x: 400, y: 0 }, { width: 480, height: 320, region: 'seoul', label: 'Seoul' });
  design = addNode(design, 'users', { x: 0, y: 80 });
  design = addNode(design, 'web-server', { x: 440, y: 80 }, { group: 'dc-1' });
  return addNode(design, 'database', { x: 680, y: 80 }, { group: 'dc-1' });
}

const groupOf = (design: Design, id: string) => design.nodes.find((node) => node.id === id)?.group;
const frame = (design: Design, id: string) => design.groups.find((group) => group.id === id)!;
const card = (design: Design, id: string) => boxOf(design.nodes.find((node) => node.id === id)!);

describe('a group of what is selected', () => {
  it('frames its cards with air, and they belong to it', () => {
    const design = grouped(sample(), ['users-1'], []);
    expect(groupOf(design, 'users-1')).toBe('dc-2');
    expect(frame(design, 'dc-2')).toMatchObject({ x: -32, y: 32, width: 232, height: 152 });
  });

  it('stands in the region its cards stood in, which grows round it', () => {
    const design = grouped(sample(), ['web-1', 'db-1'], []);
    expect(frame(design, 'dc-2').region).toBe('seoul');
    expect(liesIn(frame(design, 'dc-2'), frame(design, 'dc-1'))).toBe(true);
    expect(groupAround(design, 'dc-2')?.id).toBe('dc-1');
    expect(groupsWithin(design, ['dc-1'])).toEqual(['dc-2']);
    expect([groupOf(design, 'web-1'), groupOf(design, 'db-1')]).toEqual(['dc-2', 'dc-2']);
  });

  it('taken away again leaves its cards to the region around it', () => {
    const design = ungrouped(grouped(sample(), ['web-1', 'db-1'], []), ['dc-2']);
    expect(design.groups.map(({ id }) => id)).toEqual(['dc-1']);
    expect([groupOf(design, 'web-1'), groupOf(design, 'db-1')]).toEqual(['dc-1', 'dc-1']);
    expect(groupOf(ungrouped(design, ['dc-1']), 'web-1')).toBeNull();
  });

  it('of nothing is the same design', () => {
    const design = sample();
    expect(grouped(design, [], [])).toBe(design);
  });
});

describe('moving into a region', () => {
  it('puts a card where there is room, inside', () => {
    const design = movedInto(sample(), ['users-1'], 'dc-1');
    expect(groupOf(design, 'users-1')).toBe('dc-1');
    expect(liesIn(card(design, 'users-1'), frame(design, 'dc-1'))).toBe(true);
    expect(frame(design, 'dc-1')).toEqual(frame(sample(), 'dc-1'));
  });

  it('makes the region larger when it is full, and covers no card', () => {
    let design = sample();
    for (let i = 0; i < 9; i++) design = addNode(design, 'cache', { x: -600, y: i * 100 });
    const caches = design.nodes.filter(({ kind }) => kind === 'cache').map(({ id }) => id);
    design = movedInto(design, caches, 'dc-1');
    const inside = design.nodes.filter(({ group }) => group === 'dc-1').map((node) => card(design, node.id));
    expect(inside).toHaveLength(11);
    expect(inside.every((box) => liesIn(box, frame(design, 'dc-1')))).toBe(true);
    const overlaps = inside.flatMap((a, i) =>
      inside.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    );
    expect(overlaps).toEqual([]);
  });

  it('out of it again puts the card beside all frames', () => {
    const design = movedInto(sample(), ['web-1'], null);
    expect(groupOf(design, 'web-1')).toBeNull();
    const box = card(design, 'web-1');
    const { x, y, width, height } = frame(design, 'dc-1');
    expect(box.x + box.width <= x || box.x >= x + width || box.y + box.height <= y || box.y >= y + height).toBe(true);
  });

  it('it is in already changes nothing', () => {
    const design = sample();
    expect(movedInto(design, ['web-1', 'db-1'], 'dc-1')).toBe(design);
  });
});
