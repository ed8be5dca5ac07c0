/** A student opens the link of an assignment on a phone, and reads what is asked; and whatever a phone keeps can be erased there, too. */

import AxeBuilder from '@axe-core/playwright';
import { writeHandIn, writeKey, writeTask } from '../src/design/assignment.ts';
import { encodeLink } from '../src/design/codec.ts';
import { single } from '../src/library/single.ts';
import { expect, test } from './app.ts';

const task = writeTask({
  id: 'hw-1',
  words: 'Keep it open on Friday.\nSpend little.',
  deadline: 'Friday 18:00',
  locked: ['db-1'],
  free: ['db-1.replicas'],
  kinds: ['cache', 'queue'],
  traffic: true,
  promise: '',
});
const linkOf = (assignment: string): Promise<string> =>
  encodeLink({ ...single.design, title: 'Friday tickets', assignment, targets: { p99Ms: 500, monthlyUsd: 4000 } });

for (const { lang, words } of [
  {
    lang: 'en',
    words: [
      'Hand in until: Friday 18:00',
      'Cost of a month at most 4,000 USD',
      'These may be added: Cache, Message queue.',
      'Share takes it there',
    ],
  },
  {
    lang: 'ko',
    words: ['제출 기한: Friday 18:00', '한 달 비용 상한 4,000 USD', '더할 수 있는 것: 캐시, 메시지 큐.', '공유를 눌러 컴퓨터로'],
  },
]) {
  test(`a task is read on a phone, without the editor, ${lang}`, async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url().split('/').at(-1) ?? ''));
    await page.goto(`./?lang=${lang}&paused#${await linkOf(task)}`);
    const sheet = page.getByRole('dialog', { name: 'Friday tickets' });
    for (const text of ['Keep it open on Friday.', ...words]) await expect(sheet).toContainText(text);
    await expect(sheet.locator('[data-asked="monthlyUsd"]')).toContainText(/\d\sUSD\D+\d+\sUSD/);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    // however far it was read, the way out stays in sight
    await sheet.getByText(words[3]).scrollIntoViewIfNeeded();
    await expect(sheet.getByRole('button').first()).toBeInViewport();
    await sheet.getByRole('button').first().click();
    await expect(sheet).toHaveCount(0);

    const strip = page.locator('[data-assignment="task"]');
    await expect(strip.locator('[data-budget="within"]')).toContainText('4,000 USD');
    await expect(page.getByTestId('clock')).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await strip.getByRole('button').click();
    await expect(sheet).toBeVisible();
    expect(fetched.filter((file) => /^(App|canvas|editor)-.*\.js$/.test(file))).toEqual([]);
  });
}

test('what has been kept is not shoved under one’s nose again; keys and hand-ins say what they are', async ({ page }) => {
  await page.goto(`./?paused#${await linkOf(task)}`);
  const sheet = page.getByRole('dialog', { name: 'Friday tickets' });
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await expect(page.getByText('Saved as one of your designs.').first()).toBeVisible();
  await page.goto('about:blank');
  await page.goto('./?paused');
  await expect(page.locator('[data-assignment="task"]')).toContainText('of 2 kept');
  await expect(sheet).toHaveCount(0);

  for (const { carried, text } of [
    { carried: writeKey(task, ''), text: 'on a computer' },
    { carried: writeHandIn('b'.repeat(64), 'Kim Mina', '17'), text: 'Handed in by Kim Mina, 17.' },
  ]) {
    await page.goto('about:blank');
    await page.goto(`./?paused#${await linkOf(carried)}`);
    await expect(page.locator('[data-assignment]')).toContainText(text);
    await expect(sheet).toHaveCount(0);
  }
});

test('everything on this device is erased from a phone', async ({ app }) => {
  const { page } = app;
  await app.open('?template=single&paused');
  await page.getByRole('button', { name: 'Designs' }).click();
  await app.dialog.getByRole('tab', { name: 'My designs' }).click();
  await app.dialog.getByRole('button', { name: 'Erase everything here…' }).click();
  await app.dialog.locator('[data-irreversible]').click();
  await expect(app.dialog.locator('[data-erased="all"]')).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
