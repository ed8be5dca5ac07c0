/** Order on the canvas: the acts whose hands are the canvas's own. */

import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';
import { type CanvasVerb, canvasActs } from './canvasActs.ts';
import type { Shortcut } from './shortcut.ts';

const chosen = (): number => {
  const { nodes, groups, notes } = sessionStore.getState().selection;
  return nodes.length + groups.length + notes.length;
};
const some = (): boolean => chosen() > 0;
const several = (): boolean => chosen() > 1;
const three = (): boolean => chosen() > 2;
const hasParts = (): boolean => {
  const { nodes, groups } = sessionStore.getState().selection;
  return nodes.length + groups.length > 0;
};
const hasGroups = (): boolean => sessionStore.getState().selection.groups.length > 0;
const hasRegions = (): boolean => designStore.getState().design.groups.length > 0;
/** A card that stands in a region. */
const hasMembers = (): boolean => {
  const { nodes } = sessionStore.getState().selection;
  return designStore.getState().design.nodes.some((node) => node.group !== null && nodes.includes(node.id));
};

const edge = (code: string): Shortcut => ({ code, alt: true, shift: true });

const table: readonly (readonly [CanvasVerb, () => boolean, Shortcut?])[] = [
  ['alignLeft', several, edge('ArrowLeft')],
  ['alignCentre', several, edge('KeyC')],
  ['alignRight', several, edge('ArrowRight')],
  ['alignTop', several, edge('ArrowUp')],
  ['alignMiddle', several, edge('KeyM')],
  ['alignBottom', several, edge('ArrowDown')],
  ['distributeAcross', three, edge('KeyX')],
  ['distributeDown', three, edge('KeyY')],
  ['group', hasParts, { code: 'KeyG', ctrl: true }],
  ['ungroup', hasGroups, { code: 'KeyG', ctrl: true, shift: true }],
  ['moveOut', hasMembers],
  ['addNote', always, { code: 'KeyN', shift: true }],
  ['zoomSelection', some, { code: 'Digit2', shift: true }],
  ['zoomActual', always, { code: 'Digit0', ctrl: true }],
  ['zoomWorld', hasRegions, { code: 'Digit3', shift: true }],
  ['zoomInside', always, { code: 'Digit4', shift: true }],
  ['toggleMap', always],
];

export const deskActs: readonly Act[] = table.map(([id, enabled, shortcut]) => ({
  id,
  group: 'canvas',
  shortcuts: shortcut ? [shortcut] : [],
  enabled,
  perform: () => canvasActs()?.perform(id),
}));
