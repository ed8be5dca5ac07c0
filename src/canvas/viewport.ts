/** The camera, for those outside the canvas: actions, panels, the tidy layout. Does nothing while no canvas is mounted. */

import type { ReactFlowInstance } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import { type Camera, cameraFor } from './camera.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { isNarrowNow } from './useMedia.ts';

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

/** Whether hands chose what is seen; else everything is. */
export const isViewKept = (): boolean => isChosen;

/** Shows everything and goes on doing so while the canvas changes size, until hands move the camera. */
export function fitView(): void {
  isChosen = false;
  // After React's next commit: nodes that were added just now are not known to React Flow before.
  requestAnimationFrame(() => showAll(millis()));
}

/** A document is opened: everything is shown at once. To glide there from wherever another one stood would tell nothing. */
export function openView(): void {
  isChosen = false;
  requestAnimationFrame(() => showAll(0));
}

/** The canvas has another size. */
export function refitView(): void {
  if (!isChosen) showAll(0);
}

/** Shows some, by React Flow's id, as large as the cards are made for. */
export function showNodes(ids: ReadonlySet<string>, closest?: number): void {
  keepView();
  showAll(millis(), ids, closest);
}

/** How large a card may become when all of a small design is shown: more where it is read from the back row. */
const closestOf = (element: HTMLElement): number => Number(getComputedStyle(element).getPropertyValue('--closest')) || 1;

/** What floats over the canvas: what is in it, and at the upper corners the buttons of panes that have no room beside it. */
const floating = '[data-floats], .react-flow__attribution, .react-flow__minimap';
const cornerButton = 44;

function showAll(duration: number, only?: ReadonlySet<string>, closest?: number): void {
  const size = frame?.getBoundingClientRect();
  if (!flow || !frame || !size || size.width === 0 || size.height === 0) return;
  const keepClear = [...(frame.parentElement ?? frame).querySelectorAll(floating)].map((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return { x: left - size.left, y: top - size.top, width, height };
  });
  if (isNarrowNow()) {
    keepClear.push({ x: 0, y: 0, width: cornerButton, height: cornerButton });
    keepClear.push({ x: size.width - cornerButton, y: 0, width: cornerButton, height: cornerButton });
  }
  const shown = flow.getNodes().filter(({ id }) => only?.has(id) ?? true);
  const boxes = shown.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height }));
  const margin = 16;
  const { width, height } = size;
  const room = { width, height, margin, keepClear, minZoom, maxZoom: closest ?? closestOf(frame) };
  void flow.setViewport(cameraFor(boxes, room), { duration });
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

export const currentCamera = (): Camera => flow?.getViewport() ?? { x: 0, y: 0, zoom: 1 };

/** Back to where the camera stood. */
export function lookAgain(camera: Camera): void {
  void flow?.setViewport(camera, { duration: millis() });
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

/** Brings a point to the middle without changing the zoom. */
export function centreAt({ x, y }: { x: number; y: number }): void {
  keepView();
  if (flow) void flow.setCenter(x, y, { zoom: flow.getZoom(), duration: millis() });
}
