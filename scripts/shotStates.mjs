// What `npm run shots -- --states` looks at: windows over the page, panels of their own and the states of the whole of it. `dialog` is a
// name of `DialogName`; `act` brings the page there; `phone` is looked at there, too; a `quiet` one is meant to complain in the console.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const wordsOf = (lang) =>
  new Map(
    [...readFileSync(join(root, `src/i18n/${lang}/actions.ts`), 'utf8').matchAll(/(\w+): '([^']*)'/g)].map(([, id, word]) => [id, word]),
  );
const words = { en: wordsOf('en'), ko: wordsOf('ko') };

/** Does what the page calls so, by the list of all commands: in any language and at any width. */
const perform = (id) => async (page, lang) => {
  await page.keyboard.press('Control+k');
  // The very first key may come before there is anybody to hear it.
  await page
    .locator('dialog[open] input')
    .waitFor({ timeout: 3000 })
    .catch(() => page.keyboard.press('Control+k'));
  await page.locator('dialog[open] input').fill(words[lang].get(id));
  await page.locator(`[data-row="${id}"]`).first().click();
};

const press =
  (selector, n = 0) =>
  async (page) =>
    page
      .locator(selector)
      .nth(n)
      .click({ position: { x: 12, y: 10 } });
const key = (keys) => async (page) => page.keyboard.press(keys);
const inOrder =
  (...acts) =>
  async (page, lang) => {
    for (const act of acts) {
      await act(page, lang);
      await page.waitForTimeout(300);
    }
  };
const playTrial = async (page) => {
  await page.locator('dialog[open] button:has(svg.lucide-play)').first().click();
  await page.locator('dialog[open] [role="status"][data-status="done"]').waitFor({ timeout: 120_000 });
};
const paste = (text) => (page) =>
  page.evaluate((drawing) => {
    const data = new DataTransfer();
    data.setData('text/plain', drawing);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
const drawing = `flowchart LR
  u((Users)) --> lb[Nginx]
  lb --> web1[Web server 1] & web2[Web server 2]
  web1 & web2 --> db[(Orders)]
  web1 --> frob[Frobnicator]
  ??? what is this`;
const node = (id) => press(`[data-node-id="${id}"]`);
/** From now on the host does not answer for these files. */
const without = (files) => (page) => page.route(files, (route) => route.abort());

export const states = [
  { name: 'templates', dialog: 'templates', act: perform('templates') },
  { name: 'share', dialog: 'share', act: perform('share') },
  { name: 'shortcuts', dialog: 'shortcuts', act: perform('shortcuts') },
  { name: 'commands', dialog: 'commands', act: key('Control+k') },
  { name: 'docs', dialog: 'docs', act: inOrder(node('web-1'), perform('partNotes')) },
  { name: 'about', dialog: 'about', act: perform('about') },
  { name: 'physics', dialog: 'physics', act: perform('physics') },
  { name: 'trace', dialog: 'trace', act: (page) => page.locator('#inspector section').nth(1).getByRole('button').last().click() },
  { name: 'link-problem', dialog: 'link-problem', hash: '#a1.cut', phone: true },
  { name: 'imported', dialog: 'imported', act: paste(drawing) },
  { name: 'learn', dialog: 'learn', act: perform('learn') },
  { name: 'glossary', dialog: 'glossary', act: perform('glossary') },
  { name: 'marking', dialog: 'marking', act: perform('marking') },
  { name: 'interview', dialog: 'interview', act: perform('interview') },
  { name: 'requirements', dialog: 'requirements', act: perform('requirements') },
  { name: 'notebook-empty', dialog: 'notebook', act: perform('notebook') },
  { name: 'notebook', dialog: 'notebook', query: '&t=20', act: inOrder(perform('restart'), perform('notebook')) },
  { name: 'report-empty', dialog: 'report', act: perform('report') },
  { name: 'replicas-empty', dialog: 'replicas', act: perform('replicas') },
  { name: 'replicas', dialog: 'replicas', of: 'single', act: inOrder(perform('replicas'), playTrial) },
  { name: 'sweep', dialog: 'sweep', of: 'single', act: inOrder(perform('sweep'), playTrial) },
  { name: 'capacity', dialog: 'capacity', of: 'single', act: inOrder(perform('capacity'), playTrial) },
  { name: 'weak-points', dialog: 'weakPoints', of: 'single', act: inOrder(perform('weakPoints'), playTrial) },
  { name: 'compare', dialog: 'compare', query: '&t=10', act: perform('compare') },
  { name: 'requests', query: '&t=20', act: perform('followRequest') },
  { name: 'requests-empty', act: perform('followRequest') },
  { name: 'request', query: '&t=20', act: inOrder(perform('followRequest'), press('[data-testid="requests"] [data-request]')) },
  { name: 'outline', query: '&t=8', act: key('o') },
  { name: 'outline-empty', act: inOrder(perform('blank'), key('o')) },
  { name: 'empty', act: perform('blank') },
  { name: 'first-steps', of: 'first-visit' },
  { name: 'finished', of: 'single', query: '&t=600', phone: true },
  { name: 'list-of-parts', query: '&t=8', act: inOrder(node('web-1'), key('Slash')) },
  { name: 'connect', act: inOrder(node('web-1'), key('c')) },
  { name: 'find', act: key('Control+f') },
  { name: 'moving', act: inOrder(node('web-1'), key('m')) },
  { name: 'menu', act: (page) => page.locator('[data-node-id="web-1"]').click({ button: 'right' }) },
  { name: 'main-menu', act: press('header button:has(svg.lucide-menu)') },
  { name: 'several', act: key('Control+a') },
  { name: 'world', of: 'far-users', query: '&t=20' },
  { name: 'shards', of: 'sharded', query: '&t=20', act: node('router-1') },
  { name: 'problems', act: inOrder(perform('blank'), key('Slash'), key('ArrowDown'), key('Enter')) },
  { name: 'missing-dialog', quiet: true, act: inOrder(without(/Dialogs-.*\.js$/), perform('templates')) },
  { name: 'missing-charts', quiet: true, before: without(/ChartStrip-.*\.js$/) },
  { name: 'crashed', before: without(/\/worker-.*\.js$/), settleMs: 2500, phone: true },
  {
    name: 'not-saved',
    before: (page) => page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })),
    act: press('button[data-kind="cache"]'),
  },
];

/** Reached only after minutes of playing, or looked at by `--panels`. */
export const elsewhere = [];
