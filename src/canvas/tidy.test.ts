import * as dagre from '@dagrejs/dagre';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addGroup, addNode, connect, emptyDesign, moveParts } from '../design/edits.ts';
import { groupAround } from '../design/nesting.ts';
import { addNote, notesOf } from '../design/notes.ts';
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

/** Designs with frames in frames, cards anywhere, wires, notes, and some of it placed by hand. */
const anyDesign = fc
  .record({
    frames: fc.array(
      fc.record({ x: at(), y: at(), width: fc.integer({ min: 160, max: 900 }), height: fc.integer({ min: 120, max: 700 }) }),
      {
        maxLength: 4,
      },
    ),
    cards: fc.array(fc.record({ x: at(), y: at(), home: fc.nat(4), copies: fc.integer({ min: 1, max: 20 }) }), {
      minLength: 1,
      maxLength: 14,
    }),
    wires: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 20 }),
    notes: fc.array(fc.record({ x: at(), y: at() }), { maxLength: 3 }),
    kept: fc.array(fc.nat(18), { maxLength: 6 }),
  })
  .map(({ frames, cards, wires, notes, kept }) => {
    let design = frames.reduce((d, frame) => addGroup(d, frame, frame), emptyDesign());
    for (const { x, y, home, copies } of cards) {
      design = addNode(design, 'web-server', { x, y }, { group: design.groups[home]?.id ?? null, params: { instances: copies } });
    }
    const { nodes, groups } = design;
    for (const [a, b] of wires) if (nodes[a] && nodes[b]) design = connect(design, nodes[a].id, nodes[b].id);
    design = notes.reduce((d, note) => addNote(d, note, { text: 'x' }), design);
    const parts = [...nodes, ...groups];
    return { design, kept: new Set(kept.flatMap((i) => parts[i]?.id ?? [])) };
  });
function at(): fc.Arbitrary<number> {
  return fc.integer({ min: -1500, max: 1500 });
}

function crossings(design: Design): string[] {
  const found: string[] = [];
  const cards = design.nodes.map((node) => ({ id: node.id, home: node.group, box: boxOf(node) }));
  const frames = design.groups.map((group) => ({ id: group.id, home: groupAround(design, group.id)?.id ?? null, box: group as Box }));
  const all = [...cards, ...frames];
  const around = (home: string | null): string[] => (home === null ? [] : [home, ...around(groupAround(design, home)?.id ?? null)]);
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      const isFramed =
        (around(a.home).includes(b.id) && isInside(a.box, b.box)) || (around(b.home).includes(a.id) && isInside(b.box, a.box));
      if (overlaps(a.box, b.box) && !isFramed) found.push(`${a.id} ${b.id}`);
    }
  });
  return found;
}

describe('tidying round what hands placed', () => {
  it('lets nothing overlap, whatever was placed where', () => {
    fc.assert(
      fc.property(anyDesign, ({ design, kept }) => {
        const next = tidied(design, dagre, kept);
        expect(crossings(next)).toEqual([]);
        for (const node of next.nodes) {
          const home = next.groups.find(({ id }) => id === node.group);
          if (home) expect(isInside(boxOf(node), home)).toBe(true);
        }
        const papers = notesOf(next);
        for (const note of papers) expect(next.nodes.some((node) => overlaps(boxOf(node), note))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('says nothing more the second time', () => {
    fc.assert(
      fc.property(anyDesign, ({ design, kept }) => {
        const once = tidied(design, dagre, kept);
        const twice = tidied(once, dagre, new Set([...kept].filter((id) => placeOf(once, id) === placeOf(design, id))));
        if ([...kept].every((id) => placeOf(once, id) === placeOf(design, id))) expect(twice).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves those where they are and brings the others to them', () => {
    const before = moveParts(tidied(sample(), dagre), [{ id: 'users-1', x: -2000, y: 1000 }]);
    const next = tidied(before, dagre, new Set(['users-1']));
    expect(next.nodes[0]).toMatchObject({ x: -2000, y: 1000 });
    const [frame] = next.groups;
    // the frame follows: right of the users, as the wire leads
    expect(frame.x).toBeGreaterThan(-2000 + 168);
    expect(frame.x).toBeLessThan(-1600);
  });

  it('keeps a card in a frame where it is, and the frame round it', () => {
    const before = moveParts(tidied(sample(), dagre), [{ id: 'db-1', x: 3000, y: -800 }]);
    const next = tidied(before, dagre, new Set(['db-1']));
    const card = next.nodes.find(({ id }) => id === 'db-1')!;
    expect([card.x, card.y]).toEqual([3000, -800]);
    expect(isInside(boxOf(card), next.groups[0])).toBe(true);
  });

  it('of two that lie on each other only one stays', () => {
    const pile = ['a', 'b'].reduce((d) => addNode(d, 'cache', { x: 100, y: 100 }), emptyDesign());
    const next = tidied(pile, dagre, new Set(pile.nodes.map(({ id }) => id)));
    expect(next.nodes[0]).toMatchObject({ x: 100, y: 100 });
    expect(overlaps(boxOf(next.nodes[0]), boxOf(next.nodes[1]))).toBe(false);
  });

  it('takes notes along with the part they stand beside', () => {
    const before = addNote(moveParts(sample(), [{ id: 'users-1', x: 4000, y: 4000 }]), { x: 4000, y: 4090 }, { text: 'people' });
    const next = tidied(before, dagre);
    const [note] = notesOf(next);
    const users = next.nodes[0];
    expect([note.x - users.x, note.y - users.y]).toEqual([0, 90]);
  });
});

function placeOf(design: Design, id: string): string {
  const part = [...design.nodes, ...design.groups].find((each) => each.id === id);
  return `${part?.x} ${part?.y}`;
}
