/**
 * Theory beside simulation: reads a design, says per part which textbook model it is and what the formula predicts, or why none fits.
 * Nothing here has seen a run; what a run measured is `measured.ts`.
 */

import type { Design } from '../../design/design.ts';
import type { Need, Serving } from '../../nodes/textbook.ts';
import { rowQuantile } from '../../theory/rowOfStations.ts';
import { spreadOf } from '../../theory/serviceTime.ts';
import { closedOf } from './closed.ts';
import { type Found, flowsOf } from './flows.ts';
import { graphOf, type Vertex } from './graph.ts';
import type { NodeReading, Overload, Prediction, Reason } from './reading.ts';
import { type Answer, type Answers, answersOf, isAnswer, type Response } from './responses.ts';
import { strangeOfWorkload } from './settings.ts';

/** @returns one reading per part that theory has a word on, in the design's order; none when the design cannot run */
export function recognise(design: Design): readonly NodeReading[] {
  const graph = graphOf(design);
  if (!graph) return [];
  const strange = strangeOfWorkload(design);
  const found = flowsOf(design, graph, (at) => sentBy(graph[at], strange));
  const closed = closedOf(design, graph, strange);
  if (closed) return closed;
  const answers = answersOf(graph, found);
  return graph.flatMap((vertex, at) => (vertex.book ? [readingOf(graph, vertex, found[at], answers, at, strange)] : []));
}

const sentBy = ({ book }: Vertex, strange: Reason | null): number => (strange ? 0 : (book?.source?.perSecond ?? 0));

function readingOf(
  graph: readonly Vertex[],
  vertex: Vertex,
  found: Found,
  answers: Answers,
  at: number,
  strange: Reason | null,
): NodeReading {
  const base = { node: vertex.node.id, model: null, inputs: null, predictions: [], overload: null, workPerCall: null };
  if (strange) return { ...base, reason: strange };
  // whatever a formula says of as many instances as the design has is not true of those that a tool leaves
  if (vertex.strange?.code === 'steered') return { ...base, reason: vertex.strange };
  if (vertex.book?.source) return { ...base, ...usersReading(vertex, answers[at]) };
  const retried = retriedInto(graph, answers, at);
  const reason = retried ?? found.reason;
  const answer = meanAnswer(answers[at], [...found.flow.rates]);
  const predictions: Prediction[] = [];
  if (!retried) predictions.push(...ownPredictions(vertex, found), ...wholePredictions(found, answer));
  // the part's own formula comes first: why the whole answer has none matters only where the line itself has one
  const why = found.store ? retried : (reason ?? (isAnswer(answer) || found.groups.length === 0 ? null : answer));
  // its own refusals stand in the table
  const said = why?.code === 'turned-away' && why.part === vertex.node.id ? null : why;
  const isLine = found.store !== null || predictions.some(({ metric }) => metric === 'utilization');
  return {
    ...base,
    model: retried || !isLine ? null : found.model,
    inputs: isLine ? inputsOf(vertex, found) : null,
    predictions,
    reason: said,
    overload: overloadOf(vertex, found),
    workPerCall: workOf(vertex, found),
  };
}

/** A part that is busy less than this is not looked at as a line: a balancer, a cache. */
const hardlyBusy = 0.005;
/** So short a line is none. */
const hardlyWaiting = 0.001;

/** Its own line and store, whatever happens elsewhere. */
function ownPredictions({ book }: Vertex, { groups, store, model, flow }: Found): Prediction[] {
  const predictions: Prediction[] = [];
  if (store)
    predictions.push({
      metric: 'hitRatio',
      value: store.hitRatio,
      formula: store.formula,
      basis: store.isExact ? 'exact' : 'approximation',
    });
  const instances = book?.serving?.groups.reduce((sum, group) => sum + group.instances, 0) ?? 0;
  if (groups.length === 0 || !book?.serving) return predictions;
  const { counted } = book.serving;
  const calls = groups.reduce(
    (all, { load, station, instances: count }) => all + count * load.ratePerSecond * load.time.mean * (1 - (station?.refused ?? 0)),
    0,
  );
  const utilization = (calls + extraWork(book.serving, flow)) / counted / instances;
  if (utilization < hardlyBusy) return predictions;
  if (utilization < 1) predictions.push({ metric: 'utilization', value: utilization, formula: 'utilization-law', basis: 'law' });
  if (!groups.every(({ station }) => station) || !model) return predictions;
  const sum = (of: (group: Found['groups'][number]) => number) => groups.reduce((all, group) => all + group.instances * of(group), 0);
  const formula = groups[0].station?.model.formula ?? model.formula;
  const basis = 'exact';
  const waiting = sum(({ station }) => station!.means.waiting);
  if (book.serving.order !== 'sharing' && waiting > hardlyWaiting) predictions.push({ metric: 'waiting', value: waiting, formula, basis });
  const refused = groups.length === 1 ? (groups[0].station?.refused ?? 0) : 0;
  if (refused > 0) {
    predictions.push({ metric: 'refused', value: refused, formula, basis });
    predictions.push({ metric: 'inside', value: sum(({ station }) => station!.means.inside), formula, basis });
    predictions.push({ metric: 'response', value: groups[0].station!.means.response, formula, basis });
  }
  return predictions;
}

/** From arrival to answer, everybody who is asked meanwhile included. */
function wholePredictions({ flow, groups }: Found, answer: Answer): Prediction[] {
  if (!isAnswer(answer) || groups.length === 0 || answer.mean === 0) return [];
  const rate = [...flow.rates.values()].reduce((sum, each) => sum + each, 0);
  const [group] = groups;
  const alone = group.station && Math.abs(answer.mean - group.station.means.response) < 1e-12;
  const formula = alone && group.station ? group.station.model.formula : 'network';
  return [
    { metric: 'response', value: answer.mean, formula, basis: 'exact' },
    { metric: 'inside', value: rate * answer.mean, formula, basis: 'exact' },
  ];
}

/** What users see: the whole way there and back. */
function usersReading(vertex: Vertex, own: ReadonlyMap<Need, Answer>): Pick<NodeReading, 'model' | 'predictions' | 'reason'> {
  const source = vertex.book!.source!;
  if (vertex.strange) return { model: null, predictions: [], reason: vertex.strange };
  if (source.perSecond === 0) return { model: null, predictions: [], reason: null };
  const answer = meanAnswer(
    own,
    source.mix.map(({ need, share }) => [need, share]),
  );
  if (!isAnswer(answer)) return { model: null, predictions: [], reason: answer };
  if (answer.mean * Math.log(1e4) > source.patienceSeconds)
    return { model: null, predictions: [], reason: { code: 'timeouts', part: vertex.node.id } };
  const predictions: Prediction[] = [
    { metric: 'response', value: answer.mean, formula: 'network', basis: 'exact' },
    { metric: 'inside', value: answer.mean * source.perSecond, formula: 'network', basis: 'exact' },
  ];
  const { shape } = answer;
  for (const [metric, q] of shape && shape.stations.length > 0 ? quantiles : []) {
    const value = rowQuantile(shape!.stations, q);
    if (value !== null) predictions.push({ metric, value: shape!.constant + value, formula: 'network', basis: 'exact' });
  }
  return { model: { formula: 'network', notation: '' }, predictions, reason: null };
}

const quantiles = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

/** Over the kinds of calls as they come; with a shape when all have the same. */
function meanAnswer(own: ReadonlyMap<Need, Answer>, rates: readonly (readonly [Need, number])[]): Answer {
  const parts = rates.filter(([, rate]) => rate > 0).map(([need, rate]) => ({ rate, answer: own.get(need) as Answer }));
  const wrong = parts.find(({ answer }) => !isAnswer(answer));
  if (wrong) return wrong.answer;
  const whole = parts.reduce((sum, { rate }) => sum + rate, 0);
  if (whole === 0) return { mean: 0, shape: null };
  const answers = parts.map(({ answer }) => answer as Response);
  const mean = parts.reduce((sum, { rate }, i) => sum + rate * answers[i].mean, 0) / whole;
  const alike = answers.every((answer) => JSON.stringify(answer.shape) === JSON.stringify(answers[0].shape));
  return { mean, shape: alike ? answers[0].shape : null };
}

/** A wire that tries again after a timeout that is not seldom brings more than the traffic equations know. */
function retriedInto(graph: readonly Vertex[], answers: Answers, at: number): Reason | null {
  for (const caller of graph) {
    for (const way of [...caller.drawn, ...caller.named]) {
      if (way.to !== at || way.retries === 0 || way.timeoutSeconds === 0) continue;
      for (const answer of answers[at].values()) {
        if (isAnswer(answer) && (answer.mean + way.rttSeconds) * Math.log(1e4) > way.timeoutSeconds)
          return { code: 'timeouts', part: graph[at].node.id };
      }
    }
  }
  return null;
}

/** Work per second that no call waits for. */
function extraWork({ groups, time }: Serving, { rates }: Found['flow']): number {
  let work = 0;
  for (const [need, rate] of rates) for (const group of groups) work += rate * (group.extra?.(need) ?? 0) * time(need).mean;
  return work;
}

function inputsOf({ book }: Vertex, { groups, flow, store }: Found): NodeReading['inputs'] {
  if (store) return null;
  const [group] = groups;
  if (!group || !book?.serving || flow.unknown) return null;
  return {
    ratePerSecond: group.load.ratePerSecond,
    serviceSeconds: group.load.time.mean,
    servers: book.serving.servers,
    instances: group.instances,
    spread: spreadOf(group.load.time),
  };
}

function overloadOf({ book }: Vertex, { groups }: Found): Overload | null {
  const serving = book?.serving;
  if (!serving) return null;
  for (const { load, instances } of groups) {
    const does = serving.servers / load.time.mean;
    if (load.time.mean === 0 || load.ratePerSecond < does) continue;
    return { load: load.ratePerSecond / does, growsPerSecond: instances * (load.ratePerSecond - does), room: instances * serving.room };
  }
  return null;
}

function workOf({ book }: Vertex, { groups, flow }: Found): NodeReading['workPerCall'] {
  if (!book?.serving || groups.length === 0) return null;
  const instances = book.serving.groups.reduce((sum, group) => sum + group.instances, 0);
  const rate = groups.reduce((sum, group) => sum + group.instances * group.load.ratePerSecond, 0);
  const own = groups.reduce((sum, group) => sum + group.instances * group.load.ratePerSecond * group.load.time.mean, 0);
  const work = own + extraWork(book.serving, flow);
  return { seconds: work / rate, counted: book.serving.counted * instances };
}
