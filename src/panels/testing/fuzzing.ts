/**
 * `?fuzz` and `?fuzzKeys`: the page is its own restless visitor, with a mouse or with a keyboard, by the seed of `?seed=`. Nothing
 * outside of the page is needed, so it can be left alone with it in any browser. `scripts/fuzz.mjs` watches whether it complains.
 */

import { designStore } from '../../store/designStore.ts';
import { pressKeys } from './fuzzKeys.ts';
import { usePointer } from './fuzzPointer.ts';
import { begunAs, toRest, visitAll } from './resting.ts';
import { chanceOf } from './seeded.ts';

/** The page is there before its document is: what it rests with is a design that can run. */
function somethingOpened(): Promise<void> {
  return new Promise((done) => {
    const stop = designStore.subscribe(look);
    function look(): void {
      if (designStore.getState().design.nodes.length === 0) return;
      stop();
      done();
    }
    look();
  });
}

/** Between two acts. */
const restMs = 40;

export interface Fuzzing {
  pointer: boolean;
  keys: boolean;
  seed: string;
}

/**
 * Acts from now on, until the page is left. How often it has acted stands at the page's root, as `data-fuzz-acts`. The event `fuzz-rest` at
 * the window brings the page to rest (`resting.ts`) after a visit of every window, and `data-fuzz-rests` counts how often it came there,
 * `data-fuzz-stuck` how many runs did not begin on the way; `fuzz-go` lets it go on.
 */
export async function startFuzzing({ pointer, keys, seed }: Fuzzing): Promise<void> {
  await somethingOpened();
  const chance = chanceOf(seed);
  const acts = [...(pointer ? [usePointer] : []), ...(keys ? [pressKeys] : [])];
  const begun = begunAs();
  let isResting = false;
  let count = 0;
  let rests = 0;
  let stuck = 0;
  addEventListener('fuzz-rest', async () => {
    isResting = true;
    await toRest(begun);
    stuck += await visitAll(begun);
    await toRest(begun);
    rests += 1;
    document.documentElement.dataset.fuzzStuck = String(stuck);
    document.documentElement.dataset.fuzzRests = String(rests);
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
