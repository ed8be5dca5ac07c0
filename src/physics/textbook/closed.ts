/** Designs whose users wait for one answer before they ask again: a closed network, solved as a whole. */

import type { Design } from '../../design/design.ts';
import { closedNetwork } from '../../theory/closedNetwork.ts';
import { spreadOf } from '../../theory/serviceTime.ts';
import { type Found, flowsOf } from './flows.ts';
import type { Vertex } from './graph.ts';
import type { NodeReading, Prediction, Reason } from './reading.ts';
import { answersOf, isAnswer } from './responses.ts';

/** Larger populations would take seconds to solve. */
const mostCustomers = 5000;

const nothing = { model: null, inputs: null, predictions: [], overload: null, workPerCall: null } as const;

/**
 * @param strange why the workload as a whole has no formula
 * @returns null when nobody in the design waits before asking again
 */
export function closedOf(design: Design, graph: readonly Vertex[], strange: Reason | null): readonly NodeReading[] | null {
  const sources = graph.flatMap(({ book }, at) => (book?.source ? [{ at, source: book.source }] : []));
  const population = sources.find(({ source }) => source.closed);
  if (!population?.source.closed) return null;
  const { customers, thinkSeconds } = population.source.closed;
  const refused = (reason: Reason): readonly NodeReading[] =>
    graph.flatMap(({ node, book }) => (book ? [{ ...nothing, node: node.id, reason }] : []));
  if (strange) return refused(strange);
  if (sources.length > 1 || customers > mostCustomers) return refused({ code: 'closed' });
  // visits per request: at one request in thirty years nobody waits, and times are those of empty stations
  const unit = 1e-9;
  const found = flowsOf(design, graph, (at) => (at === population.at ? unit : 0));
  const wrong = unfit(graph, found, customers, unit);
  if (wrong) return refused(wrong);
  const idle = answersOf(graph, found)[population.at];
  const least = hardly * Math.max(...found.flatMap((each) => each.groups.map((group) => demandOf(group, unit))));
  const stations = found.flatMap((each, at) =>
    each.groups
      .filter((group) => demandOf(group, unit) > least)
      .flatMap((group) =>
        Array.from({ length: group.instances }, () => ({
          at,
          demandSeconds: demandOf(group, unit),
          servers: graph[at].book!.serving!.servers,
        })),
      ),
  );
  const answers = [...idle].filter(([need]) => population.source.mix.some((part) => part.need === need && part.share > 0));
  const stopped = answers.find(([, answer]) => !isAnswer(answer))?.[1];
  if (stopped && !isAnswer(stopped)) return refused(stopped);
  const share = new Map(population.source.mix.map(({ need, share: part }) => [need, part]));
  const alone = answers.reduce((sum, [need, answer]) => sum + (share.get(need) ?? 0) * (isAnswer(answer) ? answer.mean : 0), 0);
  // what is left of an answer beside the stations' own work: wires and disks, where nobody waits
  const away = Math.max(0, alone - stations.reduce((sum, { demandSeconds }) => sum + demandSeconds, 0));
  const solved = closedNetwork(customers, thinkSeconds + away, stations);
  return graph.flatMap((vertex, at): NodeReading[] => {
    if (!vertex.book) return [];
    const own = solved.stations.filter((_, i) => stations[i].at === at);
    const mine = stations.filter((each) => each.at === at);
    const predictions: Prediction[] =
      at === population.at
        ? [
            { metric: 'throughput', value: solved.throughput, formula: 'closed', basis: 'exact' },
            { metric: 'response', value: solved.response + away, formula: 'closed', basis: 'exact' },
          ]
        : stationPredictions(vertex, solved.throughput, own, mine);
    if (predictions.length === 0) return [{ ...nothing, node: vertex.node.id, reason: null }];
    const [group] = found[at].groups;
    return [
      {
        ...nothing,
        node: vertex.node.id,
        model: { formula: 'closed' as const, notation: '' },
        inputs: group
          ? {
              ratePerSecond: (group.load.ratePerSecond / unit) * solved.throughput,
              serviceSeconds: group.load.time.mean,
              servers: vertex.book.serving?.servers ?? 1,
              instances: group.instances,
              spread: spreadOf(group.load.time),
            }
          : null,
        predictions,
        reason: null,
      },
    ];
  });
}

/** A part that takes less than this of the longest is a delay, not a line. */
const hardly = 0.01;

/** Mean work that one request brings to one instance. */
const demandOf = ({ load }: Found['groups'][number], unit: number): number => (load.ratePerSecond / unit) * load.time.mean;

function stationPredictions(
  { book }: Vertex,
  throughput: number,
  own: readonly { utilization: number; inside: number }[],
  mine: readonly { demandSeconds: number; servers: number }[],
): Prediction[] {
  if (own.length === 0 || !book?.serving) return [];
  const { counted, servers } = book.serving;
  const utilization = (own.reduce((sum, each) => sum + each.utilization, 0) / own.length) * (servers / counted);
  const waiting = own.reduce((sum, each, i) => sum + each.inside - throughput * mine[i].demandSeconds, 0);
  return [
    { metric: 'utilization', value: utilization, formula: 'closed', basis: 'exact' },
    ...(book.serving.order !== 'sharing' ? [{ metric: 'waiting', value: waiting, formula: 'closed', basis: 'exact' } as const] : []),
  ];
}

/** Product form asks for exponential times of one mean (or shared servers), and for room for everybody. */
function unfit(graph: readonly Vertex[], found: readonly Found[], customers: number, unit: number): Reason | null {
  const most = Math.max(...found.flatMap(({ groups }) => groups.map((group) => demandOf(group, unit))));
  for (const [at, { flow, groups, store }] of found.entries()) {
    const serving = graph[at].book?.serving;
    if (flow.unknown) return flow.unknown;
    if (graph[at].strange && flow.rates.size > 0) return graph[at].strange;
    // what a cache hits depends on the very rates that are looked for
    if (store) return { code: 'closed' };
    for (const group of groups) {
      if (!serving || demandOf(group, unit) <= hardly * most) continue;
      const { load } = group;
      if (flow.arrivals?.form === 'turns') return { code: 'turns' };
      if (flow.arrivals?.form === 'other') return flow.arrivals.why;
      if (serving.order !== 'sharing' && !load.time.isExponential) return { code: load.isMixed ? 'mixed-times' : 'closed' };
      if (serving.room < customers) return { code: 'bounded-general' };
    }
  }
  return null;
}
