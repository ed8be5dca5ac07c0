/** What hands do on the canvas, as edits of the design: each function is one undo step. */

import type { Id } from '../design/design.ts';
import { connect, setParam } from '../design/edits.ts';
import { canConnect, specOf } from '../design/wires.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { announce } from '../ui/announce.ts';
import { canvasStore } from './canvasStore.ts';
import { refusalText } from './wireText.ts';

let refusalTimer = 0;

/** Shows words beside the pointer for a moment. */
export function refuse(words: string): void {
  canvasStore.setState({ refusal: words });
  window.clearTimeout(refusalTimer);
  refusalTimer = window.setTimeout(() => canvasStore.setState({ refusal: null }), 2600);
}

/** Draws a wire, or says why not. */
export function tryConnect(from: Id, to: Id): boolean {
  const { design, edit } = designStore.getState();
  const answer = canConnect(design, from, to);
  if (!answer.ok) {
    refuse(refusalText(answer.reason, textOf(sessionStore.getState().locale)));
    return false;
  }
  edit('connect', (now) => connect(now, from, to));
  const link = designStore.getState().design.links.at(-1);
  if (link) sessionStore.getState().select({ links: [link.id] });
  const label = (id: Id): string => design.nodes.find((node) => node.id === id)?.label ?? '';
  announce(textOf(sessionStore.getState().locale).canvas.walk.connected(label(from), label(to)), 'answer');
  return true;
}

/** One instance more or less, where the kind counts them. */
export function changeInstances(nodeId: Id, by: number): void {
  designStore.getState().edit('setParam', (design) => {
    const node = design.nodes.find((each) => each.id === nodeId);
    const field = node && specOf(node.kind).instancesField;
    return node && field ? setParam(design, nodeId, field, Number(node.params[field]) + by) : design;
  });
}
