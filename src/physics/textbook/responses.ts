/** How long answers take, from the last tier back to the users: each part's own line, the wires, and whom it asks meanwhile. */

import type { Id } from '../../design/design.ts';
import type { Need } from '../../nodes/textbook.ts';
import type { MarkovStation } from '../../theory/station.ts';
import { type Found, type GroupResult, served } from './flows.ts';
import { inOrder, sharesOf, type Vertex, type Way, waysFor } from './graph.ts';
import type { Reason } from './reading.ts';

/** A predicted response time. */
export interface Response {
  /** Seconds. */
  mean: number;
  /**
   * What it is made of where the whole distribution is known: a constant, and at most one M/M/c or any number of M/M/1 in a row, whose
   * times are independent (Reich 1957). null = only the mean is known.
   */
  shape: { constant: number; stations: readonly MarkovStation[] } | null;
}

export type Answer = Response | Reason;

export const isAnswer = (answer: Answer): answer is Response => 'mean' in answer;

/** A time that seldom comes near a limit: less than one in ten thousand would, were it exponential. */
const seldom = Math.log(1e4);

const constant = (seconds: number): Response => ({ mean: seconds, shape: { constant: seconds, stations: [] } });

function joined(a: Response['shape'], b: Response['shape']): Response['shape'] {
  if (!a || !b) return null;
  const stations = [...a.stations, ...b.stations];
  if (stations.length > 1 && stations.some(({ servers }) => servers > 1)) return null;
  return { constant: a.constant + b.constant, stations };
}

/** One after the other. */
const plus = (a: Response, b: Response): Response => ({ mean: a.mean + b.mean, shape: joined(a.shape, b.shape) });

/** The line of a part itself, for calls of one need. */
function ownLine(vertex: Vertex, found: Found, need: Need): Answer {
  const { book } = vertex;
  if (!book) return { code: 'unknown-traffic', part: vertex.node.id };
  if (found.flow.unknown) return found.flow.unknown;
  if (vertex.strange) return vertex.strange;
  const delay = book.delaySeconds?.(need) ?? 0;
  const { serving } = book;
  if (!serving) return constant(delay);
  const at = serving.groups.findIndex((group) => group.share(need) > 0);
  const group = groupAt(serving.groups, found, at, need);
  if (!group) return constant(delay);
  const { station, load } = group;
  if (!station) return found.reason ?? { code: 'unknown-traffic', part: vertex.node.id };
  if (station.refused > 0) return { code: 'turned-away', part: vertex.node.id };
  const service = served(serving, need).mean;
  const mean =
    delay +
    (serving.order === 'sharing' && load.time.mean > 0
      ? (station.means.response * service) / load.time.mean
      : station.means.wait + service);
  if (station.markov) return { mean, shape: { constant: delay, stations: [station.markov] } };
  return { mean, shape: station.means.response === 0 ? { constant: mean, stations: [] } : null };
}

/** Groups without calls were left out of what was found. */
function groupAt(groups: readonly { share: (need: Need) => number }[], found: Found, at: number, need: Need): GroupResult | undefined {
  const busy = groups.filter((group) => [...found.flow.rates].some(([each, rate]) => rate > 0 && group.share(each) > 0));
  return at < 0 || (found.flow.rates.get(need) ?? 0) === 0 ? undefined : found.groups[busy.indexOf(groups[at] as (typeof busy)[number])];
}

/** Over one of several wires: the mean; the shape only where all are alike. */
function overWires(ways: readonly Way[], shares: readonly number[], answers: readonly Response[]): Response {
  const mean = ways.reduce((sum, { rttSeconds }, i) => sum + shares[i] * (rttSeconds + answers[i].mean), 0);
  const [way] = ways;
  const [first] = answers;
  const alike = ways.every(
    (each, i) => each.isFixed && each.rttSeconds === way.rttSeconds && JSON.stringify(answers[i]) === JSON.stringify(first),
  );
  return { mean, shape: alike && first.shape ? { ...first.shape, constant: first.shape.constant + way.rttSeconds } : null };
}

/** By part, then by need. */
export type Answers = readonly ReadonlyMap<Need, Answer>[];

const allNeeds: readonly Need[] = ['static', 'read', 'write', 'job', 'get', 'set', 'invalidate'];

export function answersOf(graph: readonly Vertex[], found: readonly Found[]): Answers {
  const answers: Map<Need, Answer>[] = graph.map(() => new Map());
  for (const at of [...inOrder(graph)].reverse()) {
    for (const need of allNeeds) answers[at].set(need, answerOf(graph, found, answers, at, need));
  }
  return answers;
}

function answerOf(graph: readonly Vertex[], found: readonly Found[], answers: Answers, at: number, need: Need): Answer {
  const vertex = graph[at];
  const { book } = vertex;
  let answer: Answer = book?.source ? constant(0) : ownLine(vertex, found[at], need);
  const asks = book?.asks(need) ?? [];
  let missed: number | null = book?.store ? (found[at].store ? 1 - found[at].store.hitRatio : null) : null;
  for (const asking of asks) {
    if (!isAnswer(answer)) return answer;
    const all = waysFor(graph, vertex, asking);
    if (asking.told || all.length === 0 || asking.times === 0) continue;
    if (asking.role === 'cache') {
      const store = found[all[0].to].store;
      missed = store ? 1 - store.hitRatio : null;
    }
    if (asking.afterMiss && missed === null) return found[at].reason ?? { code: 'unknown-traffic', part: vertex.node.id };
    const times = asking.times * (asking.afterMiss ? (missed ?? 1) : 1);
    if (times === 0) continue;
    const dealt = sharesOf(graph, vertex, all, asking);
    if ('code' in dealt) return dealt;
    const ways = all.filter((_, i) => dealt[i] > 0);
    const shares = dealt.filter((share) => share > 0);
    const below = ways.map((way) => limited(way, graph[way.to].node.id, answers[way.to].get(asking.need) as Answer));
    const wrong = below.find((each) => !isAnswer(each));
    if (wrong) return wrong;
    const step = overWires(ways, shares, below as Response[]);
    answer = times === 1 ? plus(answer, step) : { mean: answer.mean + times * step.mean, shape: null };
  }
  if (isAnswer(answer) && book?.serving?.holds && asks.length > 0) return held(book.serving.holds, found[at], answer);
  return answer;
}

/** A caller with little patience sees another time than the part takes, and may come again. */
function limited(way: Way, part: Id, answer: Answer): Answer {
  if (!isAnswer(answer)) return answer.code === 'beyond' || answer.code === 'turned-away' ? answer : { code: 'beyond', part };
  if (way.timeoutSeconds === 0) return answer;
  return (way.rttSeconds + answer.mean) * seldom < way.timeoutSeconds ? answer : { code: 'timeouts', part };
}

/** Whoever waits for others holds a thread: where these may run out, the line is another. */
function held(most: number, { groups }: Found, answer: Response): Answer {
  const [group] = groups;
  const inside = group ? group.load.ratePerSecond * answer.mean : 0;
  return inside * seldom < most ? answer : { code: 'threads' };
}
