/** Two designs under one clock: in step, by the same luck, broken together, and told apart in words and numbers. */

import { templates } from '../src/library/templates.ts';
import { behaviors } from '../src/nodes/behaviors.ts';
import { compile } from '../src/runner/compile.ts';
import { playWorld } from '../src/runner/world.ts';
import { mergeWorlds, valueIn } from '../src/runner/worldMetrics.ts';
import { type App, expect, test } from './app.ts';

async function openCompare({ page, dialog }: App): Promise<void> {
  await page.keyboard.press('v');
  await expect(dialog.locator('[data-side="B"]')).toBeVisible();
}

const clockOf = ({ dialog }: App) => dialog.locator('[data-pair-time]');
const timeOf = async (app: App) => Number(await clockOf(app).getAttribute('data-pair-time'));

/** To the end of the run, as fast as it goes. */
async function playToEnd(app: App): Promise<void> {
  await app.dialog.getByRole('slider', { name: 'Speed' }).press('End');
  await app.dialog.getByRole('button', { name: 'Play both' }).click();
  await expect(clockOf(app)).toHaveAttribute('data-pair-status', 'finished', { timeout: 60_000 });
}

const cells = async (app: App, row: string) => {
  const line = app.dialog.locator(`tr[data-row="${row}"]`);
  return [await line.getAttribute('data-a'), await line.getAttribute('data-b')].map(Number);
};

test('both come to the numbers that each has alone, at the same second', async ({ app }) => {
  await app.open('?template=single&seed=e2e');
  await app.setLength(30);
  await openCompare(app);
  await app.dialog.getByRole('combobox', { name: 'B is' }).selectOption({ label: 'A with one change' });
  await expect(app.dialog.locator('[data-differences="1"]')).toContainText(/Web server, Servers: 1 → 2/);
  await expect(app.dialog.locator('[data-side="A"] [data-part="web-1"]')).toHaveAttribute('data-marked', 'true');
  await playToEnd(app);

  const { design } = templates.find(({ id }) => id === 'single')!;
  const alone = (instances: number) => {
    const nodes = design.nodes.map((node) => (node.id === 'web-1' ? { ...node, params: { ...node.params, instances } } : node));
    return mergeWorlds([playWorld(compile({ ...design, nodes, seed: 'e2e', seconds: 30 }).plan!, behaviors, 1)]);
  };
  const [a, b] = [alone(1), alone(2)];
  for (const name of ['p50', 'p99', 'goodput'] as const) {
    await expect.poll(() => cells(app, name)).toEqual([valueIn(a, name), valueIn(b, name)]);
  }
  await expect(app.dialog.locator('svg[role="img"]')).toHaveCount(3);

  await app.dialog.getByRole('button', { name: /Play 20 worlds/ }).click();
  await expect(app.dialog.locator('[role="status"][data-worlds="20"]')).toBeVisible({ timeout: 60_000 });
  await expect(app.dialog.locator('tr[data-row="p99"]')).toHaveAttribute('data-verdict', /better|not-real|same/);
  await app.closeDialog();
  // the design in hand is what it was
  await app.selectNode('web-1');
  await expect(app.field('instances').locator('input[type="text"]')).toHaveValue('1');
});

test('what breaks, breaks in both at one moment; going back undoes it in both', async ({ app }) => {
  await app.open('?template=single');
  await openCompare(app);
  await app.dialog.getByRole('combobox', { name: 'B is' }).selectOption({ label: 'Load balanced' });
  await expect(app.dialog.locator('[data-side="B"] [data-part="lb-1"]')).toBeVisible();
  await app.dialog.getByRole('button', { name: 'Play both' }).click();
  await expect.poll(() => timeOf(app)).toBeGreaterThan(1);
  await app.dialog.locator('[data-side="B"] [data-part="web-1"]').click();
  await expect(app.dialog.getByRole('combobox', { name: 'Part' }).last()).toHaveValue('web-1');
  await app.dialog.getByRole('button', { name: 'In both' }).click();
  for (const side of ['A', 'B']) {
    await expect(app.dialog.locator(`[data-side="${side}"] [data-part="web-1"]`)).toHaveAttribute('data-health', 'down');
  }
  await app.dialog.getByRole('button', { name: 'Pause both' }).click();
  await expect(clockOf(app)).toHaveAttribute('data-pair-status', 'paused');
  await app.dialog.getByRole('button', { name: 'Both from the beginning' }).click();
  await expect.poll(() => timeOf(app)).toBe(0);
  for (const side of ['A', 'B']) {
    await expect(app.dialog.locator(`[data-side="${side}"] [data-part="web-1"]`)).not.toHaveAttribute('data-health', 'down');
  }
});

test('a design does nothing else than itself; a link that is none is refused', async ({ app }) => {
  await app.open('?template=balanced');
  await openCompare(app);
  await app.dialog.getByRole('combobox', { name: 'B is' }).selectOption({ label: 'a design from a link' });
  const link = app.dialog.getByRole('textbox', { name: 'Link' });
  await link.fill('https://example.com/#a1.nothing');
  await link.press('Enter');
  await expect(app.dialog.getByRole('alert')).toContainText('cannot be read');
  await app.closeDialog();
  const own = await app.share();
  await openCompare(app);
  await app.dialog.getByRole('combobox', { name: 'B is' }).selectOption({ label: 'a design from a link' });
  await link.fill(own);
  await link.press('Enter');
  await expect(app.dialog.getByText('they differ in nothing that a run can feel', { exact: false })).toBeVisible();
  await app.dialog.getByRole('slider', { name: 'Moment' }).press('PageUp');
  await expect.poll(() => timeOf(app), { timeout: 60_000 }).toBeGreaterThan(5);
  await expect.poll(async () => (await cells(app, 'goodput'))[0]).toBeGreaterThan(0);
  const [a, b] = await cells(app, 'p95');
  expect(a).toBeGreaterThan(0);
  expect(b).toBe(a);
});
