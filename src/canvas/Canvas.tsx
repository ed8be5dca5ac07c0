/** The canvas: the design on React Flow, with the live layers over it. The only room that knows React Flow. */

import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type FocusEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Id } from '../design/design.ts';
import { canConnect } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import css from './Canvas.module.css';
import { tryConnect } from './canvasEdits.ts';
import { grid } from './cardGeometry.ts';
import type { LinkEdge as FlowEdge, FlowNode } from './flowAdapter.ts';
import { GaugeLayer } from './GaugeLayer.tsx';
import { Legend } from './Legend.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { LinkLabel } from './LinkLabel.tsx';
import { startLiveFeed, useLive } from './liveFeed.ts';
import { NodeCard } from './NodeCard.tsx';
import { RegionFrame } from './RegionFrame.tsx';
import { Said } from './Said.tsx';
import { useCamera } from './useCamera.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useFlow } from './useFlow.ts';
import { usePhone, useUprightPhone } from './useMedia.ts';
import { useWiring } from './useWiring.ts';
import { keepView, maxZoom, minZoom } from './viewport.ts';
import { ZoomControls } from './ZoomControls.tsx';

// Nothing travels before the run begins, and that comes after the canvas.
const TrafficLayer = lazy(async () => ({ default: (await import('./TrafficLayer.tsx')).TrafficLayer }));
// For hands, not for eyes: they come right after the first picture.
const NodeActions = lazy(async () => ({ default: (await import('./NodeActions.tsx')).NodeActions }));
const PlaceGhost = lazy(async () => ({ default: (await import('./PlaceGhost.tsx')).PlaceGhost }));
const PointerHint = lazy(async () => ({ default: (await import('./PointerHint.tsx')).PointerHint }));
const ToolHint = lazy(async () => ({ default: (await import('./ToolHint.tsx')).ToolHint }));
const WireMenu = lazy(async () => ({ default: (await import('./WireMenu.tsx')).WireMenu }));
const DesignMap = lazy(async () => ({ default: (await import('./DesignMap.tsx')).DesignMap }));

const nodeTypes = { card: NodeCard, region: RegionFrame };
const edgeTypes = { link: LinkEdge };
const snapGrid: [number, number] = [grid, grid];
const middleAndRight = [1, 2];
const addKeys = ['Shift', 'Control', 'Meta'];
/** From this many parts on an overview map helps more than it hides. */
const mapFrom = 20;

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
  const axis = useUprightPhone() ? 'down' : 'across';
  const theme = useSession((state) => state.theme);
  const parts = useDesign((state) => state.design.nodes.length);
  const links = useDesign((state) => state.design.links.length);
  const tabStop = useDesign(({ design }) =>
    design.nodes.some((node) => node.id === lastFocused) ? lastFocused : (design.nodes[0]?.id ?? null),
  );
  const isLive = useLive((state) => state.readings.size > 0);
  const flow = useFlow(tabStop, axis);
  const wiring = useWiring();
  const onKeyDown = useCanvasKeys(wiring.cancel);
  useCamera(frameRef, axis);
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
        selectionOnDrag={!isPhone}
        panOnDrag={isPhone || middleAndRight}
        panOnScroll={!isPhone}
        zoomOnDoubleClick={false}
        minZoom={minZoom}
        maxZoom={maxZoom}
        onMoveStart={(event) => event?.type === 'wheel' && keepView()}
        onMove={(event) => event && keepView()}
        colorMode={theme}
        paneClickDistance={4}
        nodeDragThreshold={2}
        attributionPosition={isPhone ? 'bottom-left' : 'bottom-right'}
        aria-label={t.canvas.title}
        aria-description={t.canvas.description(parts, links)}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--hairline-strong)" />
        <Suspense>
          <TrafficLayer />
        </Suspense>
        <GaugeLayer />
        <LinkLabel />
        <Suspense>
          <NodeActions />
          <WireMenu />
        </Suspense>
        <ZoomControls />
        <Suspense>{parts > mapFrom && <DesignMap />}</Suspense>
        <Suspense>
          <PointerHint />
        </Suspense>
      </ReactFlow>
      <div className={css.legendPlace} data-floats>
        <Legend />
      </div>
      <Said />
      {parts === 0 && (
        <div className={css.empty}>
          <strong>{t.canvas.empty}</strong>
          <span>{t.canvas.emptyHint}</span>
        </div>
      )}
      <Suspense>
        <ToolHint />
        <PlaceGhost />
      </Suspense>
    </section>
  );
}
