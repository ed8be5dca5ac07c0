/** Whether the design in hand still is the one that a first visitor finds, and how far he has come with it. Pure. */

import type { Design, DesignNode } from '../../design/design.ts';
import { livingExample } from '../../library/firstVisit.ts';

export const firstUsers = 'users-1';
const firstWeb = 'web-1';
/** Requests a second that its one web server can do: 4.5 ms of two processors each. */
const mostPerSecond = 444;

export type FirstStep = 'calm' | 'over' | 'mended';

/** Null when it has become another design: other parts, or another name than `title`. */
export function firstStepOf(design: Design, title: string): { step: FirstStep; ratePerSecond: number } | null {
  const ids = design.nodes.map((node) => node.id).join();
  if (design.title !== title || ids !== livingExample.design.nodes.map((node) => node.id).join()) return null;
  const param = (id: string, field: string): number => Number(design.nodes.find((node: DesignNode) => node.id === id)?.params[field]);
  const ratePerSecond = param(firstUsers, 'ratePerSecond');
  const servers = param(firstWeb, 'instances');
  return { step: servers > 1 ? 'mended' : ratePerSecond > mostPerSecond ? 'over' : 'calm', ratePerSecond };
}
