/** Servers that remember, several of them, and whoever stands before them: does a session find the server that knows it? Pure. */

import { holds } from '../schema/fields.ts';
import type { DesignNode } from './design.ts';
import type { Problem } from './problems.ts';
import { specOf } from './wires.ts';

/**
 * The problem of one part that spreads requests over those it calls: an error where a session lands anywhere, a warning where it keeps
 * to one server, whose death it does not survive. The run is not stopped by either: it shows what happens.
 */
export function scatteredState(node: DesignNode, called: readonly DesignNode[], instancesOf: (node: DesignNode) => number): Problem[] {
  const servers = called.filter((callee) => specOf(callee.kind).role === 'server');
  if (servers.reduce((sum, callee) => sum + instancesOf(callee), 0) < 2) return [];
  const { sticks = [], fields } = specOf(node.kind);
  const isSticky = sticks.some((when) => holds(when, fields, node.params));
  return servers.flatMap((callee): Problem[] => {
    const { remembers, fields: own } = specOf(callee.kind);
    if (!remembers || !holds(remembers, own, callee.params)) return [];
    const details = { from: node.id, fromLabel: node.label, instances: instancesOf(callee) };
    return isSticky
      ? [{ code: 'state-sticks', severity: 'warning', node: callee.id, link: null, details }]
      : [{ code: 'state-scattered', severity: 'error', node: callee.id, link: null, details, runsAnyway: true }];
  });
}
