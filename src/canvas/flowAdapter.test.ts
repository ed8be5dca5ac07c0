import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addGroup, addNode, connect, emptyDesign, setLabel } from '../design/edits.ts';
import { noSelection, type Selection } from '../store/sessionStore.ts';
import {
  type FlowNode,
  type FlowView,
  flowEdges,
  flowIdOfGroup,
  flowNodes,
  groupOfFlowId,
  movesAfter,
  noMoves,
  selectionAfter,
} from './flowAdapter.ts';

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

const view = (change: Partial<FlowView> = {}): FlowView => ({
  selection: noSelection,
  moves: noMoves,
  tabStop: null,
  axis: 'across',
  existing: () => 0,
  groupLabel: (group) => group.label,
  noteLabel: (note) => note.text,
  linkLabel: (link) => `${link.from} to ${link.to}`,
  ...change,
});

const byId = (nodes: readonly FlowNode[], id: string): FlowNode => {
  const node = nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
};

describe('design to React Flow', () => {
  it('puts frames before cards and keeps absolute places', () => {
    const { design, group, web } = sample();
    const nodes = flowNodes(design, view(), []);
    expect(nodes.map((node) => node.type)).toEqual(['region', 'card', 'card', 'card']);
    expect(nodes[0].id).toBe(flowIdOfGroup(group));
    expect(byId(nodes, web).position).toEqual({ x: 680, y: 80 });
    expect(nodes.some((node) => node.parentId !== undefined)).toBe(false);
  });

  it('hands back the very array when nothing changed', () => {
    const { design } = sample();
    const nodes = flowNodes(design, view(), []);
    const edges = flowEdges(design, view(), []);
    expect(flowNodes(design, view(), nodes)).toBe(nodes);
    expect(flowEdges(design, view(), edges)).toBe(edges);
  });

  it('renews only the node that changed', () => {
    const { design, web, users } = sample();
    const before = flowNodes(design, view(), []);
    const after = flowNodes(setLabel(design, web, 'shop'), view(), before);
    expect(byId(after, web)).not.toBe(byId(before, web));
    expect(byId(after, users)).toBe(byId(before, users));
  });

  it('keeps the data of a card that is dragged, so that its inside is not drawn anew', () => {
    const { design, web } = sample();
    const before = flowNodes(design, view(), []);
    const after = flowNodes(design, view({ moves: new Map([[web, { x: 688, y: 96 }]]) }), before);
    expect(byId(after, web).position).toEqual({ x: 688, y: 96 });
    expect(byId(after, web).data).toBe(byId(before, web).data);
  });

  it('shows the instances that exist in the run, and gives them room', () => {
    const { design, web, users } = sample();
    const before = flowNodes(design, view(), []);
    const after = flowNodes(design, view({ existing: ({ id }) => (id === web ? 12 : 0) }), before);
    expect(byId(after, web).data).toMatchObject({ instances: 12 });
    expect(byId(after, web).height).toBeGreaterThan(byId(before, web).height ?? 0);
    expect(byId(after, users)).toBe(byId(before, users));
    const [, intoWeb] = flowEdges(design, view({ existing: ({ id }) => (id === web ? 12 : 0) }), []);
    expect(intoWeb.data?.toHeight).toBe(byId(after, web).height);
    expect(byId(flowNodes(design, view(), after), web).data).toMatchObject({ instances: 1 });
  });

  it('has its knobs above and below when calls run down', () => {
    const { design, web } = sample();
    const handles = byId(flowNodes(design, view({ axis: 'down' }), []), web).handles ?? [];
    expect(handles.map(({ position }) => position)).toEqual(['top', 'bottom']);
    expect(handles.map(({ x, width = 0 }) => x + width / 2)).toEqual([84, 84]);
  });

  it('marks the selection and the one tab stop', () => {
    const { design, web, users, group } = sample();
    const nodes = flowNodes(design, view({ selection: { nodes: [web], links: [], groups: [group], notes: [] }, tabStop: users }), []);
    expect(nodes.filter((node) => node.selected).map((node) => node.id)).toEqual([flowIdOfGroup(group), web]);
    expect(nodes.filter((node) => node.domAttributes?.tabIndex === 0).map((node) => node.id)).toEqual([users]);
  });

  it('keeps groups and nodes apart by id', () => {
    expect(groupOfFlowId(flowIdOfGroup('dc-1'))).toBe('dc-1');
    expect(groupOfFlowId('dc-1')).toBeNull();
  });
});

describe('React Flow to design', () => {
  it('adds and takes away what was selected, and is silent otherwise', () => {
    const { web, group } = sample();
    const start: Selection = { nodes: ['a'], links: ['l1'], groups: [], notes: [] };
    const after = selectionAfter(
      start,
      [
        { type: 'select', id: web, selected: true },
        { type: 'select', id: 'a', selected: false },
        { type: 'select', id: flowIdOfGroup(group), selected: true },
      ],
      [{ type: 'select', id: 'l1', selected: false }],
    );
    expect(after).toEqual({ nodes: [web], links: [], groups: [group], notes: [] });
    expect(selectionAfter(start, [{ type: 'select', id: 'a', selected: true }], [])).toBe(start);
    expect(selectionAfter(start, [{ type: 'position', id: web, position: { x: 0, y: 0 } }], [])).toBe(start);
  });

  it('leaves them where they are when the frame is resized from its corner', () => {
    const { design, group, balancer } = sample();
    const id = flowIdOfGroup(group);
    const moves = movesAfter(
      noMoves,
      [
        { type: 'position', id, position: { x: 360, y: -40 } },
        { type: 'dimensions', id, dimensions: { width: 520, height: 360 }, resizing: true, setAttributes: true },
      ],
      design,
    );
    expect(moves.get(id)).toEqual({ x: 360, y: -40, width: 520, height: 360 });
    expect(moves.has(balancer)).toBe(false);
  });

  it('ignores sizes that React Flow measured by itself', () => {
    const { design, web } = sample();
    expect(movesAfter(noMoves, [{ type: 'dimensions', id: web, dimensions: { width: 170, height: 70 } }], design)).toBe(noMoves);
  });
});
