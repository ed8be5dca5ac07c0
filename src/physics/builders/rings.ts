/** Servers on a hash ring: how uneven their parts are, and what moves when one more comes. */

import type { Design } from '../../design/design.ts';
import type { Run } from '../../engine/run.ts';
import { sampleWidth } from '../../engine/tracer.ts';
import { meanOf } from '../../statistics/estimate.ts';
import type { Builder, Row } from '../experiment.ts';
import { Beyond, balancer, type Part, readsOnly, station, users, type Wire, wire } from '../parts.ts';
import { playTo } from '../play.ts';
import { meanIn } from './moments.ts';
import { renamed, rootIn, unevenness } from './sticking.ts';

/** Rings of one design, each with people, balancers and servers of its own. */
const rings = 10;
const mostServers = 100;
/** Points per server that the field allows. */
const mostPoints = 1000;
/** Requests a second of one ring, evenly spaced. */
const perSecond = 100;
/** A request leaves two rows on each of the five wires it takes. */
const rowsPerRequest = 10;
/** The most that are written down before somebody takes them is 4096. */
const requestsAtOnce = 4000 / rowsPerRequest / rings;

const people: Part = { kind: 'users', params: { ...users(perSecond).params, arrivals: 'even' } };
const quick = { vcpu: 1024, service: 'none' } as const;

/**
 * Every request goes to two balancers at once, of which the second knows one server more: where the two send it tells whether it would
 * move. Servers stand on the ring by their names, so both see the same ring but for the new one.
 */
function pairsOfRings(servers: number, virtualNodes: number): Design {
  const parts: Part[] = [];
  const wires: Wire[] = [];
  const ring = balancer('consistent-hash', { hashOn: 'session', virtualNodes });
  for (let r = 0; r < rings; r++) {
    const first = parts.length;
    const [front, before, after, server] = [first + 1, first + 2, first + 3, first + 4];
    parts.push(people, station({ ...quick, fanOut: 2 }), ring, ring);
    for (let s = 0; s <= servers; s++) parts.push(station(quick));
    wires.push({ from: first, to: front }, { from: front, to: before }, { from: front, to: after });
    for (let s = 0; s < servers; s++) wires.push({ from: before, to: server + s });
    for (let s = 0; s <= servers; s++) wires.push({ from: after, to: server + s });
  }
  return wire(parts, wires, readsOnly);
}

/** What is known of one ring from some requests. */
class Tally {
  readonly counts: number[];
  moved = 0;
  requests = 0;

  constructor(servers: number) {
    this.counts = new Array(servers).fill(0);
  }

  add(before: number, after: number): void {
    this.counts[before]++;
    this.requests++;
    if (before !== after) this.moved++;
  }

  row(): Row {
    const moved = this.moved / this.requests;
    return { ...unevenness(this.counts), moved, movedSquare: moved * moved };
  }
}

function merged(one: Tally, other: Tally): Tally {
  const both = new Tally(one.counts.length);
  one.counts.forEach((count, i) => {
    both.counts[i] = count + other.counts[i];
  });
  both.moved = one.moved + other.moved;
  both.requests = one.requests + other.requests;
  return both;
}

/**
 * What endlessly many requests would show. So many show it but for an error that halves when they double, so it is the difference to
 * what either half of them shows (the jackknife: Quenouille 1949).
 */
function withoutSampling(one: Tally, other: Tally): Row {
  const [both, a, b] = [merged(one, other).row(), one.row(), other.row()];
  return Object.fromEntries(Object.keys(both).map((name) => [name, 2 * both[name] - (a[name] + b[name]) / 2]));
}

/** Plays a run and compares where the two balancers of each ring send every request. @returns a row per ring */
function watched(run: Run, requests: number, servers: number): Row[] {
  const perRing = 4 + 2 * servers;
  const halves = Array.from({ length: rings }, () => [new Tally(servers), new Tally(servers)]);
  /** Where one of the two balancers has sent a request whose other answer is still to be seen. */
  const seen = new Map<number, number>();
  run.setSampling(1);
  for (let played = 0; played < requests; played += requestsAtOnce) {
    playTo(run, Math.min(played + requestsAtOnce, requests) / perSecond);
    const rows = run.takeSamples();
    const half = played < requests / 2 ? 0 : 1;
    for (let at = 0; at < rows.length; at += sampleWidth) {
      const ring = Math.floor(rows[at + 1] / perRing);
      const wireOfRing = rows[at + 1] - ring * perRing - 3;
      if (wireOfRing < 0 || rows[at + 2] === 1) continue;
      const request = rows[at] * rings + ring;
      const other = seen.get(request);
      if (other === undefined) {
        seen.set(request, wireOfRing);
        continue;
      }
      seen.delete(request);
      halves[ring][half].add(Math.min(wireOfRing, other), Math.max(wireOfRing, other) - servers);
    }
  }
  return halves.map(([one, other]) => withoutSampling(one, other));
}

/** So many that the error beyond what halves of them tell is a thousandth: five for each point on the ring, a few hundred at least. */
const requestsFor = (points: number): number => Math.ceil(Math.max(500, 5 * points) / (2 * requestsAtOnce)) * 2 * requestsAtOnce;

export const hashRing: Builder = ({ parameters }) => {
  const servers = parameters.count('nodes', 2, mostServers);
  const virtualNodes = parameters.count('virtual_nodes', 1, mostPoints);
  const hash = parameters.text('hash');
  if (hash !== 'uniform on circle') throw new Beyond(`the hash ${hash}`);
  const requests = requestsFor(servers * virtualNodes);
  const design = pairsOfRings(servers, virtualNodes);
  return {
    form: 'replicated',
    design,
    // every replication has rings of its own: a ring is what its servers are called
    designOf: (r) => renamed(design, String(r)),
    trials: rings,
    seconds: (requests + 1) / perSecond,
    play: (run): readonly Row[] => watched(run, requests, servers),
    metrics: {
      imbalance_max_over_mean: meanIn('most'),
      imbalance_min_over_mean: meanIn('least'),
      share_sd_over_mean: rootIn('square'),
      fraction_moved_on_add: meanIn('moved'),
      fraction_moved_on_add_sd: (rows) => {
        const mean = meanOf(rows.map(({ moved }) => moved));
        return Math.sqrt(Math.max(0, meanOf(rows.map(({ movedSquare }) => movedSquare)) - mean * mean));
      },
    },
  };
};
