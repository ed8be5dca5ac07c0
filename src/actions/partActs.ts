/** Acts on the one part that is selected. What the canvas does of them arrives late. */

import type { DesignNode } from '../design/design.ts';
import { specOf } from '../design/wires.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';
import { type CanvasVerbs, withCanvas } from './canvasActs.ts';

/** The only selected part. */
export function partInHand(): DesignNode | null {
  const { nodes, groups } = sessionStore.getState().selection;
  if (nodes.length !== 1 || groups.length > 0) return null;
  return designStore.getState().design.nodes.find((node) => node.id === nodes[0]) ?? null;
}

const hasPart = (): boolean => partInHand() !== null;
const hasSelected = (): boolean => sessionStore.getState().selection.nodes.length + sessionStore.getState().selection.groups.length > 0;
const hasOneNamed = (): boolean => sessionStore.getState().selection.nodes.length + sessionStore.getState().selection.groups.length === 1;
const hasOne = (): boolean => hasOneNamed() || (!hasSelected() && sessionStore.getState().selection.links.length === 1);

const callsOthers = (): boolean => {
  const part = partInHand();
  return part !== null && specOf(part.kind).calls.length > 0;
};

const hasWires = (): boolean => {
  const part = partInHand();
  return part !== null && designStore.getState().design.links.some(({ from, to }) => from === part.id || to === part.id);
};

const hasRegions = (): boolean => sessionStore.getState().selection.nodes.length > 0 && designStore.getState().design.groups.length > 0;

function canCount(by: 1 | -1): boolean {
  const part = partInHand();
  const name = part && specOf(part.kind).instancesField;
  const field = part && name ? specOf(part.kind).fields[name] : undefined;
  if (!part || !name || field?.type !== 'number') return false;
  const next = Number(part.params[name]) + by;
  return next >= field.min && next <= field.max;
}

const canBreak = (): boolean => {
  const part = partInHand();
  return part !== null && specOf(part.kind).role !== 'source';
};

const verb = (name: { [K in keyof CanvasVerbs]: CanvasVerbs[K] extends () => void ? K : never }[keyof CanvasVerbs]) => () =>
  withCanvas((verbs) => verbs[name]());

export const partActs: readonly Act[] = [
  { id: 'addPart', group: 'part', shortcuts: [{ code: 'Slash' }], enabled: always, perform: verb('addPart') },
  { id: 'inspect', group: 'part', shortcuts: [{ code: 'Enter' }], enabled: hasOne, perform: verb('inspect') },
  { id: 'rename', group: 'part', shortcuts: [{ code: 'F2' }], enabled: hasOneNamed, perform: verb('rename') },
  { id: 'connect', group: 'part', shortcuts: [{ code: 'KeyC' }], enabled: callsOthers, perform: verb('connect') },
  { id: 'disconnect', group: 'part', shortcuts: [{ code: 'KeyX' }], enabled: hasWires, perform: verb('disconnect') },
  { id: 'move', group: 'part', shortcuts: [{ code: 'KeyM' }], enabled: hasSelected, perform: verb('move') },
  { id: 'moveInto', group: 'part', shortcuts: [], enabled: hasRegions, perform: verb('moveInto') },
  {
    id: 'moreInstances',
    group: 'part',
    shortcuts: [{ code: 'Equal', shift: true }, { code: 'Equal' }],
    repeats: true,
    enabled: () => canCount(1),
    perform: () => withCanvas((verbs) => verbs.countInstances(1)),
  },
  {
    id: 'fewerInstances',
    group: 'part',
    shortcuts: [{ code: 'Minus' }],
    repeats: true,
    enabled: () => canCount(-1),
    perform: () => withCanvas((verbs) => verbs.countInstances(-1)),
  },
  { id: 'breakPart', group: 'part', shortcuts: [{ code: 'KeyB' }], enabled: canBreak, perform: verb('breakPart') },
  {
    id: 'partNotes',
    group: 'part',
    shortcuts: [],
    enabled: hasPart,
    perform: () => {
      const part = partInHand();
      if (part) sessionStore.getState().set({ dialog: 'docs', docsOf: part.kind });
    },
  },
];
