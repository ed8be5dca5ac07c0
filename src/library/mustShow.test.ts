/** Every template is run, without a page, and must show the numbers that it promises. */

import { describe, expect, it } from 'vitest';
import { setParam, setSeconds } from '../design/edits.ts';
import type { Plan } from '../engine/plan.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { type HeadlessRun, runHeadless } from '../runner/headless.ts';
import { type Summary, summarise } from '../runner/summary.ts';
import type { MustShow, Template } from './template.ts';
import { templates } from './templates.ts';

interface Played {
  plan: Plan;
  run: HeadlessRun;
}

/** Promises of one template about the same run are kept by playing it once, as far as the last of them looks. */
const runs = new Map<string, Played>();
const lastOf = ({ mustShow }: Template, of: string): number =>
  Math.max(...mustShow.filter(({ given = [] }) => JSON.stringify(given) === of).map(({ to }) => to));

function played(template: Template, given: NonNullable<MustShow['given']>): Played {
  const of = JSON.stringify(given);
  const key = `${template.id} ${of}`;
  const known = runs.get(key);
  if (known) return known;
  const design = setSeconds(template.design, lastOf(template, of));
  const { plan, problems } = compile(given.reduce((next, [node, field, value]) => setParam(next, node, field, value), design));
  if (!plan) throw new Error(JSON.stringify(problems));
  const made = { plan, run: runHeadless(plan, behaviors) };
  runs.set(key, made);
  return made;
}

function summaryOf(template: Template, { given = [], from, to }: MustShow): Summary {
  const { plan, run } = played(template, given);
  return summarise({ plan, ...run }, { start: from, end: to });
}

function measured(summary: Summary, { of, metric }: MustShow): number | null | undefined {
  const node = summary.nodes.find(({ id }) => id === of);
  const { latency, completed, failed } = summary.all;
  switch (metric) {
    case 'failedShare':
      return failed / (completed + failed);
    case 'servedPerSecond':
      return summary.ratesPerSecond.goodput;
    case 'p50Ms':
      return latency.p50 === null ? null : latency.p50 * 1000;
    case 'p99Ms':
      return latency.p99 === null ? null : latency.p99 * 1000;
    case 'utilization':
      return node?.utilization?.mean;
    case 'queue':
      return node?.queue.mean;
  }
}

describe.each(templates)('$id', (template) => {
  it.each(template.mustShow)('$claim', (promise) => {
    const summary = summaryOf(template, promise);
    expect(summary.conserved).toBe(true);
    const value = measured(summary, promise);
    expect(value).toBeGreaterThanOrEqual(promise.least);
    expect(value).toBeLessThanOrEqual(promise.most);
  });
});
