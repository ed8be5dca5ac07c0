/** The design, the selection and a drag in progress as React Flow's controlled nodes and edges, with stable identities. */

import type { EdgeChange, NodeChange, OnNodeDrag, SelectionDragHandler } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DesignGroup, DesignLink, DesignNode, DesignNote, Id } from '../design/design.ts';
import { strangerKind } from '../design/strangerNotes.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { canvasStore } from './canvasStore.ts';
import { deskIfThere, withDesk } from './desk.ts';
import {
  type FlowNode,
  type FlowView,
  flowEdges,
  flowNodes,
  type LinkEdge,
  type Moves,
  movesAfter,
  noMoves,
  selectionAfter,
} from './flowAdapter.ts';
import { isCountEdited, useLive } from './liveFeed.ts';

/** The same functions at every render: React Flow tells all parts and wires of each new one. */
export interface Flow {
  nodes: FlowNode[];
  edges: LinkEdge[];
  onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  onEdgesChange: (changes: EdgeChange<LinkEdge>[]) => void;
  onNodeDrag: OnNodeDrag<FlowNode>;
  onNodeDragStop: OnNodeDrag<FlowNode>;
  onSelectionDrag: SelectionDragHandler<FlowNode>;
  onSelectionDragStop: SelectionDragHandler<FlowNode>;
}

export function useFlow(tabStop: Id | null): Flow {
  const t = useText();
  const design = useDesign((state) => state.design);
  const selection = useSession((state) => state.selection);
  const existing = useLive((state) => state.existing);
  const locked = useSession((state) => state.locked);
  const [moves, setMoves] = useState<Moves>(noMoves);
  const movesNow = useRef<Moves>(noMoves);
  const shownNodes = useRef<FlowNode[]>([]);
  const shownEdges = useRef<LinkEdge[]>([]);

  const view: FlowView = useMemo(() => {
    const lockedOr = (id: Id, words: string): string => (locked?.(id, '') ? t.common.locked(words) : words);
    const labels = new Map(design.nodes.map((node) => [node.id, node.label]));
    return {
      selection,
      moves,
      tabStop,
      axis: 'across',
      existing: (node: DesignNode) => (isCountEdited(node) ? 0 : (existing.get(node.id) ?? 0)),
      noteLabel: ({ text, stranger }: DesignNote) =>
        stranger ? t.canvas.nodeLabel(text, strangerKind(stranger), t.canvas.atRest) : t.canvas.noteLabel(text),
      groupLabel: (group: DesignGroup) => lockedOr(group.id, t.canvas.regionLabel(group.label, t.common.regions[group.region])),
      linkLabel: (link: DesignLink) => lockedOr(link.id, t.common.link(labels.get(link.from) ?? '', labels.get(link.to) ?? '')),
    };
  }, [design, selection, moves, tabStop, existing, locked, t]);

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
      const settled = deskIfThere()?.settle(changes, shownNodes.current) ?? changes;
      move(movesAfter(movesNow.current, settled, designStore.getState().design));
      for (const change of changes) {
        // The last word of a resize; the sizes before it were only shown.
        if (change.type !== 'dimensions' || change.resizing !== false) continue;
        const { id } = change;
        const { x = 0, y = 0, width, height } = movesNow.current.get(id) ?? {};
        if (width !== undefined && height !== undefined) withDesk((desk) => desk.commitResize(id, { x, y, width, height }));
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

  const drags = useMemo(() => {
    const drag = (dragged: readonly FlowNode[]): void => deskIfThere()?.drag(movesNow.current, dragged.map(idOf));
    const stop = (dragged: readonly FlowNode[]): void => {
      const moves = movesNow.current;
      withDesk((desk) => desk.commitMoves(moves, dragged.map(idOf)));
      move(noMoves);
      canvasStore.setState({ isDragging: false, dropGroup: null });
    };
    return {
      onNodeDrag: (_event: unknown, _node: FlowNode, dragged: readonly FlowNode[]) => drag(dragged),
      onNodeDragStop: (_event: unknown, _node: FlowNode, dragged: readonly FlowNode[]) => stop(dragged),
      onSelectionDrag: (_event: unknown, dragged: readonly FlowNode[]) => drag(dragged),
      onSelectionDragStop: (_event: unknown, dragged: readonly FlowNode[]) => stop(dragged),
    };
  }, [move]);

  return { nodes: shownNodes.current, edges: shownEdges.current, onNodesChange, onEdgesChange, ...drags };
}

const idOf = (node: FlowNode): string => node.id;
