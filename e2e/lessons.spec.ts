/** A lesson on the page: guess, run, see; go on another day; help that comes by itself; what a teacher takes along; questions that the engine grades. */

import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { oneServer } from '../src/lessons/one-server/lesson.ts';
import { begun, type Progress } from '../src/lessons/progress.ts';
import { type App, expect, test } from './app.ts';

const card = (page: Page) => page.getByTestId('lesson-card');
const press = (page: Page, name: string | RegExp) =>
  card(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click();

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Opens a lesson with what was kept of it at another time. */
async function openKept({ page }: App, progress: Progress): Promise<void> {
  await page.goto('./?template=single&paused');
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await page.evaluate(
    (text) =>
      new Promise<void>((done, failed) => {
        const asked = indexedDB.open('faultline');
        asked.onupgradeneeded = () => asked.result.createObjectStore('documents');
        asked.onerror = () => failed(asked.error);
        asked.onsuccess = () => {
          const change = asked.result.transaction('documents', 'readwrite');
          change.objectStore('documents').put(text, 'lesson:one-server');
          change.oncomplete = () => done();
        };
      }),
    JSON.stringify({ progress, savedAt: Date.now() }),
  );
  await page.goto('./?paused#l=one-server');
  await page.reload();
  await press(page, 'Continue');
}

test('a lesson is guessed, run and seen, is gone on with another day, and touches no design of one’s own', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  const own = await app.editAndSave();
  await page.goto('./#l=one-server');
  await page.reload();
  await expect(card(page)).toHaveAttribute('data-step', 'calm');
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  await expect(app.runBar.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();
  await page.keyboard.press('Space');
  expect(await app.clock()).toBe(0);
  // where the run waits for a guess, no chart asks to press play
  await expect(page.locator('[data-chart]').first()).toBeVisible();
  await expect(page.getByText('Press play: what happens is drawn here.')).toHaveCount(0);

  const box = card(page).getByRole('textbox', { name: 'Your guess' });
  await box.fill('30');
  await box.press('Enter');
  await press(page, 'This is my guess');
  await expect(page.locator('[data-lesson-ring]')).toHaveCount(1);
  await press(page, 'Run');
  await expect(page.getByTestId('lesson-explanation')).toContainText(/At \d[\d.]*% busy.*within \d[\d.]*\sms/);
  await expect(card(page).getByRole('img', { name: /^You: 30\sms\. The run: \d/ })).toBeVisible();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  expect(await seriousFindings(page)).toEqual([]);
  await press(page, 'Next step');
  await expect(card(page)).toHaveAttribute('data-step', 'twice');
  await expect(app.runBar.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();

  await page.reload();
  await expect(card(page).getByText(/^Continue from step 2/)).toBeVisible();
  const ways = await Promise.all(
    ['Continue', 'Start over'].map((name) => card(page).getByRole('button', { name, exact: true }).boundingBox()),
  );
  expect(ways[0]!.width).toBeCloseTo(ways[1]!.width, 0);
  await press(page, 'Continue');
  await expect(card(page)).toHaveAttribute('data-step', 'twice');
  await press(page, 'Leave the lesson');
  await expect(card(page)).toHaveCount(0);
  await expect.poll(async () => (await app.nodeIds()).sort()).toEqual(own);
});

test('who is stuck gets hints, is shown how, and can take that back', async ({ app }) => {
  const { page } = app;
  await page.clock.install();
  await page.goto('./#l=one-server');
  await press(page, 'This is my guess');
  await page.clock.fastForward(61_000);
  await expect(page.getByTestId('lesson-hint')).toHaveCount(1);
  await page.clock.fastForward(60_000);
  await expect(page.getByTestId('lesson-hint')).toHaveCount(2);
  await expect(card(page).getByRole('button', { name: 'Show me' })).toHaveCount(0);
  await page.clock.fastForward(60_000);
  await press(page, 'Show me');
  await expect(page.getByTestId('lesson-explanation')).toBeVisible();
  await press(page, 'Take back what was shown');
  await expect(page.getByTestId('lesson-explanation')).toHaveCount(0);
  await expect.poll(app.clock).toBe(0);
  await expect(card(page).getByRole('button', { name: 'Run' })).toBeEnabled();
});

test('questions are graded by the engine; the end says what comes next, and makes a ticket that the teacher’s page reads', async ({
  app,
  context,
}) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tick = { came: 40, shown: { p99: 40, busy: 0.4, waiting: 1, rate: 195 } };
  await openKept(app, {
    ...begun(oneServer),
    at: oneServer.steps.length,
    ticked: Object.fromEntries(oneServer.steps.map(({ id }) => [id, tick])),
    guesses: { calm: 30 },
    begins: [...oneServer.steps.map(() => oneServer.design), oneServer.design],
  });
  const busy = page.locator('[data-quiz="busy"]');
  const { given } = oneServer.quiz[0].variants[Number(await busy.getAttribute('data-variant'))];
  const share = (100 * given.rate * given.cpu) / 1000 / given.cpus;
  await busy.getByRole('textbox').fill(String(share));
  await busy.getByRole('button', { name: 'Check' }).click();
  await expect(busy.getByTestId('quiz-verdict')).toHaveText(/^Right: \d/);
  const tail = page.locator('[data-quiz="tail"]');
  await tail.getByRole('textbox').fill('9000');
  await tail.getByRole('textbox').press('Enter');
  await expect(tail.getByTestId('quiz-verdict')).toHaveText(/^You said 9\ss; the engine says \d/);
  await expect(page.getByTestId('lesson-end')).toContainText('1 of 2 questions right');
  // all of it stands in its column, the box for a name and long buttons too
  await expect(page.getByRole('textbox', { name: /^Your name/ })).toBeVisible();
  const column = card(page).locator('xpath=..');
  expect(await column.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  const end = page.getByTestId('lesson-end');
  await expect(end.getByRole('button', { name: 'Copy exit ticket' })).toBeDisabled();
  await end.getByRole('textbox', { name: /^Your name/ }).fill('김미나');
  await end.getByRole('button', { name: 'Copy exit ticket' }).click();
  await expect(end.getByText(/^Copied\./)).toBeVisible();
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toMatch(/^김미나 \| one-server \| 1\/2 \| [0-9A-Z]{7} \| http\S+#a1\.\S+\.z$/);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('김미나');
  await end.getByRole('button', { name: /^Next: / }).click();
  await expect(card(page)).toHaveAttribute('data-lesson', 'two-tiers');

  // the teacher's end of it
  await page.getByRole('banner').getByRole('button', { name: 'Learn' }).click();
  await app.dialog.getByRole('button', { name: 'Teach this: One server, one curve' }).click();
  const tickets = app.dialog.getByRole('region', { name: 'Exit tickets' });
  await tickets.getByRole('textbox').fill(`${ticket}\nhello\n${ticket.replace('1/2', '2/2')}`);
  await expect(tickets.getByRole('status')).toHaveText('2 tickets found');
  await expect(tickets.getByRole('row', { name: /1\/2/ })).toContainText('fits');
  await expect(tickets.getByRole('row', { name: /2\/2/ })).toContainText('does not fit');
});

test('all lessons are listed with what a teacher needs; a link to none says so; the glossary leads to a lesson', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused#l=no-such-lesson');
  await expect(app.dialog.locator('[data-problem="no-lesson"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name: 'Learn' }).click();
  await expect(app.dialog.locator('[data-lesson]')).toHaveCount(16);
  await app.dialog.getByRole('button', { name: 'Teach this: One server, one curve' }).click();
  await expect(page.getByTestId('teach').locator('svg[data-link$="#l=one-server"]')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByTestId('teach').getByRole('button', { name: 'Download one file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('faultline-one-server.html');
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^<!doctype html>\s*<html data-open="l=one-server"/i);
  await page.keyboard.press('Escape');

  await page.getByRole('banner').getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Glossary…' }).click();
  await app.dialog.getByRole('searchbox').fill('안정 해시');
  await expect(page.getByTestId('glossary').locator('[data-term]')).toHaveCount(1);
  await app.dialog.getByRole('button', { name: /^Lesson: / }).click();
  await expect(card(page)).toHaveAttribute('data-lesson', 'resharding');
});
