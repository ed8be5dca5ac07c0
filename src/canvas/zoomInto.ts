/** Into a region and out again: each way in remembers where the camera stood. */

import type { DesignNode, Id } from '../design/design.ts';
import { groupsWithin } from '../design/nesting.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import type { Camera } from './camera.ts';
import { boxOf } from './cardGeometry.ts';
import { flowIdOfGroup } from './flowAdapter.ts';
import { insideZoom, worldZoom } from './levels.ts';
import { currentCamera, lookAgain, showNodes, viewCentre, zoomTo } from './viewport.ts';

const waysIn: Camera[] = [];
/** Steps back that are remembered. */
const most = 20;

function remember(): void {
  waysIn.push(currentCamera());
  if (waysIn.length > most) waysIn.shift();
}

/** A region with all that stands in it, as large as it goes. */
export function zoomInto(group: Id): void {
  remember();
  const { design } = designStore.getState();
  showNodes(new Set([group, ...groupsWithin(design, [group])].map(flowIdOfGroup)));
}

/** Back to where the camera stood before the last way in. False when there was none. */
export function zoomOut(): boolean {
  const camera = waysIn.pop();
  if (camera) lookAgain(camera);
  return camera !== undefined;
}

export function zoomWorld(): void {
  remember();
  zoomTo(worldZoom);
}

/** What is selected, or what is in the middle, from so near that its instances have numbers. */
export function zoomInside(): void {
  remember();
  const [node] = sessionStore.getState().selection.nodes;
  const looked = node ?? nearestToCentre();
  if (looked) showNodes(new Set([looked]), insideZoom);
}

function nearestToCentre(): Id | null {
  const { x, y } = viewCentre();
  const distance = (node: DesignNode): number => {
    const box = boxOf(node);
    return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
  };
  const { nodes } = designStore.getState().design;
  return [...nodes].sort((a, b) => distance(a) - distance(b))[0]?.id ?? null;
}
