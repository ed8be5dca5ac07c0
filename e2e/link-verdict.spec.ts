/** A link tells what its maker saw: to whoever opens it with another engine, whose numbers may be others. */

import { decodeLink } from '../src/design/codec.ts';
import { engineMajor } from '../src/engine/version.ts';
import { expect, test } from './app.ts';
import { linkOfEngine } from './linkOfEngine.ts';

test('of another engine: its numbers may differ, and these were its maker’s', async ({ app: { page } }) => {
  await page.goto(`./?paused&lang=en#${linkOfEngine(engineMajor + 1)}`);
  await expect(page.locator('[data-verdict]')).toHaveText(
    'What its maker saw in 10 min: 1,980/s served, availability 99.93%, p99 48.2 ms.',
  );
  await page.goto('about:blank');
  await page.goto(`./?paused&lang=en#${linkOfEngine(engineMajor)}`);
  await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible();
  await expect(page.locator('[data-verdict]')).toHaveCount(0);
});

test('a link made before a run says nothing of one, one made after it what was seen', async ({ app }) => {
  await app.open('?template=single&paused');
  const before = await decodeLink(await app.share());
  expect(before).toMatchObject({ ok: true, verdict: null });
  await app.page.keyboard.press('Escape');
  await app.runTo(20);
  const after = await decodeLink(await app.share());
  expect(after).toMatchObject({ ok: true, verdict: { seconds: 20, availability: expect.any(Number) } });
});
