/** A teacher makes an assignment, a student works on it and is refused at a lock, hands in; the teacher marks. Three browsers that never met. */

import type { Browser, Page } from '@playwright/test';
import { type App, appOf, complaintsOf, expect, test } from './app.ts';

async function fresh(browser: Browser): Promise<{ page: Page; app: App; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  return { page, app: appOf(page), complaints: complaintsOf(page), close: () => context.close() };
}

/** What a row to copy shows once it is made. */
async function copied(app: App, testId: string): Promise<string> {
  const box = app.page.getByTestId(testId);
  await expect(box).toHaveValue(/#a1\..+\.z$/);
  return box.inputValue();
}

test('an assignment: made, worked on, refused at its locks, handed in, marked', async ({ app, browser }) => {
  // the teacher
  await app.open('?template=single&paused&lang=en');
  await app.page.getByRole('button', { name: 'Share', exact: true }).click();
  await app.dialog.getByRole('button', { name: 'Assignment…' }).click();
  await expect(app.dialog).toContainText('Make an assignment');
  await app.dialog.getByRole('textbox', { name: 'The task in words' }).fill('Keep it open on Friday.\nSpend little.');
  await app.dialog.getByRole('textbox', { name: 'Short name' }).fill('hw-1');
  await app.dialog.getByRole('checkbox', { name: 'Lock Web server', exact: true }).uncheck();
  await app.dialog.getByRole('combobox', { name: 'What may be added' }).selectOption('none');
  await app.dialog.getByRole('switch', { name: 'Budget of a month' }).click();
  await app.dialog.getByRole('button', { name: 'Make the two links' }).click();
  const student = await copied(app, 'assignment-link');
  const key = await copied(app, 'key-link');
  expect(student).not.toBe(key);
  await app.closeDialog();

  // the student
  const other = await fresh(browser);
  await other.page.goto(student);
  await expect(other.app.dialog).toContainText('Keep it open on Friday.');
  await expect(other.app.dialog).toContainText('No parts may be added.');
  await other.app.closeDialog();
  const strip = other.page.locator('[data-assignment="task"]');
  await expect(strip.locator('[data-budget="within"]')).toBeVisible();
  await other.page.getByRole('button', { name: 'Make it mine' }).click();
  await other.app.selectNode('web-1');
  await expect(other.app.inspector.locator('[data-locked="false"]')).toBeVisible();
  await expect(other.app.inspector.locator('[data-field="cpuDynamicMs"] input').first()).toBeDisabled();
  await other.app.setField('instances', 4);
  await other.app.selectNode('db-1');
  await expect(other.app.inspector.locator('[data-locked="true"]')).toContainText('Locked by the assignment');
  await expect(other.app.inspector.locator('[data-field="replicas"] input').first()).toBeDisabled();
  // by key, too
  await other.page.keyboard.press('Delete');
  await expect(other.page.getByText('Database is locked by the assignment: it stays.').first()).toBeVisible();
  await expect(other.app.node('db-1')).toBeVisible();
  // and by ear: what is locked says so by its name, and what is refused is not said to be done
  await expect(other.page.locator('.react-flow__node[data-id="db-1"]')).toHaveAttribute(
    'aria-label',
    /^Database, .*, locked by the assignment$/,
  );
  await expect(other.page.locator('.react-flow__node[data-id="web-1"]')).toHaveAttribute('aria-label', /^Web server, [^,]*, [^,]*$/);
  await expect(other.app.inspector.getByRole('heading', { name: 'Database, locked by the assignment' })).toBeAttached();
  await other.app.selectNode('db-1');
  await other.page.keyboard.press('o');
  const outline = other.page.getByRole('region', { name: 'Outline', exact: true });
  const database = outline.getByRole('button', { name: /^Database ?, locked by the assignment$/ });
  await expect(database).toBeVisible();
  await expect(outline.getByRole('button', { name: 'Web server', exact: true })).toBeVisible();
  await outline.getByRole('button', { name: 'Delete Database' }).click();
  await expect(database).toBeVisible();
  await expect(other.page.getByText('Database is locked by the assignment: it stays.').first()).toBeAttached();
  await expect(other.page.getByText('Deleted 1 part')).toHaveCount(0);
  await other.page.reload();
  await expect(strip).toBeVisible();
  await strip.getByRole('button', { name: 'Task and hand-in' }).click();
  await other.app.dialog.getByRole('textbox', { name: /^Name/ }).fill('Kim Mina');
  await other.app.dialog.getByRole('textbox', { name: /^Number/ }).fill('17');
  const handIn = await copied(other.app, 'hand-in-link');
  expect(other.complaints).toEqual([]);
  await other.close();

  // marked
  const marker = await fresh(browser);
  await marker.page.goto(key);
  await marker.page.locator('[data-assignment="key"]').getByRole('button', { name: 'Mark hand-ins' }).click();
  const { dialog } = marker.app;
  await expect(dialog.locator('[data-key-found="yes"]')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Links or rows (name, link, prompt)' }).fill(`${handIn}\n${student}`);
  await dialog.getByRole('combobox', { name: 'Seeds' }).selectOption('1');
  await dialog.getByRole('button', { name: 'Grade 2 hand-ins' }).click();
  await expect(dialog.locator('[data-status="done"]')).toContainText('2 of 2 rows graded', { timeout: 60_000 });
  await expect(dialog.locator('[data-row="1"]')).toContainText('Kim Mina 17');
  await expect(dialog.locator('[data-row="1"]')).not.toContainText('rule');
  await dialog.locator('[data-row="1"] th button').click();
  await expect(dialog.locator('[data-line="monthlyUsd"]')).toBeVisible();
  expect(marker.complaints).toEqual([]);
  await marker.close();
});
