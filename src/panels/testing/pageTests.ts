/** Tests that the page makes of itself when its address asks for them: `?stringTest=`, `?fuzz`, `?fuzzKeys`, with the luck of `?seed=`. */

import { startFuzzing } from './fuzzing.ts';
import { startStringTest } from './stringTest.ts';

/** @param search as in `location.search` */
export async function beforeWords(search: string): Promise<void> {
  await startStringTest(new URLSearchParams(search).get('stringTest'));
}

/** @param search as in `location.search` */
export function onceDrawn(search: string): void {
  const given = new URLSearchParams(search);
  const [pointer, keys] = [given.has('fuzz'), given.has('fuzzKeys')];
  if (pointer || keys) void startFuzzing({ pointer, keys, seed: given.get('seed') ?? '1' });
}
