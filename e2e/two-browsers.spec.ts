/** The same plan gives the same frames, to the last bit, in Node, in Chromium and in Firefox where one is found. */

import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../scripts/browser.mjs';
import { templates } from '../src/library/templates.ts';
import { behaviors } from '../src/nodes/behaviors.ts';
import { compile } from '../src/runner/compile.ts';
import { framesHash } from '../src/runner/framesHash.ts';
import { runHeadless } from '../src/runner/headless.ts';
import { framesFromWorker, hashOfPacked, quietPage, workerFile } from './workerRun.ts';

const seconds = 60;

function planOf(id: string) {
  const template = templates.find((each) => each.id === id);
  const { plan } = compile({ ...template!.design, seconds });
  return plan!;
}

for (const id of ['balanced', 'chapter']) {
  test(`${id}: Node, Chromium and Firefox agree`, async ({ page, baseURL }) => {
    const plan = planOf(id);
    const { frames } = runHeadless(plan, behaviors);
    expect(frames.length).toBe(Math.round(seconds / plan.frameSeconds));
    const inNode = framesHash(frames);
    const run = { workerUrl: new URL(workerFile(), baseURL).href, plan };

    await page.goto(quietPage);
    const inChromium = await page.evaluate(framesFromWorker, run);
    expect(inChromium).toHaveLength(frames.length);
    expect(hashOfPacked(inChromium)).toBe(inNode);

    const executablePath = findFirefox();
    test.info().annotations.push({ type: 'second engine', description: executablePath ?? 'none found' });
    if (!executablePath) return;
    const firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    try {
      const tab = await firefox.newPage();
      await tab.goto(new URL(quietPage, baseURL).href);
      expect(hashOfPacked(await tab.evaluate(framesFromWorker, run))).toBe(inNode);
    } finally {
      await firefox.close();
    }
  });
}

test('going back to any moment and on from there gives the same frames', async ({ page, baseURL }) => {
  const plan = planOf('chapter');
  const { frames } = runHeadless(plan, behaviors);
  await page.goto(quietPage);
  const visits = [41.37, 3, 59.999, 0, 17.5];
  const told = await page.evaluate(framesFromWorker, { workerUrl: new URL(workerFile(), baseURL).href, plan, visits });
  expect(told.map(({ index }) => index)).toEqual(frames.map(({ index }) => index));
  expect(hashOfPacked(told)).toBe(framesHash(frames));
});
