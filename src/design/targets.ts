/** What a design is asked to keep: its requirements. They travel with it; nothing of a run hangs on them. */

import { defaultsOf, number } from '../schema/fields.ts';
import { isRecord, parseValues } from '../schema/parse.ts';
import type { Design } from './design.ts';
import type { RepairLog } from './repairs.ts';

const wish = { source: 'assumption' } as const;

/** Each with the value at which a fresh wish begins. `availability` is at least so much, all others at most. */
export const targetFields = {
  /** Of 100 requests 99 take at most so long. */
  p99Ms: number({ default: 200, min: 1, max: 60_000, unit: 'ms', scale: 'log', ...wish }),
  /** Of the requests that were asked, those over a limit left out. */
  availabilityPercent: number({ default: 99.9, min: 50, max: 99.9999, unit: '%', ...wish }),
  /** Of the reads that were answered. */
  stalePercent: number({ default: 1, min: 0, max: 100, unit: '%', ...wish }),
  /** Writes that were acknowledged and are gone. */
  lostWrites: number({ default: 0, min: 0, max: 1e9, unit: '', integer: true, ...wish }),
  /** RTO: from a fault until users are served again, the longest of all. */
  rtoSeconds: number({ default: 60, min: 0, max: 86_400, unit: 's', ...wish }),
  /** RPO: seconds of acknowledged writing that a fault took, the most of all. */
  rpoSeconds: number({ default: 5, min: 0, max: 86_400, unit: 's', ...wish }),
  monthlyUsd: number({ default: 1000, min: 0, max: 1e9, unit: 'USD', scale: 'log', ...wish }),
} as const;

export type TargetName = keyof typeof targetFields;
/** Only those that are asked for; one that is not there is no wish. */
export type Targets = Readonly<Partial<Record<TargetName, number>>>;

export const targetNames = Object.keys(targetFields) as readonly TargetName[];
export const freshTargets = defaultsOf(targetFields);

/** One of a set asked for, changed, or (null) no longer asked for. In the order of `targetFields`, so that like sets are alike. */
export function withTarget(targets: Targets, name: TargetName, value: number | null): Targets {
  const all = { ...targets, [name]: value ?? undefined };
  return Object.fromEntries(targetNames.flatMap((each) => (all[each] === undefined ? [] : [[each, all[each]]])));
}

/** A design that asks for nothing says nothing of it: the reader's own wishes hold for it then. */
export function setTargets(design: Design, targets: Targets): Design {
  const { targets: _, ...rest } = design;
  return { ...rest, ...someOf(targets) };
}

const someOf = (targets: Targets): { targets?: Targets } => (Object.keys(targets).length > 0 ? { targets } : {});

/**
 * Reads targets from data that may hold anything; only those that are there come back.
 * @param log takes down what was mended
 */
export function parseTargets(given: unknown, log: Pick<RepairLog, 'noteFields'>): { targets?: Targets } {
  const { values, repairs } = parseValues(targetFields, given);
  log.noteFields('targets', repairs);
  return isRecord(given)
    ? someOf(Object.fromEntries(targetNames.flatMap((name) => (Object.hasOwn(given, name) ? [[name, values[name]]] : []))))
    : {};
}
