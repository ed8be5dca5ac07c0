/** The camera, for those outside the canvas: actions, panels, the tidy layout. Does nothing while no canvas is mounted. */

import type { ReactFlowInstance } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import { cameraFor } from './camera.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { isNarrowNow, isPhoneNow } from './useMedia.ts';

type Instance = ReactFlowInstance<FlowNode, LinkEdge>;

export const minZoom = 0.15;
export const maxZoom = 2;

let flow: Instance | null = null;
let frame: HTMLElement | null = null;
/** The view is as somebody wants it: it stays when the canvas changes size. */
let isChosen = false;

/** Called by the canvas when it mounts and, with nulls, when it goes. */
export function attachViewport(instance: Instance | null, element: HTMLElement | null): void {
  flow = instance;
  frame = element;
}

const millis = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

/** Called when hands moved the camera, by whatever means. */
export function keepView(): void {
  isChosen = true;
}

/** Shows everything and goes on doing so while the canvas changes size, until hands move the camera. */
export function fitView(): void {
  isChosen = false;
  // After React's next commit: nodes that were added just now are not known to React Flow before.
  requestAnimationFrame(() => showAll(millis()));
}

/** The canvas has another size. */
export function refitView(): void {
  if (!isChosen) showAll(0);
}

/** What floats over the canvas: what is in it, and at the upper corners the buttons of panes that have no room beside it. */
const floating = '[data-floats], .react-flow__attribution, .react-flow__minimap';
const cornerButton = 44;

function showAll(duration: number): void {
  const size = frame?.getBoundingClientRect();
  if (!flow || !frame || !size || size.width === 0 || size.height === 0) return;
  const keepClear = [...frame.querySelectorAll(floating)].map((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return { x: left - size.left, y: top - size.top, width, height };
  });
  if (isNarrowNow()) {
    keepClear.push({ x: 0, y: 0, width: cornerButton, height: cornerButton });
    keepClear.push({ x: size.width - cornerButton, y: 0, width: cornerButton, height: cornerButton });
  }
  const boxes = flow.getNodes().map(({ position, width = 0, height = 0 }) => ({ ...position, width, height }));
  const isPhone = isPhoneNow();
  const margin = isPhone ? 12 : 24;
  const { width, height } = size;
  void flow.setViewport(cameraFor(boxes, { width, height, margin, keepClear, minZoom, maxZoom: isPhone ? 1.25 : 1 }), { duration });
}

/** What a phone's sheet leaves of the canvas, as a share of the window that it covers at most. */
const sheetShare = 0.46;

/** On a phone the sheet about a part comes up from below: the part moves out from under it, and back when it closes. */
export function clearOfSheet(nodeId: Id | null): void {
  if (!flow || !frame || !isPhoneNow()) return;
  if (nodeId === null) {
    if (!isChosen) showAll(millis());
    return;
  }
  const node = flow.getInternalNode(nodeId);
  if (!node) return;
  const { x, y, zoom } = flow.getViewport();
  const middle = (node.internals.positionAbsolute.y + (node.height ?? 0) / 2) * zoom + y;
  const free = frame.clientHeight - sheetShare * window.innerHeight;
  if (middle > free * 0.75) void flow.setViewport({ x, y: y + free / 2 - middle, zoom }, { duration: millis() });
}

export function zoomIn(): void {
  keepView();
  void flow?.zoomIn({ duration: millis() });
}

export function zoomOut(): void {
  keepView();
  void flow?.zoomOut({ duration: millis() });
}

export function zoomTo(zoom: number): void {
  keepView();
  void flow?.zoomTo(zoom, { duration: millis() });
}

/** Brings a node to the middle without changing the zoom. */
export function centreOn(nodeId: Id): void {
  const node = flow?.getInternalNode(nodeId);
  if (!flow || !node) return;
  const { x, y } = node.internals.positionAbsolute;
  const width = node.measured.width ?? 0;
  const height = node.measured.height ?? 0;
  keepView();
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
