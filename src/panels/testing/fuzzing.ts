/**
 * `?fuzz` and `?fuzzKeys`: the page is its own restless visitor, with a mouse or with a keyboard, by the seed of `?seed=`. Nothing
 * outside of the page is needed, so it can be left alone with it in any browser. `scripts/fuzz.mjs` watches whether it complains.
 */

import { pressKeys } from './fuzzKeys.ts';
import { usePointer } from './fuzzPointer.ts';
import { chanceOf } from './seeded.ts';

/** Between two acts. */
const restMs = 40;

export interface Fuzzing {
  pointer: boolean;
  keys: boolean;
  seed: string;
}

/**
 * Acts from now on, until the page is left. How often it has acted stands at the page's root, as `data-fuzz-acts`; the events `fuzz-rest`
 * and `fuzz-go` at the window let it rest and go on.
 */
export function startFuzzing({ pointer, keys, seed }: Fuzzing): void {
  const chance = chanceOf(seed);
  const acts = [...(pointer ? [usePointer] : []), ...(keys ? [pressKeys] : [])];
  let isResting = false;
  let count = 0;
  addEventListener('fuzz-rest', () => {
    isResting = true;
  });
  addEventListener('fuzz-go', () => {
    isResting = false;
  });
  // Made-up pointers cannot be captured, and a browser says so by throwing.
  const { setPointerCapture } = Element.prototype;
  Element.prototype.setPointerCapture = function (id) {
    try {
      setPointerCapture.call(this, id);
    } catch {
      // As if it had been let go at once.
    }
  };
  const act = (): void => {
    if (!isResting) {
      chance.oneOf(acts)(chance);
      count += 1;
      document.documentElement.dataset.fuzzActs = String(count);
    }
    setTimeout(act, restMs);
  };
  act();
}
