/** Panes that arrive after the canvas. Whoever shows one keeps its place free, so that nothing moves when it comes. */

import { type ComponentType, lazy } from 'react';

type Panes = typeof import('./panes.ts').panes;

/** One pane of the one chunk that holds them all. */
export const latePane = (name: keyof Panes) =>
  lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await import('./panes.ts')).panes[name] }));
