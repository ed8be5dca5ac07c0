/** A link tells what its maker saw: to whoever opens it with another engine, whose numbers may be others. */

import { deflateRawSync } from 'node:zlib';
import { decodeLink } from '../src/design/codec.ts';
import { crc32 } from '../src/design/crc32.ts';
import { writeBody } from '../src/design/linkWrite.ts';
import { engineMajor } from '../src/engine/version.ts';
import { balanced } from '../src/library/balanced.ts';
import { expect, test } from './app.ts';

/** As an older or newer page would have written it. */
function linkOfEngine(engine: number): string {
  const verdict = { seconds: 600, servedPerSecond: 1980, availability: 0.9993, p99: 0.0482 };
  const bytes = new TextEncoder().encode(JSON.stringify(writeBody(balanced.design, engine, null, verdict)));
  return `a1.${deflateRawSync(bytes).toString('base64url')}.${crc32(bytes).toString(36)}.z`;
}

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
