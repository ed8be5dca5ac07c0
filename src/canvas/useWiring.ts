/** Drawing wires: by drag, by two clicks, or by the connect tool. All end in `tryConnect`. */

import { type Connection, type FinalConnectionState, type OnConnectStart, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { tryConnect } from './canvasEdits.ts';
import { canvasStore } from './canvasStore.ts';
import { snapped } from './cardGeometry.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { canvasPointAt } from './viewport.ts';

export interface Wiring {
  start: OnConnectStart;
  end: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => void;
  clickStart: OnConnectStart;
  connect: (ends: Connection) => void;
  clickNode: (event: unknown, node: FlowNode) => void;
  cancel: () => void;
}

export function useWiring(): Wiring {
  const store = useStoreApi<FlowNode, LinkEdge>();
  const tool = useSession((state) => state.tool);

  useEffect(() => {
    canvasStore.setState({ connecting: tool.name === 'connect' ? { node: tool.from, end: 'from' } : null });
  }, [tool]);
  // Whoever lets go of a wire lets go of the knob that was clicked, too.
  useEffect(
    () =>
      canvasStore.subscribe(
        ({ connecting }, before) => !connecting && before.connecting && store.setState({ connectionClickStartHandle: null }),
      ),
    [store],
  );

  const cancel = useCallback((): void => {
    store.setState({ connectionClickStartHandle: null });
    canvasStore.setState({ connecting: null });
    if (sessionStore.getState().tool.name === 'connect') sessionStore.getState().set({ tool: { name: 'select' } });
  }, [store]);

  const start: OnConnectStart = useCallback((_event, { nodeId, handleType }) => {
    if (nodeId) canvasStore.setState({ connecting: { node: nodeId, end: handleType === 'target' ? 'to' : 'from' } });
  }, []);

  const clickStart: OnConnectStart = useCallback((_event, { nodeId, handleType }) => {
    if (nodeId && handleType === 'source') sessionStore.getState().set({ tool: { name: 'connect', from: nodeId } });
    else if (nodeId) canvasStore.setState({ connecting: { node: nodeId, end: 'to' } });
  }, []);

  const connect = useCallback(
    ({ source, target }: Connection): void => {
      tryConnect(source, target);
      cancel();
    },
    [cancel],
  );

  const clickNode = useCallback(
    (_event: unknown, node: FlowNode): void => {
      const { connecting } = canvasStore.getState();
      if (!connecting || node.type !== 'card' || node.id === connecting.node) return;
      const [from, to] = connecting.end === 'from' ? [connecting.node, node.id] : [node.id, connecting.node];
      if (tryConnect(from, to)) cancel();
    },
    [cancel],
  );

  const end = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
      canvasStore.setState({ connecting: null });
      // A valid end was a connection already.
      if (state.isValid || !state.fromNode) return;
      const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0] : event;
      const node = state.fromNode.id;
      const isFrom = state.fromHandle?.type !== 'target';
      const under = document.elementFromPoint(clientX, clientY);
      const other = under?.closest<HTMLElement>('[data-node-id]')?.dataset.nodeId;
      if (other === node) return;
      if (other) {
        tryConnect(isFrom ? node : other, isFrom ? other : node);
        return;
      }
      const at = canvasPointAt(clientX, clientY);
      const box = store.getState().domNode?.getBoundingClientRect();
      if (!at || !box || !under?.closest('.react-flow__pane')) return;
      const menu = { x: clientX - box.left, y: clientY - box.top };
      canvasStore.setState({ looseWire: { node, end: isFrom ? 'from' : 'to', at: { x: snapped(at.x), y: snapped(at.y) }, menu } });
    },
    [store],
  );

  return { start, end, clickStart, connect, clickNode, cancel };
}
