import type { NodeChange } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addGroup, addNode, connect, emptyDesign, moveParts } from '../design/edits.ts';
import { noSelection } from '../store/sessionStore.ts';
import { goalOf, regroupings, settled, shifted } from './dragging.ts';
import { type FlowNode, flowIdOfGroup, flowNodes, movesAfter, noMoves } from './flowAdapter.ts';

function sample(): { design: Design; users: string; balancer: string; web: string; group: string } {
  let design = addGroup(emptyDesign(), { x: 400, y: 0 }, { width: 480, height: 320 });
  const group = design.groups[0].id;
  design = addNode(design, 'users', { x: 0, y: 80 });
  design = addNode(design, 'load-balancer', { x: 440, y: 80 }, { group });
  design = addNode(design, 'web-server', { x: 680, y: 80 }, { group });
  const [users, balancer, web] = design.nodes.map((node) => node.id);
  design = connect(connect(design, users, balancer), balancer, web);
  return { design, users, balancer, web, group };
}

const shownOf = (design: Design): FlowNode[] => {
  const word = (part: { label: string }) => part.label;
  return flowNodes(
    design,
    {
      selection: noSelection,
      moves: noMoves,
      tabStop: null,
      axis: 'across',
      existing: () => 0,
      groupLabel: word,
      noteLabel: ({ text }) => text,
      linkLabel: () => '',
    },
    [],
  );
};

/** Where everything that moved stands after a drag of one part to a place. */
function dragged(design: Design, id: string, x: number, y: number, reach = 0): Map<string, { x: number; y: number }> {
  const change: NodeChange<FlowNode> = { type: 'position', id, position: { x, y }, dragging: true };
  const { changes } = settled([change], shownOf(design), design, reach);
  return new Map([...movesAfter(noMoves, changes, design)].map(([moved, at]) => [moved, { x: at.x, y: at.y }]));
}

describe('a drag', () => {
  it('of a frame takes what stands in it along, frames within it too', () => {
    const { design, group, balancer, web, users } = sample();
    const nested = addNode(
      addGroup(design, { x: 420, y: 160 }, { width: 160, height: 120 }),
      'cache',
      { x: 430, y: 190 },
      { group: 'dc-2' },
    );
    const moves = dragged(nested, flowIdOfGroup(group), 480, -40);
    expect(moves.get(balancer)).toEqual({ x: 520, y: 40 });
    expect(moves.get(web)).toEqual({ x: 760, y: 40 });
    expect(moves.get(flowIdOfGroup('dc-2'))).toEqual({ x: 500, y: 120 });
    expect(moves.get('cache-1')).toEqual({ x: 510, y: 150 });
    expect(moves.has(users)).toBe(false);
    // and the inner one alone takes only its own
    expect([...dragged(nested, flowIdOfGroup('dc-2'), 440, 160).keys()].sort()).toEqual(['cache-1', flowIdOfGroup('dc-2')]);
  });

  it('comes to rest in line with a neighbour, or without reach on the grid', () => {
    const { design, users, balancer } = sample();
    expect(dragged(design, users, 3, 77, 6).get(users)).toEqual({ x: 0, y: 80 });
    expect(dragged(moveParts(design, [{ id: balancer, x: 440, y: 83 }]), users, 3, 79, 6).get(users)).toEqual({ x: 0, y: 80 });
    const far = moveParts(design, [
      { id: balancer, x: 440, y: 85 },
      { id: 'web-1', x: 680, y: 85 },
    ]);
    expect(dragged(far, users, 3, 81, 6).get(users)?.y).toBe(85);
    expect(dragged(far, users, 3, 81, 0).get(users)?.y).toBe(80);
  });

  it('moves several by the same distance, so that their order among each other stays', () => {
    const { design, balancer, web } = sample();
    const off = moveParts(design, [{ id: web, x: 683, y: 141 }]);
    const both: NodeChange<FlowNode>[] = [
      { type: 'position', id: balancer, position: { x: 501, y: 402 }, dragging: true },
      { type: 'position', id: web, position: { x: 744, y: 463 }, dragging: true },
    ];
    const moves = movesAfter(noMoves, settled(both, shownOf(off), off, 6).changes, off);
    const [a, b] = [moves.get(balancer), moves.get(web)];
    expect([(b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0)]).toEqual([243, 61]);
  });

  it('is not attracted by what it carries, nor by the frame it stands in', () => {
    const { design, group, balancer } = sample();
    // the frame's own cards keep their distance, however near the reach would pull
    const moves = dragged(design, flowIdOfGroup(group), 405, 5, 40);
    expect((moves.get(balancer)?.x ?? 0) - (moves.get(flowIdOfGroup(group))?.x ?? 0)).toBe(40);
    const alone = { ...design, nodes: design.nodes.filter(({ id }) => id === balancer), links: [] };
    expect(dragged(alone, balancer, 405, 5, 7).get(balancer)).toEqual({ x: 408, y: 8 });
  });

  it('of a corner rounds sizes to the grid and carries nothing', () => {
    const { design, group } = sample();
    const id = flowIdOfGroup(group);
    const { changes } = settled(
      [
        { type: 'position', id, position: { x: 361, y: -38 } },
        { type: 'dimensions', id, dimensions: { width: 517, height: 362 }, resizing: true, setAttributes: true },
      ],
      shownOf(design),
      design,
      6,
    );
    expect([...movesAfter(noMoves, changes, design)]).toEqual([[id, { x: 360, y: -40, width: 520, height: 360 }]]);
  });

  it('names the frame that would take a card in, and none for a card that is there already', () => {
    const { design, group, users, web } = sample();
    expect(goalOf(design, new Map([[users, { x: 440, y: 200 }]]), [users])).toBe(group);
    expect(goalOf(design, new Map([[web, { x: 640, y: 200 }]]), [web])).toBeNull();
    expect(goalOf(design, new Map([[web, { x: 2000, y: 200 }]]), [web])).toBeNull();
  });
});

describe('moves and groups', () => {
  it('changes the group of a node dragged out or in, and of no other', () => {
    const { design, group, users, web } = sample();
    const moves = new Map([
      [web, { x: 680, y: 600 }],
      [users, { x: 440, y: 200 }],
    ]);
    expect(regroupings(design, moves, [web, users])).toEqual([
      { node: users, group },
      { node: web, group: null },
    ]);
    expect(regroupings(design, moves, [users])).toEqual([{ node: users, group }]);
    // A node left outside by other means keeps its group until it is dragged itself.
    expect(regroupings(moveParts(design, [{ id: web, x: 2000, y: 2000 }]), noMoves, [users])).toEqual([]);
  });

  it('moves the selection by keys as a drag would, frames with what is in them', () => {
    const { design, group, users, web, balancer } = sample();
    expect([...shifted(design, { nodes: [users], links: [], groups: [], notes: [] }, 8, 0)]).toEqual([[users, { x: 8, y: 80 }]]);
    const moves = shifted(design, { nodes: [], links: [], groups: [group], notes: [] }, 0, -40);
    expect([...moves.keys()].sort()).toEqual([balancer, flowIdOfGroup(group), web].sort());
    expect(moves.get(web)).toEqual({ x: 680, y: 40 });
    expect(regroupings(design, shifted(design, { nodes: [web], links: [], groups: [], notes: [] }, 0, 400), [web])).toEqual([
      { node: web, group: null },
    ]);
  });

  it('judges by where the frame is when frame and node are dragged together', () => {
    const { design, group, web } = sample();
    const moves = new Map([
      [flowIdOfGroup(group), { x: 1400, y: 0 }],
      [web, { x: 1680, y: 80 }],
    ]);
    expect(regroupings(design, moves, [flowIdOfGroup(group), web])).toEqual([]);
  });
});
