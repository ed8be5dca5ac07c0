/**
 * The most that a design can do, before anybody has run it, by operational laws alone: nothing is asked of how arrivals and services scatter.
 * Bottleneck law (Denning and Buzen 1978, "The operational analysis of queueing network models"; Lazowska et al. 1984, ch. 5): a part that one
 * request keeps busy for D seconds on average can be passed by at most 1/D requests a second, and the part with the largest D is the limit.
 */

import type { Design, Id } from '../../design/design.ts';
import { setWorkloadParam } from '../../design/edits.ts';
import { type Found, flowsOf } from './flows.ts';
import { graphOf, type Vertex } from './graph.ts';
import type { Reason } from './reading.ts';
import { strangeOfWorkload } from './settings.ts';

export interface Capacity {
  /** Users' requests per second at which the limit is reached, in the mix that the design has. */
  perSecond: number;
  /** The part that is the limit; how many instances share its work, and what each of them lets through of users' requests. */
  node: Id;
  instances: number;
  eachPerSecond: number;
  /** What users ask now, over what can be done: above 1 the design is overrun. */
  load: number;
  /** Parts that take calls and that no formula knows: one of them may be the limit before. */
  uncounted: readonly Id[];
}

/** Why there is no number. */
export type NoCapacity = { code: 'cannot-run' } | { code: 'workload'; why: Reason } | { code: 'no-part' };

/** Hit shares of caches follow from the rates, so the rates are brought to the limit in a few steps. */
const steps = 6;

/**
 * @returns the limit in users' requests per second, or why none can be told
 * Left out: threads, pools and waiting rooms (they bound how many are inside, not the work), retries, faults and settings without a formula.
 */
export function capacityOf(design: Design): Capacity | NoCapacity {
  const traffic = Number(design.workload.params.traffic);
  const steady = setWorkloadParam(setWorkloadParam(design, 'shape', 'steady'), 'traffic', 1);
  const drawn = graphOf(steady);
  if (!drawn) return { code: 'cannot-run' };
  const why = strangeOfWorkload(steady);
  if (why) return { code: 'workload', why };
  // what wires guard against changes who is turned away, not how much work a request is
  const graph = drawn.map((vertex) => ({ ...vertex, drawn: plain(vertex.drawn), named: plain(vertex.named) }));
  const asked = (at: number): number => sentBy(graph[at]);
  const offered = graph.reduce((sum, _, at) => sum + asked(at), 0);
  if (offered === 0) return { code: 'no-part' };
  let scale = 1;
  for (let step = 0; step < steps; step++) {
    const busiest = busiestOf(
      graph,
      flowsOf(steady, graph, (at) => asked(at) * scale),
    );
    if (!busiest) return { code: 'no-part' };
    // below the limit, where no line turns anybody away: the busy share is in proportion there
    scale *= halfway / busiest.share;
  }
  const found = flowsOf(steady, graph, (at) => asked(at) * scale);
  const busiest = busiestOf(graph, found)!;
  const perSecond = (offered * scale) / busiest.share;
  return {
    perSecond,
    node: graph[busiest.at].node.id,
    instances: busiest.instances,
    eachPerSecond: perSecond / busiest.instances,
    load: (offered * traffic) / perSecond,
    uncounted: uncountedOf(graph, found),
  };
}

const halfway = 0.5;

const plain = (ways: Vertex['drawn']): Vertex['drawn'] => ways.map((way) => (way.strange ? { ...way, strange: null } : way));

/** A closed population asks as fast as it is answered; its mix is what counts. */
const sentBy = ({ book }: Vertex): number => (book?.source?.closed ? 1 : (book?.source?.perSecond ?? 0));

interface Busiest {
  at: number;
  instances: number;
  share: number;
}

/** The group of instances with the largest busy share. */
function busiestOf(graph: readonly Vertex[], found: readonly Found[]): Busiest | null {
  let most: Busiest | null = null;
  for (const [at, { flow }] of found.entries()) {
    const serving = graph[at].book?.serving;
    if (!serving || flow.unknown || flow.isPartial) continue;
    for (const { instances, share, extra } of serving.groups) {
      let work = 0;
      for (const [need, rate] of flow.rates) {
        const services = share(need) * (serving.visits ?? 1) + (extra?.(need) ?? 0);
        work += rate * services * serving.time(need).mean;
      }
      const busy = work / instances / serving.servers;
      if (busy > (most?.share ?? 0)) most = { at, instances, share: busy };
    }
  }
  return most;
}

/** Calls may come to it, and nobody knows how many, or what they cost. */
function uncountedOf(graph: readonly Vertex[], found: readonly Found[]): readonly Id[] {
  const reached = new Set(graph.flatMap(({ drawn, named, role }) => (role === 'operator' ? [] : [...drawn, ...named].map(({ to }) => to))));
  const isKnown = ({ flow }: Found, { book, strange }: Vertex) =>
    book !== null && strange === null && flow.unknown === null && !flow.isPartial;
  const isAsked = ({ flow }: Found, { book }: Vertex) => !book || flow.unknown !== null || flow.isPartial || flow.rates.size > 0;
  return graph.flatMap((vertex, at) =>
    reached.has(at) && !(isKnown(found[at], vertex) && isAsked(found[at], vertex)) && !['resolver', 'operator'].includes(vertex.role)
      ? [vertex.node.id]
      : [],
  );
}
