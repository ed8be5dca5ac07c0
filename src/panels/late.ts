/** Panes that arrive after the canvas. Whoever shows one keeps its place free, so that nothing moves when it comes. */

import { type ComponentType, createElement } from 'react';
import { late, useLate } from '../ui/late.ts';

type Panes = typeof import('./panes.ts').panes;

/** Asked for once for all of them: panes that share a place would else ask one after another, each when the one before it is drawn. */
const panes = late(async (): Promise<Panes> => (await import('./panes.ts')).panes);

/** One pane of the one chunk that holds them all. */
export const latePane =
  (name: keyof Panes): ComponentType =>
  () =>
    createElement(useLate(panes)[name] as ComponentType);
