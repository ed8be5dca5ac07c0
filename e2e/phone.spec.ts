/** On a phone the page is for watching: everything in sight, nothing wider than the screen. */

import { expect, test } from './app.ts';

for (const lang of ['en', 'ko']) {
  test(`a phone plays a design, ${lang}`, async ({ app }) => {
    await app.open(`?template=chapter&lang=${lang}`);
    await expect(app.page.locator('[data-node-id]').first()).toBeVisible();
    await expect(app.page.getByTestId('clock')).toBeInViewport();
    await expect.poll(app.clock).toBeGreaterThan(0.3);
    const { scroll, width } = await app.page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
    expect(scroll).toBeLessThanOrEqual(width);
  });
}
