/** What begins by itself stands on the timeline, with its words. On a phone: `phone.spec.ts`. */

import { encodeLink } from '../src/design/codec.ts';
import { expect, test } from './app.ts';
import { happenings } from './happenings.ts';

for (const { name, design, by, words } of happenings) {
  test(`${name} stands on the timeline, in both languages`, async ({ app }) => {
    const link = await encodeLink(design, { at: by, view: null, part: null, request: null, note: '' });
    for (const [lang, text] of Object.entries(words)) {
      await app.page.goto('about:blank');
      await app.page.goto(`./?lang=${lang}#${link}`);
      await expect.poll(app.clock, { timeout: 60_000 }).toBe(by);
      const events = app.page.locator('#timeline [role="toolbar"]').getByRole('button', { name: text });
      await expect(events.first()).toBeVisible();
    }
  });
}
