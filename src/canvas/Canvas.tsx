/** The canvas: the design on React Flow, with the live layers over it. The only room that knows React Flow. */

import {
  Background,
  BackgroundVariant,
  type IsValidConnection,
  type NodeProps,
  type OnMove,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type FocusEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Id } from '../design/design.ts';
import { canConnect } from '../design/wires.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { latePart } from '../ui/latePart.tsx';
import css from './Canvas.module.css';
import { fetchDesk } from './desk.ts';
import type { LinkEdge as FlowEdge, FlowNode, NoteNode } from './flowAdapter.ts';
import { GaugeLayer } from './GaugeLayer.tsx';
import { Legend } from './Legend.tsx';
import { LinkEdge } from './LinkEdge.tsx';
import { startLiveFeed, useLive } from './liveFeed.ts';
import { NodeCard } from './NodeCard.tsx';
import { RegionFrame } from './RegionFrame.tsx';
import { useCamera } from './useCamera.ts';
import { useFlow } from './useFlow.ts';
import { useWiring } from './useWiring.ts';
import { keepView, maxZoom, minZoom } from './viewport.ts';
import { ZoomControls } from './ZoomControls.tsx';

// Nothing travels before the run begins, and that comes after the canvas.
const TrafficLayer = latePart(async () => (await import('./TrafficLayer.tsx')).TrafficLayer);
// For hands, not for eyes: they come right after the first picture.
const OnCanvas = latePart(async () => (await fetchDesk()).OnCanvas);
const OverCanvas = latePart(async () => (await fetchDesk()).OverCanvas);

const NoteCard = latePart(async () => (await fetchDesk()).NoteCard);

function Note(props: NodeProps<NoteNode>) {
  return (
    <Suspense>
      <NoteCard {...props} />
    </Suspense>
  );
}

const nodeTypes = { card: NodeCard, region: RegionFrame, note: Note };
const edgeTypes = { link: LinkEdge };
const middleAndRight = [1, 2];
/** Above so many parts a card is its name, its cells and its numbers, and what is out of sight is not there. */
const crowd = 300;
const addKeys = ['Shift', 'Control', 'Meta'];

const mayConnect: IsValidConnection<FlowEdge> = ({ source, target }) => canConnect(designStore.getState().design, source, target).ok;
const keepAtWheel: OnMove = (event) => event?.type === 'wheel' && keepView();
const keepMoved: OnMove = (event) => event && keepView();

/** @param children What the rest of the page lays over it. */
export function Canvas({ children }: { children?: ReactNode }) {
  return (
    <ReactFlowProvider>
      <FlowCanvas>{children}</FlowCanvas>
    </ReactFlowProvider>
  );
}

function FlowCanvas({ children }: { children: ReactNode }) {
  const t = useText();
  const frameRef = useRef<HTMLDivElement>(null);
  const [lastFocused, setLastFocused] = useState<Id | null>(null);
  const theme = useSession((state) => state.theme);
  const tabStop = useDesign(({ design }) =>
    design.nodes.some((node) => node.id === lastFocused) ? lastFocused : (design.nodes[0]?.id ?? null),
  );
  const isLive = useLive((state) => state.readings.size > 0);
  const isCrowded = useDesign((state) => state.design.nodes.length > crowd);
  const flow = useFlow(tabStop);
  const wiring = useWiring();
  useCamera(frameRef);
  useEffect(startLiveFeed, []);

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const id = event.target.classList.contains('react-flow__node') ? event.target.dataset.id : undefined;
    if (id) setLastFocused(id);
  };

  return (
    <section
      ref={frameRef}
      id="canvas"
      className={css.canvas}
      data-live={isLive || undefined}
      data-crowded={isCrowded || undefined}
      aria-label={t.canvas.title}
    >
      <ReactFlow<FlowNode, FlowEdge>
        nodes={flow.nodes}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        onEdgesChange={flow.onEdgesChange}
        onNodeDrag={flow.onNodeDrag}
        onNodeDragStop={flow.onNodeDragStop}
        onSelectionDrag={flow.onSelectionDrag}
        onSelectionDragStop={flow.onSelectionDragStop}
        onNodeClick={wiring.clickNode}
        onPaneClick={wiring.cancel}
        onConnect={wiring.connect}
        onConnectStart={wiring.start}
        onConnectEnd={wiring.end}
        onClickConnectStart={wiring.clickStart}
        isValidConnection={mayConnect}
        onFocus={onFocus}
        nodesDraggable
        nodesConnectable
        connectionRadius={24}
        connectOnClick
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
        onlyRenderVisibleElements={isCrowded}
        minZoom={minZoom}
        maxZoom={maxZoom}
        onMoveStart={keepAtWheel}
        onMove={keepMoved}
        colorMode={theme === 'projector' ? 'light' : theme}
        paneClickDistance={4}
        nodeDragThreshold={2}
        attributionPosition="bottom-right"
        aria-label={t.canvas.title}
        aria-describedby="canvas-summary"
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} color="var(--hairline-strong)" />
        <Suspense>
          <TrafficLayer />
        </Suspense>
        <GaugeLayer />
        <ZoomControls />
        <Suspense>
          <OnCanvas />
        </Suspense>
      </ReactFlow>
      <div className={css.legendPlace} data-floats>
        <Legend />
      </div>
      {children}
      <Suspense>
        <OverCanvas />
      </Suspense>
    </section>
  );
}
