/** A design as theory sees it: parts with their descriptions, and who calls whom over which wire. */

import type { Design, DesignLink, DesignNode, Id } from '../../design/design.ts';
import { instancesOf } from '../../design/instances.ts';
import { specOf } from '../../design/wires.ts';
import { FORM } from '../../engine/durations.ts';
import type { PlanLink } from '../../engine/plan.ts';
import type { Asking, Textbook } from '../../nodes/textbook.ts';
import { textbooks } from '../../nodes/textbooks.ts';
import { compile } from '../../runner/compile.ts';
import type { Role } from '../../schema/spec.ts';
import type { Reason } from './reading.ts';
import { strangeOfNode, strangeOfWire } from './settings.ts';

export interface Way {
  to: number;
  /** Mean there and back, in seconds; whether it is always the same; a setting no formula knows. */
  rttSeconds: number;
  isFixed: boolean;
  timeoutSeconds: number;
  weight: number;
  delaySeconds: number;
  retries: number;
  strange: Reason | null;
}

export interface Vertex {
  node: DesignNode;
  role: Role;
  book: Textbook | null;
  /** A setting no formula knows. */
  strange: Reason | null;
  drawn: readonly Way[];
  /** Opened by a resolver's answer. */
  named: readonly Way[];
}

function wayOf(design: Design, link: PlanLink): Way {
  const lends = link.via ?? [design.links.findIndex(({ id }) => id === link.id)];
  const drawn = lends.map((at) => design.links[at]).filter((each): each is DesignLink => each !== undefined);
  return {
    to: link.to,
    rttSeconds: link.delayForm === FORM.none ? 0 : 2 * link.delaySeconds,
    isFixed: link.delayForm === FORM.none || link.delayForm === FORM.fixed || link.delaySeconds === 0,
    timeoutSeconds: link.timeoutSeconds,
    weight: link.weight,
    delaySeconds: link.delaySeconds,
    retries: link.retries,
    strange: drawn.map(strangeOfWire).find((reason) => reason !== null) ?? null,
  };
}

/** A tool may change how many there are, or what they run. */
const isSteered = (design: Design, node: Id): boolean =>
  design.links.some(({ from, to }) => {
    const tool = to === node && design.nodes.find(({ id }) => id === from);
    return tool && specOf(tool.kind).grows !== undefined;
  });

/** In the design's order; null when the design cannot run. */
export function graphOf(design: Design): readonly Vertex[] | null {
  const { plan } = compile(design);
  if (!plan) return null;
  const ways = design.nodes.map((_, at) => plan.links.filter(({ from }) => from === at));
  const roleAt = (at: number): Role => specOf(design.nodes[at].kind).role;
  return design.nodes.map((node, at) => {
    const drawn = ways[at].filter(({ via }) => via === null).map((link) => wayOf(design, link));
    const named = ways[at].filter(({ via }) => via !== null).map((link) => wayOf(design, link));
    // a wire drawn by hand beside a resolver's answer says how that answer is reached
    const answers = drawn.filter(({ to }) => roleAt(to) === 'resolver').flatMap(({ to }) => ways[to].map((link) => link.to));
    const reached = [...named, ...drawn.filter(({ to }) => answers.includes(to))];
    const describe = textbooks[node.kind];
    const book =
      describe?.(node.params, {
        workload: design.workload.params,
        seed: design.seed,
        places: plan.nodes[at].places?.length ?? 1,
        roles: new Set(drawn.map(({ to }) => roleAt(to))),
        named: new Set(reached.map(({ to }) => roleAt(to))),
      }) ?? null;
    const role = roleAt(at);
    const strange = book && (isSteered(design, node.id) ? ({ code: 'steered' } as const) : strangeOfNode(node, book.knows));
    return { node, role, book, strange, drawn, named: reached };
  });
}

/** The wires over which a step of answering may go. */
export function waysFor(graph: readonly Vertex[], from: Vertex, asking: Asking): readonly Way[] {
  return (asking.named ? from.named : from.drawn).filter(({ to }) => graph[to].role === asking.role);
}

/** Callers before those they call. */
export function inOrder(graph: readonly Vertex[]): readonly number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (at: number): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const { to } of [...graph[at].drawn, ...graph[at].named]) visit(to);
    order.push(at);
  };
  graph.forEach((_, at) => {
    visit(at);
  });
  return order.reverse();
}

/** Shares of a step over several wires, 1 together; or why they cannot be told. */
export function sharesOf(graph: readonly Vertex[], vertex: Vertex, ways: readonly Way[], asking: Asking): readonly number[] | Reason {
  const { book } = vertex;
  const deal = asking.deal ?? book?.deals ?? 'lot';
  if (deal === 'weights') {
    const all = ways.reduce((sum, { weight }) => sum + weight, 0);
    return all > 0 ? ways.map(({ weight }) => weight / all) : ways.map(() => 1 / ways.length);
  }
  if (book?.dealsInstances) {
    const counts = ways.map(({ to }) => instancesOf(graph[to].node));
    const all = counts.reduce((sum, count) => sum + count, 0);
    const params = ways.map(({ to }) => JSON.stringify(graph[to].node.params));
    if (deal === 'other' || (deal === 'least' && params.some((each) => each !== params[0]))) return { code: 'least' };
    return counts.map((count) => count / all);
  }
  if (ways.length === 1) return [1];
  if (asking.named) return namedShares(graph, vertex, ways);
  if (deal === 'key') return { code: 'keys-dealt' };
  return ways.map(() => 1 / ways.length);
}

/** Whom a resolver names when all is well. */
function namedShares(graph: readonly Vertex[], vertex: Vertex, ways: readonly Way[]): readonly number[] | Reason {
  const resolvers = vertex.drawn.map(({ to }) => graph[to]).filter(({ role }) => role === 'resolver');
  const names = resolvers.length === 1 ? resolvers[0].book?.names : undefined;
  if (names !== 'nearest' && names !== 'first') return { code: 'named' };
  let chosen = 0;
  if (names === 'nearest') for (const [i, { delaySeconds }] of ways.entries()) if (delaySeconds < ways[chosen].delaySeconds) chosen = i;
  return ways.map((_, i) => (i === chosen ? 1 : 0));
}
