/** The embedded player, in a page of somebody else that sandboxes it: no origin, no storage, and it plays all the same. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeLink } from '../src/design/codec.ts';
import { embedFragment, plainEmbed } from '../src/design/embedLink.ts';
import { chapter } from '../src/library/chapter.ts';
import { complaintsOf, expect, test } from './app.ts';

/** A page of another origin around a frame, served as long as the test runs. */
async function pageAround(frame: string): Promise<{ address: string; close: () => void }> {
  const html = `<!doctype html><body><p>A blog.</p>${frame}<div style="height:3000px"></div></body>`;
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

test('ux 4.6 #67: a picture first; pressed, it plays, is steered by its knob and by the page around it, and is still when it is out of sight', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page);
  const knobs = [{ part: 'web-1', field: 'instances', label: 'Servers' }];
  const fragment = embedFragment(await encodeLink(chapter.design), { ...plainEmbed, lang: 'en', at: 5, knobs });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const blog = await pageAround(
    `<iframe id="player" width="800" height="450" loading="lazy" sandbox="allow-scripts allow-popups" title="x" src="${baseURL}embed.html#${fragment}"></iframe>`,
  );
  await page.goto(blog.address);
  const player = page.frameLocator('#player');
  await expect(player.getByRole('img', { name: /^Diagram/ })).toBeVisible();
  expect(fetched.filter((url) => /embed-(engine|player-..)-/.test(url))).toEqual([]);
  await expect(player.getByRole('link', { name: 'Open in Faultline' })).toHaveAttribute('href', /\/#a1\.[\w-]+\.\w+\.z$/);

  // messages: what is no verb does nothing
  await page.evaluate(() => {
    const answers: unknown[] = [];
    Object.defineProperty(window, 'answers', { value: answers });
    addEventListener('message', ({ data }) => answers.push(data));
  });
  type Answer = { id?: string; ok: boolean; state?: { status: string; time: number; knobs: { value: number }[] } };
  const ask = async (message: object): Promise<Answer> => {
    const id = `q${Math.random()}`;
    await page.evaluate((data) => (document.querySelector('iframe') as HTMLIFrameElement).contentWindow?.postMessage(data, '*'), {
      faultline: 1,
      id,
      ...message,
    });
    const found = (): Promise<Answer | undefined> =>
      page.evaluate((id) => (window as unknown as { answers: { id?: string }[] }).answers.find((each) => each.id === id) as never, id);
    await expect.poll(async () => (await found()) !== undefined).toBe(true);
    return (await found()) as Answer;
  };
  expect((await ask({ verb: 'state' })).state).toMatchObject({ status: 'poster', knobs: [{ value: 6 }] });

  await player.getByRole('button', { name: /Play/ }).click();
  const clock = player.getByTestId('embed-clock');
  const tenths = async (): Promise<number> => Number(await clock.getAttribute('data-tenths'));
  await expect.poll(tenths, { timeout: 30_000 }).toBeGreaterThan(52);
  expect((await ask({ verb: 'pause' })).ok).toBe(true);
  await expect(clock).toHaveAttribute('data-status', 'paused');
  expect((await ask({ verb: 'seek', seconds: 20 })).ok).toBe(true);
  await expect.poll(tenths).toBe(200);
  expect((await ask({ verb: 'set', knob: 0, value: 3 })).state?.knobs[0].value).toBe(3);
  await expect(player.getByRole('slider', { name: 'Servers' })).toHaveAttribute('aria-valuetext', '3');
  await player.getByRole('slider', { name: 'Servers' }).press('ArrowRight');
  expect((await ask({ verb: 'state' })).state?.knobs[0].value).toBe(4);

  // the wheel over it scrolls the page; out of sight it stands, and goes on when it is seen again
  await player.getByRole('button', { name: 'Play' }).click();
  await expect(clock).toHaveAttribute('data-status', 'playing');
  await page.mouse.move(300, 200);
  await page.mouse.wheel(0, 1500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(800);
  await expect(clock).toHaveAttribute('data-status', 'paused');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(clock).toHaveAttribute('data-status', 'playing');
  expect(complaints).toEqual([]);
  blog.close();
});

test('the share dialog shows the player as it will be, and gives one line of HTML for it', async ({ app }) => {
  const { page } = app;
  await app.open('?template=chapter&paused&lang=en');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .click();
  await app.dialog.getByRole('tab', { name: 'Embed' }).click();
  const code = app.dialog.getByTestId('embed-code');
  await expect(code).toHaveValue(/^<iframe src="http[^"]+embed\.html#a1\.[^"]+" title="The full design" /);
  expect(await code.inputValue()).toContain('sandbox="allow-scripts allow-popups"');
  await app.dialog.getByRole('combobox', { name: 'What readers may change' }).selectOption({ label: 'Web servers: how many' });
  await app.dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(code).toHaveValue(/&amp;theme=dark&amp;knob=web-1\.instances:Web%20servers"/);
  await expect(app.dialog.frameLocator('iframe').getByRole('button', { name: /Play/ })).toBeVisible();
  await app.dialog.getByRole('combobox', { name: 'Height' }).selectOption('600');
  await expect(code).toHaveValue(/height="600"/);
  await expect(app.dialog.getByTestId('markdown-code')).toHaveValue(
    /^\[!\[The full design\]\(The-full-design\.svg\)\]\(http\S+#a1\.\S+\)$/,
  );
});

test('ux 4.6 #67: twenty of them, a tiny and a hidden one are pictures that fetch no player; what is no message for it does nothing', async ({
  page,
  baseURL,
}) => {
  const complaints = complaintsOf(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const source = `${baseURL}embed.html#${embedFragment(await encodeLink(chapter.design), { ...plainEmbed, lang: 'en' })}`;
  const frame = (size: string, sandbox = 'allow-scripts allow-popups') =>
    `<iframe ${size} sandbox="${sandbox}" title="x" src="${source}"></iframe>`;
  const many = Array.from({ length: 20 }, (_, i) => frame(`id="f${i}" width="400" height="225"`)).join('');
  const blog = await pageAround(
    `${many}${frame('id="tiny" width="100" height="100"')}${frame('id="hidden" style="display:none"')}${frame('id="still" width="400" height="225"', '')}`,
  );
  await page.goto(blog.address);
  for (const id of ['f0', 'f19', 'tiny']) await expect(page.frameLocator(`#${id}`).getByRole('img', { name: /^Diagram/ })).toBeAttached();
  const inTiny = page.frameLocator('#tiny').getByRole('button', { name: /Play/ });
  // a frame that nobody sees draws nothing, so the page around it is scrolled
  await page.locator('#tiny').scrollIntoViewIfNeeded();
  await expect(inTiny).toBeInViewport();
  // without leave to run scripts it says so, and where to go
  await expect(page.frameLocator('#still').getByText(/needs JavaScript/)).toBeVisible();

  await page.evaluate(() => {
    const player = (document.querySelector('#f0') as HTMLIFrameElement).contentWindow;
    const junk: unknown[] = [
      null,
      7,
      'play',
      [],
      { faultline: 1 },
      { faultline: 1, verb: 'eval', code: '1' },
      { faultline: 2, verb: 'play' },
    ];
    junk.push({ faultline: 1, verb: '__proto__' }, { faultline: 1, verb: 'set', knob: 1e9, value: Number.NaN }, 'x'.repeat(5_000_000));
    for (const message of junk) player?.postMessage(message, '*');
    const buffer = new ArrayBuffer(1_000_000);
    const { port1 } = new MessageChannel();
    player?.postMessage({ faultline: 1, verb: 'play', buffer, port1 }, '*', [buffer, port1]);
  });
  await page.waitForTimeout(500);
  await expect(page.frameLocator('#f0').getByRole('img', { name: /^Diagram/ })).toBeAttached();
  expect(fetched.filter((url) => /embed-(engine|player)-.*\.js/.test(url))).toEqual([]);
  expect(complaints.filter((each) => !/sandboxed/.test(each))).toEqual([]);
  blog.close();
});

test('the page itself, in another site’s frame, shows nothing to be clicked but the way to a tab of its own', async ({ page, baseURL }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const site = await pageAround(`<iframe width="1000" height="700" title="x" src="${baseURL}?template=single&lang=ko"></iframe>`);
  await page.goto(site.address);
  const framed = page.frameLocator('iframe');
  await expect(framed.getByRole('link', { name: '새 탭에서 열기' })).toHaveAttribute('href', `${baseURL}?template=single&lang=ko`);
  await expect(framed.getByRole('button')).toHaveCount(0);
  expect(fetched.filter((url) => /\/worker-/.test(url))).toEqual([]);
  await site.close();

  // a page of the same host may, as its own header says
  await page.route('**/around.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe width="1400" height="800" title="x" src="./?template=single&paused"></iframe>`,
    }),
  );
  await page.goto('./around.html');
  await expect(page.frameLocator('iframe').locator('[data-node-id]')).toHaveCount(3);
});
