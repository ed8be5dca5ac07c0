import { currentCamera, isViewKept } from '../../canvas/viewport.ts';
import { stopsRun } from '../../design/problems.ts';
import type { SharedMoment } from '../../design/sharedMoment.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { followedRequest } from '../../store/share.ts';

/** Where the run stands, what is seen of the canvas, and what is pointed at. Null when there is no run. */
export async function momentOnScreen(): Promise<SharedMoment | null> {
  const { time, problems, layout } = runStore.getState();
  if (!layout || problems.some(stopsRun)) return null;
  const { nodes, links } = sessionStore.getState().selection;
  const view = seenOfCanvas();
  return { at: time, view, part: nodes[0] ?? links[0] ?? null, request: await followedRequest(), note: '' };
}

/** Null when everything is seen, because nobody chose otherwise. */
function seenOfCanvas(): SharedMoment['view'] {
  const frame = document.getElementById('canvas');
  if (!frame || !isViewKept()) return null;
  const { x, y, zoom } = currentCamera();
  const [left, top, width, height] = [-x, -y, frame.clientWidth, frame.clientHeight].map((pixels) => Math.round(pixels / zoom));
  return { x: left, y: top, width, height };
}
