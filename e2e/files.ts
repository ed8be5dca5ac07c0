import type { FileChooser } from '@playwright/test';
import { type App, expect } from './app.ts';

type Given = Parameters<FileChooser['setFiles']>[0];

/** Opens a file by its key; pressed again until the page, which fetches its keys after its first picture, asks for one. */
export async function openFile({ page }: App, file: Given): Promise<void> {
  let chooser: FileChooser | null = null;
  const press = async (): Promise<boolean> => {
    const soon = page.waitForEvent('filechooser', { timeout: 3000 }).catch(() => null);
    await page.keyboard.press('ControlOrMeta+o');
    chooser = await soon;
    return chooser !== null;
  };
  await expect.poll(press, { timeout: 30_000 }).toBe(true);
  await (chooser as unknown as FileChooser).setFiles(file);
}
