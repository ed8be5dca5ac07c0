/** "Why?" of numbers all over the page: each opens beside its number, says its formula, and its inputs are those that stand on the screen. */

import type { Locator } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { ended, fill, openTrial, play } from './trials.ts';

interface Explained {
  /** As the number reads where it stands. */
  shown: string;
  formula: string;
  limits: string;
  /** Exact, and as they read. */
  inputs: Readonly<Record<string, number>>;
  texts: Readonly<Record<string, string>>;
}

/** Opens the Why of a number, reads it, and closes it. */
async function whyOf({ page }: App, number: Locator): Promise<Explained> {
  const shown = (await number.textContent()) ?? '';
  await number.click();
  const pane = page.locator('[data-explains]');
  await expect(pane).toBeFocused();
  const formula = (await pane.locator('[data-formula]').first().textContent()) ?? '';
  const inputs = await pane
    .locator('[data-input]')
    .evaluateAll((each) =>
      each.map((input) => [
        input.getAttribute('data-input') ?? '',
        input.getAttribute('data-value'),
        input.querySelector('dd')?.textContent ?? '',
      ]),
    );
  const limits = (await pane.locator(':scope > p').last().textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  return {
    shown,
    formula,
    limits,
    inputs: Object.fromEntries(inputs.map(([name, value]) => [name, Number(value)])),
    texts: Object.fromEntries(inputs.map(([name, , text]) => [name, text ?? ''])),
  };
}

const why = (within: Locator, metric: string): Locator => within.locator(`[data-why="${metric}"]`);

test('blame and its remedy', async ({ app }) => {
  await app.open('?template=first-visit&paused');
  await app.runTo(30);
  const pane = await app.openRequests();
  await pane.getByRole('tab', { name: 'The slowest 1%' }).click();
  await pane.getByRole('button', { name: 'Find what slows them' }).click();
  const row = pane.locator('[data-blame] tbody tr').first();
  const more = await whyOf(app, why(row, 'blame-difference'));
  expect(more.formula).toContain('slowest 1% − mean seconds of those in the middle');
  expect(more.limits).toContain('where time went');
  // the two stand beside it in the row, and their difference is the number
  for (const input of ['slowSpent', 'typicalSpent']) await expect(row).toContainText(more.texts[input]);
  expect(more.inputs.slowSpent - more.inputs.typicalSpent).toBeCloseTo(secondsIn(more.shown), 3);
  const longer = await whyOf(app, why(pane, 'blame-longer'));
  expect(longer.formula).toContain('Mean time of the slowest 1%');
  expect(longer.inputs.slowSpent - longer.inputs.typicalSpent).toBeCloseTo(secondsIn(longer.shown), 3);
  const remedy = pane.locator('[data-remedy]');
  await remedy.getByRole('button', { name: /Test it in/ }).click();
  await expect(remedy).toHaveAttribute('data-remedy', 'playing');
  await expect(remedy.locator('[data-verdict]')).toHaveText(/p99 .+ → .+, better in \d+ of \d+ worlds/);
  await remedy.getByRole('button', { name: 'Cancel' }).click();
  await expect(remedy).toHaveAttribute('data-remedy', 'stopped');
  const verdict = await whyOf(app, why(remedy, 'remedy-p99'));
  expect(verdict.formula).toContain('same users, keys and service times');
  expect(verdict.shown).toContain(
    `p99 ${verdict.texts.withoutP99} → ${verdict.texts.withP99}, better in ${verdict.texts.better} of ${verdict.texts.worlds}`,
  );
});

test('the bars of a call', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.runTo(12);
  const pane = await app.openRequests();
  await pane.locator('[data-request]').first().click();
  const took = await whyOf(app, why(pane, 'request-took'));
  expect(took.inputs.knownAt - took.inputs.meantAt).toBeCloseTo(Number(await pane.locator('[data-story]').getAttribute('data-took')), 9);
  const web = pane.getByRole('treeitem').filter({ hasText: 'Web servers' }).first();
  await web.click();
  const part = await whyOf(app, why(web, 'request-part').first());
  expect(part.formula).toContain('All stretches of this call');
  expect(part.shown).toContain(part.texts.spent);
  const time = await whyOf(app, why(web, 'request-time'));
  expect(time.formula).toContain('To − from');
  expect(time.shown).toBe(part.texts.took);
  expect(time.inputs.endedAt - time.inputs.beganAt).toBeCloseTo(part.inputs.took, 9);
});

test('the notebook, each row with its own inputs', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.runTo(4);
  await app.breakNode('web-1', 'crash');
  await app.runTo(12);
  await app.page
    .locator('#run')
    .getByRole('button', { name: /^Restart, same/ })
    .click();
  await app.runTo(8);
  await app.page.locator('#timeline').getByRole('button', { name: 'Notebook of runs' }).click();
  const [one, two] = [app.dialog.locator('[data-run="1"]'), app.dialog.locator('[data-run="2"]')];
  const failed = await whyOf(app, why(one, 'kept-failed'));
  expect(failed.formula).toContain('Counted one by one');
  expect(failed.limits).toContain('One run with one seed');
  expect(failed.texts.failed).toBe(failed.shown);
  expect(failed.inputs.failed).toBeGreaterThan(0);
  const answered = await whyOf(app, why(one, 'kept-answered'));
  const { completed, offered, limited } = answered.inputs;
  expect(completed / (offered - limited)).toBeCloseTo(Number.parseFloat(answered.shown) / 100, 3);
  const p99 = await whyOf(app, why(one, 'kept-p99'));
  expect(p99.formula).toContain('one histogram');
  expect(p99.inputs.samples).toBe(completed + failed.inputs.failed);
  // as long as the row says that it was played
  for (const { inputs } of [failed, answered, p99]) expect(inputs.length).toBeGreaterThan(11);
  const other = await whyOf(app, why(two, 'kept-failed'));
  expect(other.texts.failed).toBe(other.shown);
  expect(other.inputs.offered).not.toBe(failed.inputs.offered);
});

test('verdicts of requirements', async ({ app }) => {
  await app.open('?template=balanced&paused');
  await app.runTo(3);
  await app.page.getByRole('button', { name: 'Requirements', exact: true }).click();
  const row = app.dialog.locator('[data-target="p99Ms"]');
  await row.getByRole('checkbox').check();
  await row.getByRole('textbox').fill('2');
  await row.getByRole('textbox').press('Enter');
  await expect(row).toContainText('not met');
  const verdict = await whyOf(app, why(row, 'target-verdict'));
  expect(verdict.formula).toContain('Measured against the target');
  expect(verdict.inputs.target).toBe(2);
  expect(verdict.inputs.measured).toBe(Number((await row.getAttribute('data-so-far')) ?? (await row.getAttribute('data-measured'))));
  expect(verdict.limits).toContain('with this seed');
});

test('a case of physics', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.page.getByRole('button', { name: 'Menu', exact: true }).click();
  await app.page.getByRole('menuitem', { name: /physics/ }).click();
  await app.dialog.locator('[data-family]').first().waitFor();
  const row = app.dialog.locator('[data-case="mm1-rho50"]');
  await row.getByRole('button', { name: /mm1-rho50/ }).click();
  await row.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(row).toHaveAttribute('data-state', 'passed', { timeout: 60_000 });
  const line = row.locator('[data-physics-metric="mean_wait_ms"]');
  const measured = await whyOf(app, why(line, 'physics-measured'));
  expect(measured.formula).toContain('same counters as on the canvas');
  expect(measured.inputs.measured).toBeCloseTo(Number.parseFloat(measured.shown), 3);
  const theory = await whyOf(app, why(line, 'physics-expected'));
  expect(theory.shown).toBe('10\u00a0ms');
  expect(theory.inputs.theory).toBe(10);
  const verdict = await whyOf(app, why(line, 'physics-verdict'));
  expect(Math.abs(verdict.inputs.measured - verdict.inputs.theory)).toBeLessThan(verdict.inputs.tolerance);
  const agree = await whyOf(app, why(app.dialog, 'physics-agree'));
  expect([agree.inputs.passed, agree.inputs.judged]).toEqual([1, 1]);
});

test('a comparison of two designs', async ({ app }) => {
  await app.open('?template=single&seed=e2e');
  await app.setLength(10);
  await app.page.keyboard.press('v');
  await app.dialog.getByRole('combobox', { name: 'B is' }).selectOption({ label: 'A with one change' });
  await app.dialog.getByRole('slider', { name: 'Speed' }).press('End');
  await app.dialog.getByRole('button', { name: 'Play both' }).click();
  await expect(app.dialog.locator('[data-pair-time]')).toHaveAttribute('data-pair-status', 'finished', { timeout: 60_000 });
  const row = app.dialog.locator('tr[data-row="p99"]');
  await expect(row).not.toHaveAttribute('data-a', '');
  // the last second of either side may come when both have already ended
  await expect(async () => {
    const p99 = await whyOf(app, why(row, 'worlds-p99'));
    expect(p99.formula).toContain('never an average of percentiles');
    expect(p99.inputs.aValue).toBe(Number(await row.getAttribute('data-a')));
    expect(p99.inputs.bValue).toBe(Number(await row.getAttribute('data-b')));
    await expect(row.locator('td').first()).toHaveText(p99.texts.aValue);
  }).toPass({ timeout: 15_000 });
  // one server more costs more, whatever the response times come to
  const bill = app.dialog.locator('tr[data-row="cost"]');
  const cost = await whyOf(app, why(bill, 'worlds-monthly-cost'));
  expect(cost.inputs.aValue).toBe(Number(await bill.getAttribute('data-a')));
  expect(cost.inputs.bValue).toBe(Number(await bill.getAttribute('data-b')));
  expect(cost.inputs.bValue).toBeGreaterThan(cost.inputs.aValue);
  expect(cost.inputs.difference).toBeCloseTo(cost.inputs.bValue - cost.inputs.aValue, 9);
});

test('how much a design can take', async ({ app }) => {
  await app.open('?template=single');
  await openTrial(app, 'How much can it take?');
  await fill(app, { 'Answered at least': 99, 'Each plays': 10 });
  await play(app);
  await ended(app);
  const probe = app.dialog.locator('tr[data-probe]').first();
  const rate = await whyOf(app, why(probe, 'trial-rate'));
  expect(rate.formula).toContain('Requests that users meant to send');
  expect(rate.texts.perSecond).toBe(rate.shown);
  const failed = await whyOf(app, why(probe, 'trial-failed'));
  expect(failed.texts.failedShare).toBe(failed.shown);
  expect(failed.inputs.promisedShare).toBeCloseTo(0.01, 9);
  const fullest = await whyOf(app, why(probe, 'trial-fullest'));
  expect(fullest.shown).toContain(fullest.texts.busy);
  const found = await whyOf(app, why(app.dialog, 'trial-capacity'));
  expect(found.formula).toContain('surely kept');
  expect(found.shown).toContain(found.texts.keptRate);
  expect(found.inputs.probes).toBe(await app.dialog.locator('tr[data-probe]').count());
});

test('weak points', async ({ app }) => {
  await app.open('?template=single');
  await openTrial(app, 'Weak points');
  await fill(app, { Watched: 20, 'Worlds each': 1 });
  await play(app);
  await ended(app);
  const row = app.dialog.locator('tr[data-broken]').first();
  const failed = await whyOf(app, why(row, 'weak-failed'));
  expect(failed.formula).toContain('without it, same luck');
  expect(failed.inputs.failed).toBe(Number(await row.getAttribute('data-failed')));
  expect(failed.shown).toContain(failed.texts.failed);
  expect(failed.inputs.failed / failed.inputs.meant).toBeCloseTo(Number.parseFloat(failed.shown.split('·')[1] ?? '') / 100, 2);
  expect(failed.inputs.watched).toBe(20);
  const below = await whyOf(app, why(row, 'weak-below'));
  expect(below.texts.below).toBe(below.shown);
});

test('a sweep and its knee', async ({ app }) => {
  await app.open('?template=single&seed=e2e');
  await openTrial(app, 'Sweep a setting');
  await app.dialog.getByRole('combobox', { name: 'Part' }).selectOption('workload');
  await app.dialog.getByRole('combobox', { name: 'Setting' }).selectOption('workload.traffic');
  await app.dialog.getByRole('combobox', { name: 'Values' }).selectOption('list');
  await app.dialog.getByRole('textbox', { name: 'Values, with commas' }).fill('1, 3, 5, 7');
  await app.dialog.getByRole('textbox', { name: 'Values, with commas' }).press('Enter');
  await fill(app, { 'Worlds each': 3, 'Each plays': 8 });
  await play(app);
  await ended(app);
  const knee = await whyOf(app, why(app.dialog, 'trial-knee'));
  expect(knee.formula).toContain('furthest from the straight line');
  expect([knee.inputs.points, knee.inputs.worlds]).toEqual([4, 3]);
  const row = app.dialog.locator('tr[data-point="3"]');
  const point = await whyOf(app, why(row, 'trial-point'));
  expect(point.inputs.value).toBe(Number(await row.getAttribute('data-value')));
  expect(point.texts.value).toBe(point.shown);
});

test('what a part costs, line by line', async ({ app }) => {
  await app.open('?template=single&paused');
  await app.runTo(5);
  await app.selectNode('db-1');
  const part = await whyOf(app, why(app.inspector, 'part-cost').last());
  expect(part.formula).toContain('list price × factor of the region');
  expect(part.limits).toContain('List prices');
  const lines = why(app.inspector, 'cost-line');
  let sum = 0;
  for (let i = 0; i < (await lines.count()); i++) {
    const line = await whyOf(app, lines.nth(i));
    expect(line.texts.cost).toBe(line.shown);
    expect(line.inputs.quantity * line.inputs.listPrice).toBeCloseTo(line.inputs.cost, 6);
    sum += line.inputs.cost;
  }
  expect(sum).toBeCloseTo(Number(await app.inspector.locator('[data-node-cost]').getAttribute('data-node-cost')), 6);
});

test('shards', async ({ app }) => {
  await app.open('?template=celebrity&paused&slow=0');
  await app.runTo(90);
  await app.selectNode('router-1');
  const row = app.inspector.locator('[data-shard="0"]');
  for (const [metric, input, formula] of [
    ['shard-keys', 'keys', 'Counted on the shard itself'],
    ['shard-busy', 'busy', 'Busy time of its primary'],
  ] as const) {
    const explained = await whyOf(app, why(row, metric));
    expect(explained.formula).toContain(formula);
    expect(explained.texts[input]).toBe(explained.shown);
  }
  const rate = await whyOf(app, why(row, 'shard-rate'));
  expect(rate.formula).toContain('newest column of the map');
  expect(rate.inputs.count / rate.inputs.seconds).toBeCloseTo(Number.parseFloat(rate.shown.replace(',', '')), 0);
  await app.inspector.getByRole('tab', { name: 'Keys' }).click();
  const share = await whyOf(app, why(app.inspector, 'shard-share').first());
  expect((100 * share.inputs.keys) / share.inputs.allKeys).toBeCloseTo(Number.parseFloat(share.shown), 0);
});

test('where people are sent, what they ask for, and that no call is lost', async ({ app }) => {
  await app.open('?template=geo-failover&paused');
  await app.runTo(20);
  const flow = app.inspector.locator('[data-flow]').first();
  const share = await whyOf(app, why(flow, 'flow-share'));
  expect(share.formula).toContain('What goes this way ÷');
  await expect(flow).toContainText(share.texts.perSecond);
  expect((100 * share.inputs.perSecond) / share.inputs.allRate).toBeCloseTo(Number.parseFloat(share.shown), 0);
  await app.selectNode('db-1');
  const balance = await whyOf(app, why(app.inspector, 'balance'));
  const { arrived, completed, failed, inside } = balance.inputs;
  expect(arrived - completed - failed).toBe(inside);
  for (const text of [balance.texts.arrived, balance.texts.inside]) expect(balance.shown).toContain(text);
});

test('an incident', async ({ app }) => {
  await app.open('?template=geo-failover&paused');
  await app.runToEnd();
  await app.page.getByRole('button', { name: 'Menu' }).click();
  await app.page.getByRole('menuitem', { name: 'Failover report' }).click();
  const site = app.dialog.locator('[data-site]');
  const rto = await whyOf(app, why(site, 'incident-site-rto'));
  expect(rto.formula).toContain('the moment of the fault');
  expect(rto.inputs.to - rto.inputs.from).toBeCloseTo(Number(await app.metric('site-rto', site)), 6);
  const sent = await whyOf(app, why(site, 'incident-sent-to-dead-site'));
  expect(sent.inputs.count).toBe(Number(await app.metric('sent-to-dead-site', site)));
  expect(sent.limits).toContain('People who decide');
});

/** The first time of a sentence, in seconds. */
function secondsIn(text: string): number {
  const [, number = '', unit = ''] = /([\d.,]+)\u00a0(µs|ms|s)/.exec(text) ?? [];
  return Number(number.replaceAll(',', '')) * { µs: 1e-6, ms: 1e-3, s: 1 }[unit as 'µs' | 'ms' | 's'];
}
