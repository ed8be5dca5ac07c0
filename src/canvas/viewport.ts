/** The camera, for those outside the canvas: actions, panels, the tidy layout. Does nothing while no canvas is mounted. */

import type { ReactFlowInstance } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';

type Instance = ReactFlowInstance<FlowNode, LinkEdge>;

let flow: Instance | null = null;
let frame: HTMLElement | null = null;

/** Called by the canvas when it mounts and, with nulls, when it goes. */
export function attachViewport(instance: Instance | null, element: HTMLElement | null): void {
  flow = instance;
  frame = element;
}

const millis = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

export function fitView(): void {
  // After the next paint: nodes that were added just now are not known to React Flow before.
  requestAnimationFrame(() => void flow?.fitView({ padding: 0.08, maxZoom: 1, duration: millis() }));
}

export function zoomIn(): void {
  void flow?.zoomIn({ duration: millis() });
}

export function zoomOut(): void {
  void flow?.zoomOut({ duration: millis() });
}

export function zoomTo(zoom: number): void {
  void flow?.zoomTo(zoom, { duration: millis() });
}

/** Brings a node to the middle without changing the zoom. */
export function centreOn(nodeId: Id): void {
  const node = flow?.getInternalNode(nodeId);
  if (!flow || !node) return;
  const { x, y } = node.internals.positionAbsolute;
  const width = node.measured.width ?? 0;
  const height = node.measured.height ?? 0;
  void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom(), duration: millis() });
}

/** The canvas point under a point of the screen; null when that lies outside the canvas or something covers it. */
export function canvasPointAt(clientX: number, clientY: number): { x: number; y: number } | null {
  if (!flow || !frame) return null;
  const under = document.elementFromPoint(clientX, clientY);
  if (!under || !frame.contains(under)) return null;
  return flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
}

/** The canvas point in the middle of what is seen. */
export function viewCentre(): { x: number; y: number } {
  if (!flow || !frame) return { x: 0, y: 0 };
  const { left, top, width, height } = frame.getBoundingClientRect();
  return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 }, { snapToGrid: false });
}

export function currentZoom(): number {
  return flow?.getZoom() ?? 1;
}

/** Puts the keyboard on a node's card; at once when it is there, after the next paint when it was only just added. */
export function focusNode(nodeId: Id): void {
  const focus = (): boolean => {
    const card = frame?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
    card?.focus({ preventScroll: true });
    return card !== undefined && card !== null;
  };
  if (!focus()) requestAnimationFrame(focus);
}
