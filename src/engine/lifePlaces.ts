/** How a kind's instances start and stop: the fields of `schema/fleetFields.ts`, found by name. */

/** Where a node's fields stand in `net.params`. */
export interface LifePlaces {
  readonly bootSeconds: number;
  readonly warmupSeconds: number;
  readonly warmupFactor: number;
  readonly drainSeconds: number;
  readonly bootsByHand: number;
}

const fieldNames = ['bootSeconds', 'warmupSeconds', 'warmupFactor', 'drainSeconds', 'bootsByHand'] as const;

/** Of a node's places of fields by name; null when its kind does not have these. */
export function lifePlaces(of: ReadonlyMap<string, number>): LifePlaces | null {
  const [bootSeconds, warmupSeconds, warmupFactor, drainSeconds, bootsByHand] = fieldNames.map((name) => of.get(name));
  if (bootSeconds === undefined || warmupSeconds === undefined || warmupFactor === undefined) return null;
  if (drainSeconds === undefined || bootsByHand === undefined) return null;
  return { bootSeconds, warmupSeconds, warmupFactor, drainSeconds, bootsByHand };
}
