import { describe, expect, it } from 'vitest';
import { addNode, connect, emptyDesign } from '../../design/edits.ts';
import { nextWire, otherEnd } from './wireWalk.ts';

const kinds = ['load-balancer', 'web-server', 'cache', 'database'] as const;
const placed = kinds.reduce((design, kind, i) => addNode(design, kind, { x: i * 300, y: 0 }), emptyDesign());
const [balancer, web, cache, database] = placed.nodes.map((node) => node.id);
const design = connect(connect(connect(placed, balancer, web), web, cache), web, database);
const [intoWeb, toCache, toDatabase] = design.links.map((link) => link.id);

describe('the wires of a card, by keyboard', () => {
  it('come one after the other and begin anew', () => {
    const walked: (string | undefined)[] = [];
    let current: string | null = null;
    for (let i = 0; i < 3; i++) {
      const wire = nextWire(design, web, 'out', current);
      expect(wire).toMatchObject({ position: (i % 2) + 1, count: 2 });
      walked.push(wire?.link.id);
      current = wire?.link.id ?? null;
    }
    expect(walked).toEqual([toCache, toDatabase, toCache]);
  });

  it('are those that leave it or those that come to it', () => {
    expect(nextWire(design, web, 'in', toCache)).toMatchObject({ link: { id: intoWeb }, other: balancer, position: 1, count: 1 });
    expect(nextWire(design, database, 'out', null)).toBeNull();
    expect(nextWire(design, balancer, 'in', null)).toBeNull();
  });

  it('lead to their other end', () => {
    expect(otherEnd(design, web, toDatabase)).toBe(database);
    expect(otherEnd(design, web, intoWeb)).toBe(balancer);
    expect(otherEnd(design, cache, toDatabase)).toBeNull();
  });
});
