/** Trials as their users handle them: opened from the menu, filled in, played to their end. */

import { type App, expect } from './app.ts';

export async function openTrial({ page, dialog }: App, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(dialog.getByRole('tablist', { name: 'Trials' })).toBeVisible();
}

/** Boxes by their names. */
export async function fill({ dialog }: App, values: Readonly<Record<string, number | string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const box = dialog.getByRole('textbox', { name, exact: true });
    await box.fill(String(value));
    await box.press('Enter');
  }
}

export const play = ({ dialog }: App) => dialog.getByRole('button', { name: 'Play', exact: true }).click();
export const ended = ({ dialog }: App) => expect(dialog.getByRole('status')).toHaveAttribute('data-status', 'done', { timeout: 30_000 });
