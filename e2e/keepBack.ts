import type { Page } from '@playwright/test';

/** Keeps back from now on what `chunk` matches, as a slow network does; returns how to let it through, and all that comes. */
export async function keepBack(page: Page, chunk: RegExp): Promise<() => void> {
  let letThrough = (): void => undefined;
  const gate = new Promise<void>((done) => {
    letThrough = done;
  });
  await page.route(chunk, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}
