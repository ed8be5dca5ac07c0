/** What acts can do on the canvas: the verbs that `actions/canvasActs.ts` is given, fetched after the first picture. */

import type { CanvasVerbs } from '../../actions/canvasActs.ts';
import type { Id } from '../../design/design.ts';
import { instancesOf } from '../../design/instances.ts';
import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { changeInstances } from '../canvasEdits.ts';
import { flowIdOfGroup } from '../flowAdapter.ts';
import { centreOn, focusNode } from '../viewport.ts';
import { type Asked, handsStore } from './handsStore.ts';
import { tell } from './handsWords.ts';
import { goToSettings, renamePart } from './inspecting.ts';
import { openBreakMenu } from './menuPlace.ts';
import { beginMove } from './moving.ts';
import { bringIntoView } from './reveal.ts';

const onlyNode = (): Id | null => {
  const { nodes } = sessionStore.getState().selection;
  return nodes.length === 1 ? nodes[0] : null;
};

const ask = (asked: Asked): void => handsStore.setState({ asked });

/** Does something with the only selected part, if there is one. */
function withPart(act: (id: Id) => void): void {
  const id = onlyNode();
  if (id !== null) act(id);
}

export const verbs: CanvasVerbs = {
  tidy: () => void import('../tidy.ts').then(({ tidy }) => tidy()),
  addPart: () => ask({ what: 'add', node: onlyNode() }),
  connect: () => withPart((node) => ask({ what: 'connect', node })),
  disconnect: () => withPart((node) => ask({ what: 'disconnect', node })),
  move: () => {
    withPart(focusNode);
    beginMove();
  },
  moveInto: () => ask({ what: 'moveInto', nodes: sessionStore.getState().selection.nodes }),
  inspect: goToSettings,
  rename: renamePart,
  countInstances: (by) =>
    withPart((id) => {
      changeInstances(id, by);
      const node = designStore.getState().design.nodes.find((each) => each.id === id);
      if (node) tell((words) => words.instances(node.label, instancesOf(node)));
    }),
  breakPart: () => withPart(openBreakMenu),
  find: () => handsStore.setState({ isFinding: true }),
  goTo: (id) => {
    if (designStore.getState().design.groups.some((group) => group.id === id)) {
      sessionStore.getState().select({ groups: [id] });
      centreOn(flowIdOfGroup(id));
      return;
    }
    sessionStore.getState().select({ nodes: [id] });
    focusNode(id);
    bringIntoView(id);
  },
};
