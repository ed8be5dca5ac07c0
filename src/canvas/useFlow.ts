/** The design, the selection and a drag in progress as React Flow's controlled nodes and edges, with stable identities. */

import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DesignGroup, DesignLink, DesignNode, Id } from '../design/design.ts';
import { groupAt } from '../design/edits.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { commitMoves, commitResize } from './canvasEdits.ts';
import { canvasStore } from './canvasStore.ts';
import type { Axis } from './cardGeometry.ts';
import {
  type FlowNode,
  type FlowView,
  flowEdges,
  flowIdOfGroup,
  flowNodes,
  groupOfFlowId,
  type LinkEdge,
  type Moves,
  movedBox,
  movedGroups,
  movesAfter,
  noMoves,
  selectionAfter,
} from './flowAdapter.ts';
import { isCountEdited, useLive } from './liveFeed.ts';
import { atRest } from './pulse.ts';
import { transposed } from './transposed.ts';

export interface Flow {
  nodes: FlowNode[];
  edges: LinkEdge[];
  onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  onEdgesChange: (changes: EdgeChange<LinkEdge>[]) => void;
  onDrag: (dragged: readonly FlowNode[]) => void;
  onDragStop: (dragged: readonly FlowNode[]) => void;
}

export function useFlow(tabStop: Id | null, axis: Axis): Flow {
  const t = useText();
  const drawn = useDesign((state) => state.design);
  const design = useMemo(() => (axis === 'down' ? transposed(drawn) : drawn), [drawn, axis]);
  const selection = useSession((state) => state.selection);
  const health = useLive((state) => state.health);
  const [moves, setMoves] = useState<Moves>(noMoves);
  const movesNow = useRef<Moves>(noMoves);
  const shownNodes = useRef<FlowNode[]>([]);
  const shownEdges = useRef<LinkEdge[]>([]);

  const view: FlowView = useMemo(() => {
    const labels = new Map(design.nodes.map((node) => [node.id, node.label]));
    return {
      selection,
      moves,
      tabStop,
      axis,
      existing: (node: DesignNode) => (isCountEdited(node) ? 0 : (health.get(node.id)?.total ?? 0)),
      nodeLabel: (node: DesignNode) => {
        const { word, lost, total } = health.get(node.id) ?? atRest;
        const words = lost > 0 && lost < total ? t.canvas.someLost(lost, total) : word === 'rest' ? t.canvas.atRest : t.common.health[word];
        return t.canvas.nodeLabel(node.label, t.kinds[node.kind].name, words);
      },
      groupLabel: (group: DesignGroup) => t.canvas.regionLabel(group.label, t.common.regions[group.region]),
      linkLabel: (link: DesignLink) => t.common.link(labels.get(link.from) ?? '', labels.get(link.to) ?? ''),
    };
  }, [design, selection, moves, tabStop, axis, health, t]);

  shownNodes.current = useMemo(() => flowNodes(design, view, shownNodes.current), [design, view]);
  shownEdges.current = useMemo(() => flowEdges(design, view, shownEdges.current), [design, view]);

  const move = useCallback((next: Moves): void => {
    movesNow.current = next;
    setMoves(next);
  }, []);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]): void => {
      const { selection: before, select } = sessionStore.getState();
      const after = selectionAfter(before, changes, []);
      if (after !== before) select(after);
      move(movesAfter(movesNow.current, changes, designStore.getState().design));
      for (const change of changes) {
        // The last word of a resize; the sizes before it were only shown.
        if (change.type !== 'dimensions' || change.resizing !== false) continue;
        const group = groupOfFlowId(change.id);
        const box = movesNow.current.get(change.id);
        if (group !== null && box?.width !== undefined && box.height !== undefined) {
          commitResize(group, { x: box.x, y: box.y, width: box.width, height: box.height });
        }
        move(noMoves);
      }
    },
    [move],
  );

  const onEdgesChange = useCallback((changes: EdgeChange<LinkEdge>[]): void => {
    const { selection: before, select } = sessionStore.getState();
    const after = selectionAfter(before, [], changes);
    if (after !== before) select(after);
  }, []);

  const onDrag = useCallback((dragged: readonly FlowNode[]): void => {
    const dropGroup = goalOf(dragged, movesNow.current);
    const state = canvasStore.getState();
    if (!state.isDragging || state.dropGroup !== dropGroup) canvasStore.setState({ isDragging: true, dropGroup });
  }, []);

  const onDragStop = useCallback(
    (dragged: readonly FlowNode[]): void => {
      commitMoves(
        movesNow.current,
        dragged.map((node) => node.id),
      );
      move(noMoves);
      canvasStore.setState({ isDragging: false, dropGroup: null });
    },
    [move],
  );

  return { nodes: shownNodes.current, edges: shownEdges.current, onNodesChange, onEdgesChange, onDrag, onDragStop };
}

/** The frame that would take in the dragged nodes: shown only when that is a change for one of them. */
function goalOf(dragged: readonly FlowNode[], moves: Moves): Id | null {
  const { design } = designStore.getState();
  const moved = { ...design, groups: movedGroups(design, moves) };
  const carried = new Set(dragged.map((node) => node.id));
  for (const flowNode of dragged) {
    if (flowNode.type !== 'card') continue;
    const { node } = flowNode.data;
    const box = movedBox(node, moves);
    const goal = groupAt(moved, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    if (goal !== null && goal !== node.group && !carried.has(flowIdOfGroup(goal))) return goal;
  }
  return null;
}
