// `npm run fuzz -- --leak=kept,listeners`: leaks that are put into the page at each rest, to see that the walk finds them.

/** In the page. */
const inPage = {
  kept: () => {
    globalThis.leaked ??= [];
    globalThis.leaked.push(Array.from({ length: 20_000 }, (_, i) => ({ i, at: `${i}` })));
  },
  numbers: () => {
    globalThis.leaked ??= [];
    globalThis.leaked.push(new Float64Array(200_000).fill(1));
  },
  listeners: () => {
    for (let i = 0; i < 50; i++) addEventListener('leak', () => i);
  },
  elements: () => {
    globalThis.leaked ??= [];
    globalThis.leaked.push(Array.from({ length: 500 }, () => document.createElement('p')));
  },
  complaint: () => {
    console.error('put in by hand');
  },
};

/** In each of its workers. */
const inWorkers = {
  worker: () => {
    self.leaked ??= [];
    self.leaked.push(Array.from({ length: 20_000 }, (_, i) => ({ i, at: `${i}` })));
  },
};

export const leakNames = [...Object.keys(inPage), ...Object.keys(inWorkers)];

/** A worker that was ended answers nothing. */
const patienceMs = 5000;

/** @param names some of `leakNames` */
export async function leak(page, names) {
  for (const name of names) {
    if (name in inPage) await page.evaluate(inPage[name]);
    if (!(name in inWorkers)) continue;
    const leaks = page.workers().map((worker) => worker.evaluate(inWorkers[name]).catch(() => undefined));
    await Promise.race([Promise.all(leaks), page.waitForTimeout(patienceMs)]);
  }
}
