/** Which textbook station a part's line is, and what its formula says. */

import type { Id } from '../../design/design.ts';
import type { Serving, Timing } from '../../nodes/textbook.ts';
import { boundedStation, lossStation } from '../../theory/boundedStation.ts';
import { erlangC } from '../../theory/erlang.ts';
import { endlessStation, generalStation, sharedStation } from '../../theory/generalStation.ts';
import { everyKth, type PauseTransform, renewalStation } from '../../theory/renewalStation.ts';
import { mixedTime, spreadOf } from '../../theory/serviceTime.ts';
import { type MarkovStation, markovStation, type StationMeans } from '../../theory/station.ts';
import type { Formula, Model, Reason } from './reading.ts';

/**
 * How calls come to a part: by a Poisson process, every k-th of one (from one balancer), with independent pauses, or otherwise.
 * `again`: one request comes several times.
 */
export type Arrivals =
  | { form: 'poisson'; again: Reason | null }
  | { form: 'turns'; of: number; wholePerSecond: number; from: Id }
  | { form: 'renewal'; pause: PauseTransform }
  | { form: 'other'; why: Reason };

/** Calls of one instance of a group. */
export interface Load {
  ratePerSecond: number;
  /** All kinds of calls together. */
  time: Timing;
  /** Kinds of calls whose times differ. */
  isMixed: boolean;
}

export interface StationResult {
  model: Model;
  means: StationMeans;
  /** Share turned away. */
  refused: number;
  /** The whole distribution of its response is that of this M/M/c; null = only means are known. */
  markov: MarkovStation | null;
  /** Where it hands on to, arrivals are Poisson again (Burke 1956). */
  keepsPoisson: boolean;
}

/** Less than this share turned away is none: no run of a sitting would show it. */
const hardly = 1e-6;
/** Waiting less often than this is never waiting. */
const seldom = 1e-4;
/** A line so seldom used that what leaves it is what came. */
const nearlyIdle = 0.05;

/** The kinds of calls of one instance as one service time; null when nothing comes. */
export function loadOf(rates: readonly { ratePerSecond: number; time: Timing }[]): Load | null {
  const busy = rates.filter(({ ratePerSecond }) => ratePerSecond > 0);
  if (busy.length === 0) return null;
  const isMixed = busy.some(({ time }) => time.mean !== busy[0].time.mean || time.second !== busy[0].time.second);
  const time = isMixed
    ? { ...mixedTime(busy.map((each) => ({ share: each.ratePerSecond, time: each.time }))), isExponential: false }
    : busy[0].time;
  return { ratePerSecond: busy.reduce((sum, each) => sum + each.ratePerSecond, 0), time, isMixed };
}

const result = (formula: Formula, notation: string, means: StationMeans, more: Partial<StationResult> = {}): StationResult => ({
  model: { formula, notation },
  means,
  refused: 0,
  markov: null,
  keepsPoisson: means.utilization <= nearlyIdle,
  ...more,
});

/** Exponential service and Poisson arrivals, any number of servers. */
function markov(station: MarkovStation, room: number): StationResult {
  const { servers } = station;
  const endless = markovStation(station);
  // the chance to find `room` inside, if there were no end to it
  const beyond = endless ? endless.waitChance * (1 - endless.utilization) * endless.utilization ** (room - servers) : 1;
  if (endless && beyond < hardly) return result('markov', `M/M/${servers}`, endless, { markov: station, keepsPoisson: true });
  const bounded = boundedStation(station, room);
  return room === servers
    ? result('loss', `M/M/${servers}/${servers}`, bounded, { refused: bounded.blocked, keepsPoisson: false })
    : result('bounded', `M/M/${servers}/${room}`, bounded, { refused: bounded.blocked, keepsPoisson: false });
}

/** @returns the model's numbers for one instance, or why there is none; overloaded lines without an end have none either */
export function stationOf(serving: Serving, load: Load, arrivals: Arrivals): StationResult | Reason | null {
  const { servers, room, order } = serving;
  const { ratePerSecond, time } = load;
  if (arrivals.form === 'other') return arrivals.why;
  const work = ratePerSecond * time.mean;
  if (arrivals.form !== 'poisson') {
    const isTurn = arrivals.form === 'turns';
    if (servers > 1 || !time.isExponential || order === 'sharing') return { code: isTurn ? 'turns' : 'arrivals' };
    const means = renewalStation(isTurn ? everyKth(arrivals.of, arrivals.wholePerSecond) : arrivals.pause, ratePerSecond, time.mean);
    if (!means) return room === Infinity ? null : { code: 'bounded-general' };
    if (means.waitChance ** room > hardly) return { code: 'bounded-general' };
    return isTurn ? result('turns', `E${subscript(arrivals.of)}/M/1`, means) : result('renewal', 'GI/M/1', means);
  }
  if (time.mean === 0) return result('general', `M/D/${servers}`, { utilization: 0, wait: 0, response: 0, waiting: 0, inside: 0 });
  if (order === 'sharing') return sharing(serving, load);
  if (time.isExponential) {
    if (work >= servers && room === Infinity) return null;
    const found = markov({ ratePerSecond, serviceSeconds: time.mean, servers }, room);
    return order === 'lifo' ? { ...found, markov: null } : found;
  }
  if (arrivals.again && work / servers > nearlyIdle) return arrivals.again;
  if (room === servers) {
    const loss = lossStation({ ratePerSecond, serviceSeconds: time.mean, servers });
    return result('loss', `M/G/${servers}/${servers}`, loss, { refused: loss.blocked });
  }
  // so many servers that nobody waits: the number of servers no longer matters
  if (servers > 1 && work < servers && erlangC(servers, work) < seldom)
    return result('endless', 'M/G/∞', { ...endlessStation(ratePerSecond, time.mean), utilization: work / servers }, { keepsPoisson: true });
  if (servers > 1) return load.isMixed ? { code: 'mixed-times' } : { code: 'several-servers' };
  const means = generalStation(ratePerSecond, time);
  if (!means) return room === Infinity ? null : { code: 'bounded-general' };
  // an exponential tail through the mean is on the safe side for short lines and near enough for long ones
  if (Math.exp(-room / Math.max(means.inside, 1e-9)) > 1e-4) return { code: 'bounded-general' };
  return result('general', spreadOf(time) === 0 ? 'M/D/1' : 'M/G/1', means);
}

function sharing({ servers, room }: Serving, { ratePerSecond, time }: Load): StationResult | Reason | null {
  // the number inside is that of M/M/c, but who came last is not last to leave
  if (servers > 1 && time.isExponential && ratePerSecond * time.mean < servers)
    return { ...markov({ ratePerSecond, serviceSeconds: time.mean, servers }, room), markov: null };
  if (servers > 1) return { code: 'several-servers' };
  const means = sharedStation(ratePerSecond, time.mean);
  if (!means) return room === Infinity ? null : { code: 'bounded-general' };
  if (means.utilization ** room > hardly) return { code: 'bounded-general' };
  // what leaves shared servers is Poisson again whatever the service time (Kelly 1979)
  return result('shared', 'M/G/1-PS', means, { keepsPoisson: true });
}

const subscript = (n: number): string => [...String(n)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join('');
