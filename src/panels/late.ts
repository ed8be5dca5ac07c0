/** Panes that arrive after the canvas. Whoever shows one keeps its place free, so that nothing moves when it comes. */

import type { ComponentType } from 'react';
import { latePart } from '../ui/latePart.tsx';

type Panes = typeof import('./panes.ts').panes;

/** One pane of the one chunk that holds them all. */
export const latePane = (name: keyof Panes) => latePart(async (): Promise<ComponentType> => (await import('./panes.ts')).panes[name]);
