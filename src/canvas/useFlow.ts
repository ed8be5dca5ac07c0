/** The design, the selection and a drag in progress as React Flow's controlled nodes and edges, with stable identities. */

import type { EdgeChange, NodeChange } from '@xyflow/react';
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
import { healthText } from './healthText.ts';
import { isCountEdited, useLive } from './liveFeed.ts';
import { atRest } from './pulse.ts';

export interface Flow {
  nodes: FlowNode[];
  edges: LinkEdge[];
  onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  onEdgesChange: (changes: EdgeChange<LinkEdge>[]) => void;
  onDrag: (dragged: readonly FlowNode[]) => void;
  onDragStop: (dragged: readonly FlowNode[]) => void;
}

export function useFlow(tabStop: Id | null): Flow {
  const t = useText();
  const design = useDesign((state) => state.design);
  const selection = useSession((state) => state.selection);
  const health = useLive((state) => state.health);
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
      existing: (node: DesignNode) => (isCountEdited(node) ? 0 : (health.get(node.id)?.total ?? 0)),
      nodeLabel: (node: DesignNode) => {
        const words = healthText(health.get(node.id) ?? atRest, t);
        return lockedOr(node.id, t.canvas.nodeLabel(node.label, t.kinds[node.kind].name, words));
      },
      noteLabel: ({ text, stranger }: DesignNote) =>
        stranger ? t.canvas.nodeLabel(text, strangerKind(stranger), t.canvas.atRest) : t.canvas.noteLabel(text),
      groupLabel: (group: DesignGroup) => lockedOr(group.id, t.canvas.regionLabel(group.label, t.common.regions[group.region])),
      linkLabel: (link: DesignLink) => lockedOr(link.id, t.common.link(labels.get(link.from) ?? '', labels.get(link.to) ?? '')),
    };
  }, [design, selection, moves, tabStop, health, locked, t]);

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

  const onDrag = useCallback((dragged: readonly FlowNode[]): void => deskIfThere()?.drag(movesNow.current, dragged.map(idOf)), []);

  const onDragStop = useCallback(
    (dragged: readonly FlowNode[]): void => {
      const moves = movesNow.current;
      withDesk((desk) => desk.commitMoves(moves, dragged.map(idOf)));
      move(noMoves);
      canvasStore.setState({ isDragging: false, dropGroup: null });
    },
    [move],
  );

  return { nodes: shownNodes.current, edges: shownEdges.current, onNodesChange, onEdgesChange, onDrag, onDragStop };
}

const idOf = (node: FlowNode): string => node.id;
