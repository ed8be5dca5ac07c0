/** What only the canvas can do. It stands beside this room, not below it, so the page hands its verbs over once. */

import type { Id } from '../design/design.ts';

/** Each is an act by the same name. */
export const canvasVerbs = [
  'alignLeft',
  'alignCentre',
  'alignRight',
  'alignTop',
  'alignMiddle',
  'alignBottom',
  'distributeAcross',
  'distributeDown',
  'group',
  'ungroup',
  'moveOut',
  'addNote',
  'zoomSelection',
  'zoomActual',
  'zoomWorld',
  'zoomInside',
  'toggleMap',
] as const;
export type CanvasVerb = (typeof canvasVerbs)[number];

/** Verbs that arrive after the first picture. "The part" is the only one selected. */
export interface CanvasVerbs {
  tidy(): void;
  /** Asks which part to add after the one in hand, wired to it. */
  addPart(): void;
  /** Asks where the part's calls shall go. */
  connect(): void;
  /** Asks which wire of the part to take away. */
  disconnect(): void;
  /** Arrows move the selection until Enter or Esc. */
  move(): void;
  /** Asks which region the selected parts belong to. */
  moveInto(): void;
  /** Takes the keyboard to the part's settings; Esc brings it back. */
  inspect(): void;
  rename(): void;
  countInstances(by: 1 | -1): void;
  /** The menu of faults, beside the part. */
  breakPart(): void;
  find(): void;
  /** Selects a part or region, brings it into view and the keyboard to it. */
  goTo(id: Id): void;
}

export interface CanvasActs {
  zoomFit: () => void;
  perform: (verb: CanvasVerb) => void;
  late: () => Promise<CanvasVerbs>;
}

let given: CanvasActs | null = null;

/** Called by the page before anything is drawn. */
export function provideCanvasActs(acts: CanvasActs): void {
  given = acts;
}

export function canvasActs(): CanvasActs | null {
  return given;
}

let arrived: CanvasVerbs | null = null;

/** From now on a verb is done at once: a later key must not overtake an earlier one. */
export function verbsArrived(verbs: CanvasVerbs): void {
  arrived = verbs;
}

/** Does what the canvas can, once its verbs are there. */
export function withCanvas(act: (verbs: CanvasVerbs) => void): void {
  if (arrived) act(arrived);
  else void given?.late().then(act);
}
