// How a page is brought to a state that is looked at: by keys, the list of commands and what stands in the page, in any language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const wordsOf = (lang) =>
  new Map(
    [...readFileSync(join(root, `src/i18n/${lang}/actions.ts`), 'utf8').matchAll(/(\w+): '([^']*)'/g)].map(([, id, word]) => [id, word]),
  );
const words = { en: wordsOf('en'), ko: wordsOf('ko') };

/** Does what the page calls so, by the list of all commands: in any language and at any width. */
export const perform = (id) => async (page, lang) => {
  await page.keyboard.press('Control+k');
  // The very first key may come before there is anybody to hear it.
  await page
    .locator('dialog[open] input')
    .waitFor({ timeout: 3000 })
    .catch(() => page.keyboard.press('Control+k'));
  await page.locator('dialog[open] input').fill(words[lang].get(id));
  await page.locator(`[data-row="${id}"]`).first().click();
};

export const press =
  (selector, n = 0) =>
  async (page) =>
    page
      .locator(selector)
      .nth(n)
      .click({ position: { x: 12, y: 10 } });
export const key = (keys) => async (page) => page.keyboard.press(keys);
/** Keys and presses before the late parts are there go nowhere: again, until there is what they bring. */
export const until = (selector, act) => async (page, lang) => {
  for (let i = 0; i < 5; i++) {
    await act(page, lang);
    const came = await page
      .locator(selector)
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (came) return;
  }
  throw new Error(`${selector} did not come`);
};
export const inOrder =
  (...acts) =>
  async (page, lang) => {
    for (const act of acts) {
      await act(page, lang);
      await page.waitForTimeout(300);
    }
  };
export const playTrial = async (page) => {
  await page.locator('dialog[open] button:has(svg.lucide-play)').first().click();
  await page.locator('dialog[open] [role="status"][data-status="done"]').waitFor({ timeout: 120_000 });
};
export const paste = (text) => (page) =>
  page.evaluate((drawing) => {
    const data = new DataTransfer();
    data.setData('text/plain', drawing);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
export const drawing = `flowchart LR
  u((Users)) --> lb[Nginx]
  lb --> web1[Web server 1] & web2[Web server 2]
  web1 & web2 --> db[(Orders)]
  web1 --> frob[Frobnicator]
  ??? what is this`;
export const node = (id) => press(`[data-node-id="${id}"]`);
/** As a bad disk leaves what was saved; then the page is opened again. */
export const spoilCopies = async (page) => {
  await page.waitForTimeout(2000);
  await page.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('faultline');
        asked.onsuccess = () => {
          const writing = asked.result.transaction('documents', 'readwrite');
          const store = writing.objectStore('documents');
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            for (const key of keys.result) if (String(key).startsWith('copy:')) store.put('{"half of', key);
          };
          writing.oncomplete = done;
        };
      }),
  );
  const own = new URL(page.url());
  own.searchParams.delete('template');
  await page.goto(own.href);
};
/** From now on the host does not answer for these files. */
export const without = (files) => (page) => page.route(files, (route) => route.abort());
/** These files are asked for and never come. */
export const waitingFor = (files) => (page) => page.route(files, () => undefined);

/** Presses what is found first, once it is there. */
export const click = (selector) => async (page) => page.locator(selector).first().click({ timeout: 20_000 });
export const seen =
  (selector, timeout = 20_000) =>
  async (page) =>
    page.locator(selector).first().waitFor({ timeout });
export const showEnd = (selector) => async (page) => {
  await page.locator(selector).first().waitFor();
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'end' }));
};
export const tab = (n) => async (page) => page.locator('dialog[open] [role="tab"]').nth(n).click();
export const choose = (selector, value) => async (page) => page.locator(selector).first().selectOption(value);
export const fill = (selector, text) => async (page) => page.locator(selector).first().fill(text);

/** What TypeScript of this house makes for a picture: scripts/shotLinks.ts. */
let made;
export async function fromLinks(name) {
  made ??= import('vite').then(({ runnerImport }) => runnerImport(join(root, 'scripts/shotLinks.ts'), { root, configFile: false }));
  return (await made).module[name];
}
/** An address that is made when it is needed. */
export const linkTo = (name) => async () => (await fromLinks(name))();
/** Where the settings slide over the canvas they are called first. */
export const openTrace = async (page) => {
  const importing = page.locator('#inspector section').nth(1).getByRole('button').last();
  if (!(await importing.isVisible())) await page.locator('button:has(svg.lucide-panel-right-open)').click();
  await importing.click();
};
