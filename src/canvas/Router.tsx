/** Keeps wires out of cards: looks where the cards stand, at most ten times a second, and says how far each wire is bent. Draws nothing. */

import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { canvasStore } from './canvasStore.ts';
import type { Axis, Box } from './cardGeometry.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { bendsOf } from './routing.ts';

const restMs = 100;
/** Longer than this is no work for the middle of a drag. */
const quickMs = 8;

export function Router() {
  const flow = useStoreApi<FlowNode, LinkEdge>();
  useEffect(() => {
    let timer = 0;
    let took = 0;
    const route = (): void => {
      timer = 0;
      if (took > quickMs && canvasStore.getState().isDragging) return;
      const began = performance.now();
      const { nodes, edges } = flow.getState();
      const boxes = new Map<string, Box>();
      let axis: Axis = 'across';
      for (const node of nodes) {
        if (node.type !== 'card') continue;
        axis = node.data.axis;
        boxes.set(node.id, { ...node.position, width: node.width ?? 0, height: node.height ?? 0 });
      }
      const wires = edges.map(({ id, source, target }) => ({ id, from: source, to: target }));
      const bends = bendsOf(wires, boxes, axis);
      took = performance.now() - began;
      if (!isSame(bends, canvasStore.getState().bends)) canvasStore.setState({ bends });
    };
    route();
    const stop = flow.subscribe((state, before) => {
      if (timer === 0 && (state.nodes !== before.nodes || state.edges !== before.edges)) timer = window.setTimeout(route, restMs);
    });
    const stopDrag = canvasStore.subscribe((state, before) => {
      if (before.isDragging && !state.isDragging && timer === 0) timer = window.setTimeout(route, 0);
    });
    return () => {
      stopDrag();
      stop();
      window.clearTimeout(timer);
    };
  }, [flow]);
  return null;
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, bend]) => b.get(id) === bend);
