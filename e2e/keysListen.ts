import { type App, expect } from './app.ts';

/** Keys come right after the first picture: one that is pressed before is for nobody. */
export async function keysListen({ canvas }: Pick<App, 'canvas'>): Promise<void> {
  await expect(canvas).toHaveAttribute('aria-keyshortcuts', /Enter/);
}
