/** The canvas: the design on React Flow, with the live layers over it. The only room that knows React Flow. */

import {
  Background,
  BackgroundVariant,
  type FinalConnectionState,
  MiniMap,
  type OnConnectStart,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '../design/design.ts';
import { canConnect } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { emptyHistory } from '../store/history.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import css from './Canvas.module.css';
import { tryConnect } from './canvasEdits.ts';
import { canvasStore } from './canvasStore.ts';
import { grid, snapped } from './cardGeometry.ts';
import type { LinkEdge as FlowEdge, FlowNode } from './flowAdapter.ts';
import { GaugeLayer } from './GaugeLayer.tsx';
import { Legend } from './Legend.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { LinkLabel } from './LinkLabel.tsx';
import { startLiveFeed, useLive } from './liveFeed.ts';
import { NodeActions } from './NodeActions.tsx';
import { NodeCard } from './NodeCard.tsx';
import { PlaceGhost } from './PlaceGhost.tsx';
import { PointerHint } from './PointerHint.tsx';
import { RegionFrame } from './RegionFrame.tsx';
import { ToolHint } from './ToolHint.tsx';
import { TrafficLayer } from './TrafficLayer.tsx';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useFlow } from './useFlow.ts';
import { usePhone } from './useMedia.ts';
import { attachViewport, canvasPointAt, fitView } from './viewport.ts';
import { WireMenu } from './WireMenu.tsx';
import { ZoomControls } from './ZoomControls.tsx';

const nodeTypes = { card: NodeCard, region: RegionFrame };
const edgeTypes = { link: LinkEdge };
const snapGrid: [number, number] = [grid, grid];
const middleAndRight = [1, 2];
const addKeys = ['Shift', 'Control', 'Meta'];
const fitOptions = { padding: 0.08, maxZoom: 1 };
/** From this many parts on an overview map helps more than it hides. */
const mapFrom = 20;

const mapColour = (node: FlowNode): string => (node.type === 'region' ? 'var(--surface-active)' : 'var(--control-border)');

export function Canvas() {
  return (
    <ReactFlowProvider>
      <FlowCanvas />
    </ReactFlowProvider>
  );
}

function FlowCanvas() {
  const t = useText();
  const frameRef = useRef<HTMLDivElement>(null);
  const [lastFocused, setLastFocused] = useState<Id | null>(null);
  const isPhone = usePhone();
  const theme = useSession((state) => state.theme);
  const parts = useDesign((state) => state.design.nodes.length);
  const links = useDesign((state) => state.design.links.length);
  const tabStop = useDesign(({ design }) =>
    design.nodes.some((node) => node.id === lastFocused) ? lastFocused : (design.nodes[0]?.id ?? null),
  );
  const isLive = useLive((state) => state.readings.size > 0);
  const flow = useFlow(tabStop);
  const wiring = useWiring();
  const onKeyDown = useCanvasKeys(wiring.cancel);
  useCamera(frameRef);
  useEffect(startLiveFeed, []);

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const id = event.target.classList.contains('react-flow__node') ? event.target.dataset.id : undefined;
    if (id) setLastFocused(id);
  };

  return (
    <section ref={frameRef} id="canvas" className={css.canvas} data-live={isLive || undefined} aria-label={t.canvas.title}>
      <ReactFlow<FlowNode, FlowEdge>
        nodes={flow.nodes}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        onEdgesChange={flow.onEdgesChange}
        onNodeDrag={(_event, _node, dragged) => flow.onDrag(dragged)}
        onNodeDragStop={(_event, _node, dragged) => flow.onDragStop(dragged)}
        onSelectionDrag={(_event, dragged) => flow.onDrag(dragged)}
        onSelectionDragStop={(_event, dragged) => flow.onDragStop(dragged)}
        onNodeClick={(_event, node) => wiring.clickNode(node)}
        onPaneClick={wiring.cancel}
        onConnect={({ source, target }) => {
          tryConnect(source, target);
          wiring.cancel();
        }}
        onConnectStart={wiring.start}
        onConnectEnd={wiring.end}
        onClickConnectStart={wiring.clickStart}
        isValidConnection={({ source, target }) => canConnect(designStore.getState().design, source, target).ok}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        nodesDraggable={!isPhone}
        nodesConnectable={!isPhone}
        connectionRadius={24}
        connectOnClick
        snapToGrid
        snapGrid={snapGrid}
        zIndexMode="manual"
        elevateNodesOnSelect={false}
        nodesFocusable
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={addKeys}
        selectionOnDrag
        panOnDrag={middleAndRight}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.15}
        maxZoom={2}
        fitView
        fitViewOptions={fitOptions}
        colorMode={theme}
        paneClickDistance={4}
        nodeDragThreshold={2}
        aria-label={t.canvas.title}
        aria-description={t.canvas.description(parts, links)}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--hairline-strong)" />
        <TrafficLayer />
        <GaugeLayer />
        <LinkLabel />
        <NodeActions />
        <WireMenu />
        <ZoomControls />
        {parts > mapFrom && (
          <MiniMap
            className={css.map}
            pannable
            zoomable
            ariaLabel={t.canvas.controls.map}
            nodeBorderRadius={8}
            nodeColor={mapColour}
            position="bottom-right"
          />
        )}
        <PointerHint />
      </ReactFlow>
      <div className={css.legendPlace}>
        <Legend />
      </div>
      <ToolHint />
      {parts === 0 && (
        <div className={css.empty}>
          <strong>{t.canvas.empty}</strong>
          <span>{t.canvas.emptyHint}</span>
        </div>
      )}
      <PlaceGhost />
    </section>
  );
}

/** Hands the camera to `viewport.ts`, keeps --zoom for the hit areas, and shows a document whole when it is opened. */
function useCamera(frameRef: React.RefObject<HTMLDivElement | null>): void {
  const instance = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  useEffect(() => {
    attachViewport(instance, frameRef.current);
    let shown = 0;
    const follow = (): void => {
      // In steps, so that a zoom does not restyle every card at every pixel.
      const zoom = Math.round(store.getState().transform[2] * 10) / 10 || 0.1;
      if (zoom !== shown) frameRef.current?.style.setProperty('--zoom', String(zoom));
      shown = zoom;
    };
    follow();
    const stops = [
      store.subscribe(follow),
      designStore.subscribe((state, before) => {
        // Opening a document is what gives it the very history that stands for "none".
        if (state.design !== before.design && state.history === emptyHistory) fitView();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      attachViewport(null, null);
    };
  }, [instance, store, frameRef]);
}

interface Wiring {
  start: OnConnectStart;
  end: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => void;
  clickStart: OnConnectStart;
  clickNode: (node: FlowNode) => void;
  cancel: () => void;
}

/** A wire by drag, by two clicks, or by the connect tool: all end in `tryConnect`. */
function useWiring(): Wiring {
  const store = useStoreApi<FlowNode, FlowEdge>();
  const tool = useSession((state) => state.tool);

  useEffect(() => {
    canvasStore.setState({ connecting: tool.name === 'connect' ? { node: tool.from, end: 'from' } : null });
  }, [tool]);

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

  const clickNode = useCallback(
    (node: FlowNode): void => {
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

  return { start, end, clickStart, clickNode, cancel };
}
