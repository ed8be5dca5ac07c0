/** Texts that are pasted, by the numbers of the list that this page is held to. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadText } from '../i18n/text.ts';
import { shop } from '../runner/designsForTests.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { copyByMenu, copySelection, pasteByMenu, pasteText } from './clipboard.ts';

const { events } = await loadText('en');
const toast = () => sessionStore.getState().toast?.text ?? null;
const inHand = () => designStore.getState();

beforeEach(() => {
  inHand().open(shop(), null, 'preview');
  sessionStore.getState().set({ toast: null, dialog: null });
});
afterEach(() => vi.unstubAllGlobals());

/** What the processor worked for it, ms: a busy machine makes that no longer. */
async function workOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a text that is pasted', () => {
  it('ux 4.6 #46: of ten megabytes is refused at once, whatever it begins like', async () => {
    // what reads drawings is there before
    pasteText('nothing');
    await expect.poll(toast).toBe(events.pasteFailed);
    const long = 'x '.repeat(5_000_000);
    for (const text of [long, `graph LR\n${long}`, `services:\n${long}`, `<mxfile>${long}`]) {
      sessionStore.getState().set({ toast: null });
      const work = await workOf(async () => {
        pasteText(text);
        await expect.poll(toast, { interval: 5 }).toBe(events.pasteFailed);
      });
      expect(work).toBeLessThan(200);
    }
    expect(inHand().design).toEqual(shop());
  });

  it('ux 4.6 #47: of another program that is none of those we know changes nothing, and that is said', async () => {
    const others = [
      '{"type":"excalidraw/clipboard","elements":[{"type":"rectangle"}],"files":{}}',
      '{"nodes":[{"id":"1","position":{"x":0,"y":0},"data":{"label":"a"}}],"edges":[{"id":"e","source":"1","target":"1"}]}',
      '<html xmlns:w="urn:schemas-microsoft-com:office:word"><p class=MsoNormal>Web server</p></html>',
      '{"app":"faultline-parts","format":1,"nodes":7}',
      'Hello, this is a mail.\n> Web server',
    ];
    for (const text of others) {
      sessionStore.getState().set({ toast: null });
      pasteText(text);
      await expect.poll(toast, { message: text }).toBe(events.pasteFailed);
    }
    expect(inHand()).toMatchObject({ design: shop(), documentId: null });
  });

  it('ux 4.6 #51: is not to be had where the clipboard is closed: the page says how else, and what was copied here is still pasted', async () => {
    const refused = () => Promise.reject(new DOMException('Read permission denied.', 'NotAllowedError'));
    vi.stubGlobal('navigator', { clipboard: { readText: refused, writeText: refused } });
    await pasteByMenu();
    expect(toast()).toBe(events.clipboardDenied);
    const [node] = inHand().design.nodes;
    sessionStore.getState().select({ nodes: [node.id] });
    await copyByMenu(copySelection);
    await pasteByMenu();
    expect(inHand().design.nodes).toHaveLength(shop().nodes.length + 1);
    // a browser that has none at all
    vi.stubGlobal('navigator', {});
    await pasteByMenu();
    expect(inHand().design.nodes).toHaveLength(shop().nodes.length + 2);
  });
});
