import { describe, expect, it } from 'vitest';
import type { Design } from '../../design/design.ts';
import { addNode, emptyDesign } from '../../design/edits.ts';
import { nearestCard, nearestTo } from './nearestCard.ts';

const at = (places: readonly (readonly [number, number])[]): Design =>
  places.reduce((design, [x, y]) => addNode(design, 'service', { x, y }), emptyDesign());

describe('an arrow goes to', () => {
  const design = at([
    [0, 0],
    [300, 0],
    [300, 200],
    [0, 200],
    [900, 10],
  ]);
  const [first, right, , below, far] = design.nodes;

  it('the card that lies most nearly that way', () => {
    expect(nearestCard(design, first, [1, 0])).toBe(right);
    expect(nearestCard(design, first, [0, 1])).toBe(below);
    expect(nearestCard(design, right, [1, 0])).toBe(far);
    expect(nearestCard(design, right, [-1, 0])).toBe(first);
  });

  it('nowhere where there is none', () => {
    expect(nearestCard(design, first, [-1, 0])).toBeUndefined();
    expect(nearestCard(design, first, [0, -1])).toBeUndefined();
  });

  it('and the keyboard of a deleted card goes to its nearest neighbour', () => {
    const rest = { ...design, nodes: design.nodes.filter((node) => node !== right) };
    expect(nearestTo(rest, right)).toBe(rest.nodes[1]);
    expect(nearestTo({ ...design, nodes: [] }, right)).toBeUndefined();
  });
});
