/** What keys and menus are doing on the canvas at this moment. Arrives with them, after the first picture. */

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Design, Id } from '../../design/design.ts';
import type { Point } from '../../design/edits.ts';

/** What is being chosen from a list. */
export type Asked =
  /** Beside a part, else where somebody pointed, else in the middle of what is seen. */
  | { what: 'add'; node: Id | null; at?: Point }
  | { what: 'connect'; node: Id }
  | { what: 'disconnect'; node: Id }
  | { what: 'moveInto'; nodes: readonly Id[] };

/** What a menu is about. */
export type MenuAbout = 'node' | 'link' | 'group' | 'note' | 'several' | 'pane' | 'break';

export interface OpenMenu {
  about: MenuAbout;
  /** Where it opens, in pixels of the canvas, and the same point in canvas units. */
  at: Point;
  point: Point;
}

export interface HandsState {
  asked: Asked | null;
  /** The design as it was before arrows began to move the selection; null while they do not. */
  movingFrom: Design | null;
  menu: OpenMenu | null;
  isFinding: boolean;
}

export const handsStore = createStore<HandsState>()(() => ({ asked: null, movingFrom: null, menu: null, isFinding: false }));

export function useHands<T>(selector: (state: HandsState) => T): T {
  return useStore(handsStore, selector);
}
