import { expect, type Page } from '@playwright/test';

/** Unfolds the charts below the canvas, where they are a line of figures at first. */
export async function showCharts(page: Page): Promise<void> {
  const toggle = page.locator('#charts button[aria-expanded]');
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  await expect(page.locator('[data-chart]').first()).toBeVisible();
}
