/** What kinds share of their textbooks: service fields as moments, and the processors and threads of programs. */

import type { Values } from '../schema/fields.ts';
import { boundedParetoTime, erlangTime, exponentialTime, fixedTime, lognormalTime, mixedTime } from '../theory/serviceTime.ts';
import type { Serving, Timing } from './textbook.ts';

/** Names of the fields that `timeOf` reads. */
export const timeFields = ['service', 'serviceSpread', 'slowShare', 'tailIndex', 'tailRange'] as const;

/** A service time of the given mean in the form that a kind's `service` fields say, as `engine/durations.ts` draws it. */
export function timeOf(params: Values, meanMs: number): Timing {
  const mean = meanMs / 1000;
  const spread = Number(params.serviceSpread);
  switch (params.service) {
    case 'exponential':
      return { ...exponentialTime(mean), isExponential: true };
    case 'fixed':
      return { ...fixedTime(mean), isExponential: false };
    case 'none':
      return { ...fixedTime(0), isExponential: false };
    case 'lognormal':
      return { ...lognormalTime(mean, spread), isExponential: false };
    case 'erlang': {
      const stages = spread === 0 ? Infinity : Math.max(1, Math.round(1 / (spread * spread)));
      return { ...erlangTime(mean, stages), isExponential: stages === 1 };
    }
    case 'pareto':
      return { ...boundedParetoTime(mean, Number(params.tailIndex), Number(params.tailRange)), isExponential: false };
    default:
      return branched(mean, spread, Number(params.slowShare) / 100, params.service === 'bimodal');
  }
}

/** A program's processors and threads. @param asksNobody it computes and answers; else a thread is held while others answer */
export function programServing(params: Values, asksNobody: boolean): Omit<Serving, 'time' | 'visits'> {
  const threads = Number(params.threads);
  const vcpu = Number(params.vcpu);
  return {
    groups: [{ instances: Number(params.instances), share: () => 1 }],
    servers: asksNobody ? Math.min(vcpu, threads) : vcpu,
    counted: vcpu,
    room: asksNobody ? threads + Number(params.queueLimit) : Infinity,
    holds: asksNobody ? null : threads,
    order: params.discipline === 'sharing' ? 'sharing' : params.discipline === 'lifo' ? 'lifo' : 'fifo',
  };
}

/** Quick or slow: two values, or two exponentials. */
function branched(mean: number, spread: number, slow: number, isBimodal: boolean): Timing {
  const between = isBimodal ? spread * spread : Math.max(0, (spread * spread - 1) / 2);
  const apart = Math.min(Math.sqrt(between / (slow * (1 - slow))), 1 / slow);
  const of = isBimodal ? fixedTime : exponentialTime;
  return {
    ...mixedTime([
      { share: slow, time: of(mean * (1 + (1 - slow) * apart)) },
      { share: 1 - slow, time: of(mean * (1 - slow * apart)) },
    ]),
    isExponential: !isBimodal && apart === 0,
  };
}
