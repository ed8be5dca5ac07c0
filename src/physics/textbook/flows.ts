/** The traffic equations: from what users send to what reaches every part, by kinds of calls, and which model each part then is. */

import type { Design } from '../../design/design.ts';
import { instancesOf } from '../../design/instances.ts';
import type { Need, Serving, Source, Timing } from '../../nodes/textbook.ts';
import { exponentialTime } from '../../theory/serviceTime.ts';
import { inOrder, sharesOf, type Vertex, type Way, waysFor } from './graph.ts';
import type { Model, Reason } from './reading.ts';
import { type Arrivals, type Load, loadOf, type StationResult, stationOf } from './stationModel.ts';
import { hitsOf, type StoreResult } from './storeModel.ts';

/** What comes to a part. */
export interface Flow {
  /** Calls per second by need. */
  rates: Map<Need, number>;
  arrivals: Arrivals | null;
  /** Why the rates are not known; null = they are. */
  unknown: Reason | null;
  /** Rows that are asked for together, not each by itself. */
  hasCompany: boolean;
  /** A cache of which nobody knows what it hits is told an unknown number of rows to keep: its line is not looked at. */
  isPartial: boolean;
}

export interface GroupResult {
  instances: number;
  load: Load;
  station: StationResult | null;
}

/** A part with everything theory finds out about its own line and store. */
export interface Found {
  flow: Flow;
  groups: readonly GroupResult[];
  store: StoreResult | null;
  /** Why there is no model of its line, or of its store. */
  reason: Reason | null;
  model: Model | null;
}

const noFlow = (): Flow => ({ rates: new Map(), arrivals: null, unknown: null, hasCompany: false, isPartial: false });

const isReason = (found: StationResult | Reason | null): found is Reason => found !== null && 'code' in found;

/** How requests begin. */
function sent({ pause }: Source): Arrivals {
  if (pause === undefined) return { form: 'poisson', again: null };
  return pause ? { form: 'renewal', pause } : { form: 'other', why: { code: 'arrivals' } };
}

/** On its way a stream of chance stays one; any other is shuffled by wires that take now longer, now shorter, and thinned by several wires. */
function overWay(arrivals: Arrivals, { isFixed }: Way, share: number): Arrivals {
  return arrivals.form !== 'renewal' || (isFixed && share === 1) ? arrivals : { form: 'other', why: { code: 'arrivals' } };
}

/** How what leaves a part comes to the next. */
function leaving({ groups, flow, reason }: Found, vertex: Vertex): Arrivals {
  const before = flow.arrivals ?? { form: 'poisson', again: null };
  const upstream: Reason = { code: 'upstream', part: vertex.node.id };
  if (reason && groups.some(({ station }) => !station)) {
    // an idle line changes nothing, model or not
    const idle = groups.every(({ load }) => load.ratePerSecond * load.time.mean <= 0.05);
    return idle ? before : { form: 'other', why: upstream };
  }
  if (groups.some(({ station }) => station?.refused)) return { form: 'other', why: upstream };
  if (groups.every(({ station }) => station?.keepsPoisson)) return before;
  return { form: 'other', why: upstream };
}

function merge(flow: Flow, need: Need, perSecond: number, arrivals: Arrivals): void {
  const before = flow.arrivals;
  flow.rates.set(need, (flow.rates.get(need) ?? 0) + perSecond);
  if (before === null || before.form === 'other') flow.arrivals = before ?? arrivals;
  else if (arrivals.form === 'other') flow.arrivals = arrivals;
  else if (before.form === 'turns' || arrivals.form === 'turns') {
    // one balancer deals its needs in the same turns
    const whole = before.form === 'turns' && arrivals.form === 'turns' && before.from === arrivals.from;
    flow.arrivals = whole
      ? { ...before, wholePerSecond: before.wholePerSecond + arrivals.wholePerSecond }
      : { form: 'other', why: { code: 'turns' } };
  } else if (before.form === 'renewal' || arrivals.form === 'renewal') {
    const same = before.form === 'renewal' && arrivals.form === 'renewal' && before.pause === arrivals.pause;
    if (!same) flow.arrivals = { form: 'other', why: { code: 'arrivals' } };
  } else if (arrivals.again) flow.arrivals = arrivals;
}

/** How the calls of one step come to one instance of the part they go to. */
function dealt(graph: readonly Vertex[], vertex: Vertex, ways: readonly Way[], arrivals: Arrivals, perSecond: number): Arrivals {
  const { book } = vertex;
  if (!book?.dealsInstances || arrivals.form === 'other') return arrivals;
  const instances = ways.reduce((sum, { to }) => sum + instancesOf(graph[to].node), 0);
  if (instances === 1) return arrivals;
  // a Poisson process dealt by lot is several; of others nothing simple is left
  if (book.deals === 'lot' || book.deals === 'weights')
    return arrivals.form === 'poisson' ? arrivals : { form: 'other', why: { code: 'arrivals' } };
  if (book.deals !== 'turns') return { form: 'other', why: { code: 'least' } };
  if (arrivals.form !== 'poisson') return { form: 'other', why: { code: 'turns' } };
  return { form: 'turns', of: instances, wholePerSecond: perSecond, from: vertex.node.id };
}

/** All services of one call as one: a geometric number of exponential times is an exponential time. */
export function served({ time, visits = 1 }: Serving, need: Need): Timing {
  const once = time(need);
  if (visits === 1) return once;
  return once.isExponential ? { ...exponentialTime(once.mean * visits), isExponential: true } : { ...once, mean: once.mean * visits };
}

function evaluate(design: Design, vertex: Vertex, flow: Flow): Found {
  const { book } = vertex;
  const company: Reason | null = book?.store && flow.hasCompany ? { code: 'rows-together' } : null;
  const reason: Reason | null = vertex.strange ?? (book?.unlike ? { code: book.unlike } : company);
  const found: Found = { flow, groups: [], store: null, reason: reason ?? flow.unknown, model: null };
  if (!book || flow.unknown) return found;
  const rateOf = (need: Need) => flow.rates.get(need) ?? 0;
  let own = reason;
  const again: Reason = { code: 'again', part: vertex.node.id };
  const comesBack = (book.serving?.visits ?? 1) > 1;
  const came = flow.arrivals ?? { form: 'poisson', again: null };
  const arrivals: Arrivals = !comesBack ? came : came.form === 'poisson' ? { form: 'poisson', again } : { form: 'other', why: again };
  const groups: GroupResult[] = [];
  for (const group of flow.isPartial ? [] : (book.serving?.groups ?? [])) {
    const rates = [...flow.rates].map(([need, rate]) => ({
      ratePerSecond: (rate * group.share(need)) / group.instances,
      time: served(book.serving!, need),
    }));
    const load = loadOf(rates);
    if (!load) continue;
    // a store whose keys are dealt or whose policy has no formula is still a line
    const station = reason && !book.store ? reason : stationOf(book.serving!, load, arrivals);
    if (isReason(station)) own ??= station;
    // the whole distribution of times is another where one call is served several times
    groups.push({
      instances: group.instances,
      load,
      station: station && !isReason(station) ? { ...station, markov: comesBack ? null : station.markov } : null,
    });
  }
  let store: StoreResult | null = null;
  if (book.store && !reason) {
    store = hitsOf(book.store, design.workload.params, {
      reads: rateOf(book.store.readBy),
      removals: book.store.removedBy ? rateOf(book.store.removedBy) : 0,
    });
    if (!store) own = { code: book.store.policy === 'lru' ? 'small' : 'policy' };
  }
  const station = groups[0]?.station?.model ?? null;
  const model = store ? { formula: store.formula, notation: store.notation } : book.store ? null : station;
  return { ...found, groups, store, reason: own, model };
}

/** One walk through the design, callers first. */
interface Walk {
  design: Design;
  graph: readonly Vertex[];
  flows: readonly Flow[];
  /** The walk before: what caches hit follows from all that comes to them, which is known only at the end of a walk. */
  before: readonly Found[] | null;
}

/** Caches behind caches need one more walk each. */
const walks = 3;
const everyNeed: readonly Need[] = ['static', 'read', 'write', 'job'];

/**
 * @param perSecondOf what the source at this position sends; a closed population is asked for one request a second to find its visits
 * @returns in the design's order
 */
export function flowsOf(design: Design, graph: readonly Vertex[], perSecondOf: (at: number) => number): readonly Found[] {
  let before: readonly Found[] | null = null;
  const hasCaches = graph.some(({ book }) => book?.store);
  for (let i = 0; i < (hasCaches ? walks : 1); i++) before = walkOnce({ design, graph, flows: graph.map(noFlow), before }, perSecondOf);
  return before ?? [];
}

function walkOnce(walk: Walk, perSecondOf: (at: number) => number): readonly Found[] {
  const found: Found[] = [];
  for (const at of inOrder(walk.graph)) {
    const vertex = walk.graph[at];
    const own = evaluate(walk.design, vertex, walk.flows[at]);
    found[at] = own;
    const source = vertex.book?.source;
    const after = source ? sent(source) : leaving(own, vertex);
    const passed = own.groups[0]?.station ? 1 - own.groups[0].station.refused : 1;
    const needs: readonly (readonly [Need, number])[] = source
      ? source.mix.map(({ need, share }) => [need, perSecondOf(at) * share])
      : own.flow.unknown
        ? everyNeed.map((need) => [need, 0])
        : [...own.flow.rates];
    for (const [need, perSecond] of needs) {
      if (perSecond > 0 || own.flow.unknown) hand(walk, at, own, need, perSecond * passed, after);
    }
  }
  return found;
}

/** Hands on what one kind of call asks of others. */
function hand(walk: Walk, at: number, own: Found, need: Need, perSecond: number, after: Arrivals): void {
  const { graph, flows } = walk;
  const vertex = graph[at];
  for (const asking of vertex.book?.asks(need) ?? []) {
    const ways = waysFor(graph, vertex, asking);
    if (ways.length === 0) continue;
    const shares = sharesOf(graph, vertex, ways, asking);
    const missed = asking.afterMiss ? missesOf(walk, at, own, need) : 1;
    const before: Reason | null = own.flow.unknown ? { code: 'unknown-traffic', part: vertex.node.id } : vertex.strange;
    for (const [i, way] of ways.entries()) {
      const { to, strange } = way;
      const unknown = before ?? strange ?? ('code' in shares ? shares : null) ?? (typeof missed === 'number' ? null : missed);
      if (unknown) {
        if (unknown.code === 'unknown-traffic' && unknown.part === graph[to].node.id) flows[to].isPartial = true;
        else flows[to].unknown ??= unknown;
        continue;
      }
      const share = (shares as readonly number[])[i];
      if (share === 0) continue;
      const rate = perSecond * asking.times * (missed as number) * share;
      // what is only asked now and then, by chance, is thinned as over several wires
      const comes = overWay(dealt(graph, vertex, ways, after, perSecond), way, Math.min(1, asking.times) * (missed as number) * share);
      const comesAgain = asking.times > 1 || asking.need === 'set';
      const again: Reason = { code: 'again', part: vertex.node.id };
      merge(flows[to], asking.need, rate, comes.form === 'poisson' && comesAgain ? { form: 'poisson', again } : comes);
      if (asking.times > 1) flows[to].hasCompany = true;
    }
  }
}

/** The share of lookups that found nothing: at the part's own store, else at the cache it asks first. */
function missesOf({ graph, before }: Walk, at: number, own: Found, need: Need): number | Reason {
  const vertex = graph[at];
  const unknown: Reason = { code: 'unknown-traffic', part: vertex.node.id };
  if (vertex.book?.store) return own.store ? 1 - own.store.hitRatio : unknown;
  const lookUp = vertex.book?.asks(need).find(({ role }) => role === 'cache');
  const way = lookUp && waysFor(graph, vertex, lookUp)[0];
  if (!way || !before) return 1;
  const { store } = before[way.to];
  return store ? 1 - store.hitRatio : { code: 'unknown-traffic', part: graph[way.to].node.id };
}
