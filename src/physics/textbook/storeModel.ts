/** What a cache should hit, by its rules and by what is asked for. */

import type { Store } from '../../nodes/textbook.ts';
import type { Values } from '../../schema/fields.ts';
import { agingHitRatio } from '../../theory/agingCache.ts';
import { zipfPopularity } from '../../theory/popularity.ts';
import type { Formula } from './reading.ts';

export interface StoreResult {
  hitRatio: number;
  formula: Formula;
  notation: string;
  isExact: boolean;
}

/** With fewer entries or keys than this the approximation is poor. */
const leastCapacity = 20;

/** Found before: the same caches are asked about at every edit, and several times in one walk through a design. */
const known = new Map<string, StoreResult | null>();
const mostKnown = 50;

/**
 * @param rates per second: what looks up and what removes
 * @returns null where no formula is good enough
 */
export function hitsOf(store: Store, workload: Values, rates: { reads: number; removals: number }): StoreResult | null {
  const { keys, keySkew, staticFiles, staticSkew } = workload;
  const name = JSON.stringify([store, keys, keySkew, staticFiles, staticSkew, rates]);
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const made = modelOf(store, workload, rates);
  known.set(name, made);
  return made;
}

function modelOf(store: Store, workload: Values, rates: { reads: number; removals: number }): StoreResult | null {
  const keys = Number(store.keys === 'rows' ? workload.keys : workload.staticFiles);
  const skew = Number(store.keys === 'rows' ? workload.keySkew : workload.staticSkew);
  const hasRoom = store.capacity >= keys;
  const ages = Number.isFinite(store.ttlSeconds);
  const removed = rates.removals > 0;
  if (!hasRoom && store.capacity > 0 && store.capacity < leastCapacity) return null;
  // how long a victim by lot has been there has no constant: only its plain case is known, and it hits as FIFO does
  if (!hasRoom && store.policy === 'random' && (ages || removed)) return null;
  if (store.renews && store.policy !== 'lru' && ages && !hasRoom) return null;
  const hitRatio = agingHitRatio({
    popularity: zipfPopularity(keys, skew, store.keeps),
    capacity: store.capacity,
    policy: store.policy === 'lru' ? 'lru' : 'fifo',
    renews: store.renews,
    ttlSeconds: store.ttlSeconds,
    readsPerSecond: rates.reads,
    writesPerSecond: rates.removals,
  });
  if (hasRoom && ages && !removed) return { hitRatio, formula: 'ttl', notation: 'TTL', isExact: true };
  const notation = store.policy.toUpperCase() + (ages ? ' + TTL' : '');
  return { hitRatio, formula: ages || removed ? 'aging' : store.policy === 'lru' ? 'lru' : 'fifo', notation, isExact: hasRoom };
}
