/** Which wires may exist. Callers choose by role, never by kind, so a new kind needs no word here. */

import { type NodeKind, specs } from '../nodes/specs.ts';
import type { Role, Spec } from '../schema/spec.ts';
import type { Design, DesignLink, DesignNode, Id } from './design.ts';

/**
 * - `missing`: one end does not exist
 * - `self`: both ends are one node
 * - `exists`: the wire is already there
 * - `role`: the caller's kind has no use for the other's role; `calls` says which it has
 * - `loop`: requests would go round for ever
 */
export interface ConnectProblem {
  code: 'missing' | 'self' | 'exists' | 'role' | 'loop';
  from: NodeKind | null;
  to: NodeKind | null;
  /** The roles the caller may call, for "connect it to …". */
  calls: readonly Role[];
}

export type Connectable = { ok: true } | { ok: false; reason: ConnectProblem };

/** The spec without its kind's own field names, for code that treats all kinds alike. */
export function specOf(kind: NodeKind): Spec {
  // `keyof fields` makes the precise type no subtype of the general one, though every spec is one.
  return specs[kind] as unknown as Spec;
}

export function mayCall(from: NodeKind, to: NodeKind): boolean {
  return specOf(from).calls.includes(specOf(to).role) || isPair(from, to);
}

/** Parts that hold the same: what is told over a wire between them goes no further. */
export const isPair = (from: NodeKind, to: NodeKind): boolean => from === to && specOf(from).pairs === true;

/** Wires over which a request, or what it sets off, may go on to others: those between pairs do not lead anywhere. */
export function leadingLinks({ nodes, links }: Design): readonly DesignLink[] {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  return links.filter(({ from, to }) => {
    const [caller, callee] = [kinds.get(from), kinds.get(to)];
    return !caller || !callee || !isPair(caller, callee);
  });
}

/** A part that watches or steers others. Its wires carry no calls: nothing that is said of calls holds for them. */
export const isOperator = (kind: NodeKind): boolean => specOf(kind).role === 'operator';

/** Wires over which nobody calls: from a tool to the parts it watches or steers. */
export function controlLinks(design: Design): Set<Id> {
  const tools = new Set(design.nodes.filter(({ kind }) => isOperator(kind)).map(({ id }) => id));
  return new Set(design.links.filter(({ from }) => tools.has(from)).map(({ id }) => id));
}

/** Whether a wire from `from` to `to` may be drawn, and why not. Called while a wire is being dragged: cheap. */
export function canConnect(design: Design, from: Id, to: Id): Connectable {
  const caller = design.nodes.find((node) => node.id === from);
  const callee = design.nodes.find((node) => node.id === to);
  const refuse = (code: ConnectProblem['code']): Connectable => ({
    ok: false,
    reason: { code, from: caller?.kind ?? null, to: callee?.kind ?? null, calls: caller ? specOf(caller.kind).calls : [] },
  });
  if (!caller || !callee) return refuse('missing');
  if (caller === callee) return refuse('self');
  if (!mayCall(caller.kind, callee.kind)) return refuse('role');
  if (design.links.some((link) => link.from === from && link.to === to)) return refuse('exists');
  const leads = { ...design, links: leadingLinks(design) };
  if (!isPair(caller.kind, callee.kind) && reachableFrom(leads, [to]).has(from)) return refuse('loop');
  return { ok: true };
}

/** Ids of every node that requests entering at `starts` can come to, the starts included. */
export function reachableFrom(design: Design, starts: readonly Id[]): Set<Id> {
  const next = new Map<Id, Id[]>();
  for (const link of design.links) {
    const callees = next.get(link.from);
    if (callees) callees.push(link.to);
    else next.set(link.from, [link.to]);
  }
  const seen = new Set<Id>(starts);
  // A Set hands out what is added while it is walked.
  for (const id of seen) for (const callee of next.get(id) ?? []) seen.add(callee);
  return seen;
}

/** Nodes where requests begin. */
export function sourcesOf(design: Design): DesignNode[] {
  return design.nodes.filter((node) => specOf(node.kind).role === 'source');
}

/** Nodes where calls begin: users, and whatever starts jobs by itself. */
export function startsOf(design: Design): DesignNode[] {
  return design.nodes.filter((node) => ['source', 'scheduler'].includes(specOf(node.kind).role));
}
