/** The page as its users see it: verbs for what they do, a few nouns for what they read. Every test ends by asking whether the page complained. */

import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { decodeLink } from '../src/design/codec.ts';

export { expect } from '@playwright/test';

export type App = ReturnType<typeof appOf>;

/** Metric name -> its number in full, as text. */
export type Metrics = Readonly<Record<string, string>>;

const seconds = (count: number): number => count * 1000;

export function appOf(page: Page) {
  const canvas = page.locator('#canvas');
  const inspector = page.locator('#inspector');
  const runBar = page.locator('#run');
  const dialog = page.locator('dialog[open]');

  const node = (id: string): Locator => page.locator(`[data-node-id="${id}"]`);
  const nodeIds = (): Promise<string[]> =>
    page.locator('[data-node-id]').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.nodeId ?? ''));

  /** What the next act adds: the id that was not there before. */
  async function addedBy(act: () => Promise<void>): Promise<string> {
    const before = await nodeIds();
    await act();
    await expect(page.locator('[data-node-id]')).toHaveCount(before.length + 1);
    return (await nodeIds()).find((id) => !before.includes(id)) ?? '';
  }

  const knob = (id: string, end: 'source' | 'target'): Locator =>
    page.locator(`.react-flow__node[data-id="${id}"] .react-flow__handle.${end}`);
  const middleOf = async (locator: Locator): Promise<{ x: number; y: number }> => {
    const box = (await locator.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
  }

  /** @returns the box of the link that Share offers */
  async function openShare(): Promise<Locator> {
    const banner = page.getByRole('banner');
    await banner.getByRole('button', { name: /^Share/ }).click();
    const box = dialog.getByRole('textbox', { name: 'Link' });
    await expect(box).toHaveValue(/#a1\./);
    return box;
  }

  /** Simulated seconds on the clock, which shows tenths: "1:02:03.4 / 10:00". */
  async function clock(): Promise<number> {
    const text = (await page.getByTestId('clock').textContent()) ?? '';
    const [now = ''] = text.trim().split(/[\s/]/);
    return now.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }

  const status = (): Promise<string | null> => page.getByTestId('run-status').getAttribute('data-status');

  async function play(): Promise<void> {
    await runBar.getByRole('button', { name: 'Play', exact: true }).click();
  }

  async function pause(): Promise<void> {
    await runBar.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  }

  /** As fast as can still be stopped near a moment so many simulated seconds away, also by a machine that is busy with other things. */
  async function highSpeed(away: number): Promise<void> {
    const slider = runBar.getByRole('slider', { name: 'Speed' });
    // from below: at full speed for a moment, a short run would be over
    await slider.press('Home');
    const step = away > 250 ? 9 : away > 100 ? 8 : away > 40 ? 7 : away > 10 ? 6 : 5;
    for (let at = 0; at < step; at++) await slider.press('ArrowRight');
  }

  const metricsOf = (within: Locator = page.locator('body')): Promise<Metrics> =>
    within
      .locator('[data-metric]')
      .evaluateAll((cells) => Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-metric'), cell.getAttribute('data-value')])));

  async function fullSpeed(): Promise<void> {
    await runBar.getByRole('slider', { name: 'Speed' }).press('End');
  }

  return {
    page,
    canvas,
    inspector,
    runBar,
    dialog,
    node,
    nodeIds,
    clock,
    status,
    play,
    pause,
    fullSpeed,
    links: page.locator('.react-flow__edge'),

    /** `address` begins with ? or #. Waits until a design stands on the canvas, wires and all, or a dialog asks something. */
    async open(address = ''): Promise<void> {
      await page.goto(`./${address}`);
      await expect(canvas).toBeVisible();
      await expect(page.locator('[data-node-id]').or(dialog).first()).toBeVisible();
      if ((await nodeIds()).length > 1) await expect(page.locator('.react-flow__edge, [data-link-id]').first()).toBeAttached();
    },

    async blank(): Promise<void> {
      await page.getByRole('button', { name: 'Templates' }).click();
      await dialog.getByRole('button', { name: /^Blank canvas/ }).click();
      await expect(page.locator('[data-node-id]')).toHaveCount(0);
      // as long as it is open, keys are for the dialog
      await expect(dialog).toHaveCount(0);
    },

    /** An edit of one's own, and the wait until it is kept. Returns the ids of all parts. */
    async editAndSave(): Promise<string[]> {
      await addedBy(() => page.locator('button[data-kind="cache"]').click());
      await expect(page.getByText(/^Saved/)).toBeVisible();
      return (await nodeIds()).sort();
    },

    addPart: (kind: string): Promise<string> => addedBy(() => page.locator(`button[data-kind="${kind}"]`).click()),

    /** Drags a part from the list to a place, told as shares of the canvas. */
    dragPart: (kind: string, at: { x: number; y: number }): Promise<string> =>
      addedBy(async () => {
        const box = (await canvas.boundingBox())!;
        await drag(await middleOf(page.locator(`button[data-kind="${kind}"]`)), {
          x: box.x + box.width * at.x,
          y: box.y + box.height * at.y,
        });
      }),

    async wire(from: string, to: string): Promise<void> {
      await drag(await middleOf(knob(from, 'source')), await middleOf(knob(to, 'target')));
    },

    async wireByClicks(from: string, to: string): Promise<void> {
      await knob(from, 'source').click();
      await knob(to, 'target').click();
    },

    async moveNode(id: string, by: { x: number; y: number }): Promise<void> {
      const box = (await node(id).boundingBox())!;
      const from = { x: box.x + box.width / 2, y: box.y + 12 };
      await drag(from, { x: from.x + by.x, y: from.y + by.y });
    },

    /** Takes a part and holds it so far from where it stood; the mouse is let go by the caller. */
    async holdNode(id: string, by: { x: number; y: number }): Promise<void> {
      const box = (await node(id).boundingBox())!;
      const from = { x: box.x + box.width / 2, y: box.y + 12 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      // A drag begins a few pixels on, and what it went till then it does not count.
      await page.mouse.move(from.x + 3, from.y);
      await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
      await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
    },

    placeOf: async (id: string): Promise<{ x: number; y: number }> => {
      const box = (await node(id).boundingBox())!;
      return { x: Math.round(box.x), y: Math.round(box.y) };
    },

    async selectNode(id: string): Promise<void> {
      await node(id).click({ position: { x: 60, y: 12 } });
      await expect(node(id)).toHaveAttribute('data-selected', 'true');
    },

    /** By what a screen reader calls it, e.g. "Web servers to Database". Pressed on its line, at a share of its length where nothing lies over it. */
    async selectWire(name: string, share = 0.5): Promise<void> {
      const wire = page.locator(`.react-flow__edge[aria-label*="${name}"]`);
      const place = await wire
        .locator('path')
        .first()
        .evaluate((path: SVGPathElement, share) => {
          const { x, y } = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(path.getScreenCTM()!);
          return { x: Math.round(x), y: Math.round(y) };
        }, share);
      await page.mouse.click(place.x, place.y);
      await expect(inspector.locator('[data-field="timeoutMs"]')).toBeVisible();
    },

    /** A number of a part's own, as its inspector words it. */
    ownMetric: (name: string): Promise<string> => inspector.locator(`[data-own-metric="${name}"] dd`).innerText(),

    async selectNothing(): Promise<void> {
      await page.keyboard.press('Escape');
      // out of the inspector the first one leads back to the part, the next one lets go of it
      if ((await page.locator('[data-node-id][data-selected="true"]').count()) > 0) await page.keyboard.press('Escape');
    },

    field: (name: string): Locator => inspector.locator(`[data-field="${name}"]`),

    async setField(name: string, value: number | string): Promise<void> {
      const row = inspector.locator(`[data-field="${name}"]`);
      await row.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
      if (typeof value === 'string') {
        await row.locator('select').selectOption(value);
        return;
      }
      const box = row.locator('input[type="text"]');
      await box.fill(String(value));
      await box.press('Enter');
      await expect(box).toHaveValue(new RegExp(String(value).slice(0, 1)));
    },

    /** How many simulated seconds a run has; with nothing selected. */
    async setLength(length: number): Promise<void> {
      const box = inspector.getByRole('textbox', { name: 'Length of a run' });
      await box.fill(String(length));
      await box.press('Enter');
      await box.blur();
    },

    /** Stands at a simulated second, to the tenth: named in the box beside the timeline, so that no machine is too slow to stop there. */
    async runTo(time: number): Promise<void> {
      const box = page.getByRole('textbox', { name: 'Go to a moment' });
      await box.fill(`${time.toFixed(1)} s`);
      await box.press('Enter');
      await expect.poll(clock, { timeout: seconds(80), intervals: [50] }).toBe(Number(time.toFixed(1)));
      await box.blur();
      // The figures beside the charts follow the clock, a few times a second. A frame is a second.
      const until = async (): Promise<number> => Number((await page.locator('[data-summary]').first().getAttribute('data-until')) ?? 0);
      if ((await page.locator('[data-summary]').count()) > 0) await expect.poll(until, { intervals: [50] }).toBe(Math.floor(time + 1e-6));
    },

    /** Plays until the clock has passed a simulated second, then stands; later than asked, and how much is luck. */
    async playPast(time: number): Promise<void> {
      await highSpeed(time - (await clock()));
      if ((await status()) !== 'playing') await play();
      await expect.poll(clock, { timeout: seconds(80), intervals: [50] }).toBeGreaterThanOrEqual(time);
      await pause();
    },

    async runToEnd(): Promise<void> {
      await fullSpeed();
      // a run just changed is being prepared, and stands when it is there
      await expect.poll(status).not.toBe('loading');
      if ((await status()) === 'paused') await play();
      await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: seconds(120) });
    },

    async breakNode(id: string, fault: 'crash' | 'hang' | 'slow' | 'recover', which?: string | RegExp): Promise<void> {
      await node(id).click({ position: { x: 60, y: 12 } });
      if (which !== undefined) {
        const choice = inspector.getByRole('combobox', { name: 'Which' });
        const option = choice.locator('option', { hasText: which });
        await choice.selectOption((await option.getAttribute('value')) ?? '');
      }
      await inspector.locator(`[data-fault="${fault}"]`).click();
    },

    requests: page.getByTestId('requests'),

    /** The pane that looks into single requests, in the place of the charts. */
    async openRequests(): Promise<Locator> {
      await page.getByRole('button', { name: 'Follow a request' }).click();
      const pane = page.getByTestId('requests');
      await expect(pane).toBeVisible();
      return pane;
    },

    /** Presses a dot of the run that stands still. @returns whether there was one to press */
    async pressDot(): Promise<boolean> {
      const spot = await page.locator('#canvas canvas[data-layer="traffic"]').evaluateAll((layers) => {
        for (const layer of layers as HTMLCanvasElement[]) {
          const { width, height } = layer;
          // a copy: what is read often is no longer drawn by the graphics card
          const copy = width > 0 ? new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }) : null;
          if (!copy) continue;
          copy.drawImage(layer, 0, 0);
          const pixels = copy.getImageData(0, 0, width, height).data;
          const { left, top, width: wide } = layer.getBoundingClientRect();
          // full and blue: neither the ring round a dot nor the number beside it
          const isFull = (x: number, y: number): boolean =>
            pixels[4 * (y * width + x) + 3] === 255 && pixels[4 * (y * width + x) + 2] > 180 && pixels[4 * (y * width + x)] < 90;
          for (let y = 2; y < height - 2; y++) {
            for (let x = 2; x < width - 2; x++) {
              if (![-2, -1, 0, 1, 2].every((d) => isFull(x + d, y) && isFull(x, y + d))) continue;
              const at = { x: left + (x * wide) / width, y: top + (y * wide) / width };
              const over = document.elementFromPoint(at.x, at.y);
              if (over?.closest('#canvas') && !over.closest('.react-flow__node, button, [data-floats]')) return at;
            }
          }
        }
        return null;
      });
      if (spot) await page.mouse.click(spot.x, spot.y);
      return spot !== null;
    },

    /** Of a run that had a failover. */
    async openReport(): Promise<void> {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitem', { name: 'Failover report' }).click();
      await expect(dialog.locator('[data-metric="failover-seconds"]').first()).toBeVisible();
    },

    async closeDialog(): Promise<void> {
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    },

    /** A metric in full. Empty while there is nothing to measure. */
    metric: async (name: string, within: Locator = page.locator('body')): Promise<string> =>
      (await within.locator(`[data-metric="${name}"]`).first().getAttribute('data-value')) ?? '',

    metrics: metricsOf,

    /** As `metrics`, of a run that stands: charts follow the clock a few times a second, so until nothing changes for longer than that. */
    async settledMetrics(): Promise<Metrics> {
      let last: Metrics = {};
      await expect
        .poll(async () => {
          const before = await metricsOf();
          await page.waitForTimeout(500);
          last = await metricsOf();
          return JSON.stringify(last) === JSON.stringify(before);
        })
        .toBe(true);
      return last;
    },

    /** The link that Share offers. */
    async share(): Promise<string> {
      const link = await (await openShare()).inputValue();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      return link;
    },

    /** A link that opens where the run stands, and all numbers of the run in sixteen digits. */
    async shareMoment(note: string): Promise<{ link: string; fingerprint: string }> {
      const box = await openShare();
      await dialog.getByRole('switch', { name: /^Open at this moment/ }).click();
      await dialog.getByRole('textbox', { name: /^Note/ }).fill(note);
      // until the link holds the note, as the page itself reads it
      let link = '';
      const noteIn = async (): Promise<string | undefined> => {
        link = await box.inputValue();
        const decoded = await decodeLink(link);
        return decoded.ok ? decoded.moment?.note : undefined;
      };
      await expect.poll(noteIn).toBe(note);
      const fingerprint = (await dialog.locator('[data-metric="fingerprint"]').getAttribute('data-value')) ?? '';
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      return { link, fingerprint };
    },

    async replayTrace(csv: string, { peak, takes }: { peak: number; takes: number }): Promise<void> {
      await page.keyboard.press('Escape');
      await inspector.getByRole('button', { name: 'Import a trace' }).click();
      await dialog.getByRole('textbox', { name: 'Text of the trace' }).fill(csv);
      for (const [name, value] of [
        ['Peak', peak],
        ['Takes', takes],
      ] as const) {
        const box = dialog.getByRole('textbox', { name });
        await box.fill(String(value));
        await box.press('Enter');
      }
      await dialog.getByRole('button', { name: 'Replay this trace' }).click();
      await expect(dialog).toHaveCount(0);
    },
  };
}

/** Playwright's own word for what playwright.config.ts asks of it. */
const blocked = 'Service Worker registration blocked by Playwright';

/** What a page says on its console or throws, but for what the browser itself remarks on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && message.text() !== blocked) complaints.push(message.text());
  });
  return complaints;
}

export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(appOf(page));
    expect(complaints).toEqual([]);
  },
});
