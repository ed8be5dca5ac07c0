/** The design and its run as things to keep: each file is what it says, and words in it stay words. */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { encodeLink } from '../src/design/codec.ts';
import { setLabel } from '../src/design/edits.ts';
import { chapter } from '../src/library/chapter.ts';
import { expect, test } from './app.ts';

const hasLink = /http[!-~]*#a1\.[\w-]+\.\w+\.z/;

/** Pixels of the first picture, as the browser reads the film. */
const widthOf = (page: Page, bytes: Buffer, type: string): Promise<number> =>
  page.evaluate(
    async ([base64, type]) => {
      const film = document.createElement('video');
      film.muted = true;
      film.src = `data:${type};base64,${base64}`;
      await new Promise((done, failed) => {
        film.onloadeddata = done;
        film.onerror = () => failed(new Error('no film'));
      });
      return film.videoWidth;
    },
    [bytes.toString('base64'), type] as const,
  );

test('picture, table, note and video of a moment; a name that would be a script stays a name, also when the picture is opened', async ({
  app,
  browser,
}) => {
  const { page } = app;
  const nasty = '<img src=x onerror=alert(1)>';
  const design = setLabel(setLabel(chapter.design, 'web-1', nasty), 'db-1', '=cmd|calc');
  const moment = { at: 12, view: null, part: null, request: null, note: '' };
  await page.goto(`./#${await encodeLink(design, moment)}`);
  await expect.poll(app.status).toBe('paused');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .click();
  await app.dialog.getByRole('tab', { name: 'Pictures and files' }).click();
  const saved = async (id: string): Promise<{ name: string; path: string; text: string }> => {
    const waiting = page.waitForEvent('download');
    await app.dialog.locator(`[data-export="${id}"]`).click();
    const download = await waiting;
    const path = await download.path();
    return { name: download.suggestedFilename(), path, text: readFileSync(path, 'latin1') };
  };

  const svg = await saved('svg');
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.text).toMatch(/<metadata>http[^<]*#a1\.[\w-]+\.\w+\.z<\/metadata>/);
  const viewer = await (await browser.newContext()).newPage();
  const alerts: string[] = [];
  viewer.on('dialog', (dialog) => alerts.push(dialog.message()));
  await viewer.route('http://127.0.0.1/picture.svg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: readFileSync(svg.path) }),
  );
  await viewer.goto('http://127.0.0.1/picture.svg');
  expect(await viewer.evaluate(() => document.querySelectorAll('script, img, foreignObject, a, use, image').length)).toBe(0);
  expect(await viewer.evaluate(() => document.documentElement.textContent?.includes('<img src=x'))).toBe(true);
  expect(alerts).toEqual([]);
  await viewer.context().close();

  const png = await saved('png');
  expect(png.text.slice(1, 4)).toBe('PNG');
  expect(png.text.length).toBeGreaterThan(10_000);
  expect(png.text).toMatch(hasLink);

  const csv = await saved('csv');
  const [head, ...rows] = csv.text.trimEnd().split('\r\n');
  expect(rows.length).toBe(12);
  expect(head).toContain(`"'=cmd|calc: `);

  const note = await saved('note');
  expect(note.name).toMatch(/\.md$/);
  expect(note.text).toContain('Measured from 0:00.0 to 0:12.0 of the run');
  expect(note.text).not.toContain(nasty);

  const recording = page.waitForEvent('download');
  await app.dialog.locator('[data-export="video"]').click();
  await expect.poll(async () => Number(await app.dialog.getByRole('progressbar').getAttribute('value'))).toBeGreaterThan(0.1);
  await app.dialog.getByRole('button', { name: 'Stop and keep' }).click();
  const video = await recording;
  expect(video.suggestedFilename()).toMatch(/\.webm$/);
  const bytes = readFileSync(await video.path());
  expect([...bytes.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
  expect(bytes.length).toBeGreaterThan(2000);
  expect(bytes.toString('latin1')).toMatch(hasLink);
  // and it still plays
  expect(await widthOf(await (await browser.newContext()).newPage(), bytes, 'video/webm')).toBeGreaterThan(0);
});

test('a GIF of the run is one to the browser: many pictures, and they differ; a film can be given up', async ({ app }) => {
  const { page } = app;
  await page.goto('./?template=single&paused&speed=4');
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .click();
  await app.dialog.getByRole('tab', { name: 'Pictures and files' }).click();
  let saved = 0;
  page.on('download', () => saved++);
  for (const kind of ['gif', 'video']) {
    await app.dialog.locator(`[data-export="${kind}"]`).click();
    await app.dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(app.dialog.locator(`[data-export="${kind}"]`)).toBeEnabled();
  }
  expect(saved).toBe(0);

  const waiting = page.waitForEvent('download');
  await app.dialog.locator('[data-export="gif"]').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.gif$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
  expect(bytes.readUInt16LE(6)).toBeLessThanOrEqual(800);
  expect(bytes.length).toBeLessThan(10_500_000);
  expect(bytes.toString('latin1')).toMatch(/\x21\xfe.http[!-~]*#a1\./);
  await expect(app.dialog.locator('[data-saved="gif"]')).toContainText(/\.gif: [\d.]+\sMB/);
  const { count, hashes } = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const decoder = new (globalThis as unknown as { ImageDecoder: new (init: object) => GifDecoder }).ImageDecoder({
      data,
      type: 'image/gif',
    });
    await decoder.tracks.ready;
    await decoder.completed;
    const count = decoder.tracks.selectedTrack.frameCount;
    const hashes: string[] = [];
    for (const frameIndex of [0, Math.floor(count / 2), count - 1]) {
      const { image } = await decoder.decode({ frameIndex });
      const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
      const ctx = canvas.getContext('2d')!;
      ctx.drawImage(image, 0, 0);
      const { data: pixels } = ctx.getImageData(0, 0, canvas.width, canvas.height);
      hashes.push([...new Uint8Array(await crypto.subtle.digest('SHA-256', pixels))].join());
    }
    return { count, hashes };
  }, bytes.toString('base64'));
  expect(count).toBeGreaterThan(10);
  expect(new Set(hashes).size).toBe(3);
});

interface GifDecoder {
  completed: Promise<void>;
  tracks: { ready: Promise<void>; selectedTrack: { frameCount: number } };
  decode(which: { frameIndex: number }): Promise<{ image: CanvasImageSource & { displayWidth: number; displayHeight: number } }>;
}
