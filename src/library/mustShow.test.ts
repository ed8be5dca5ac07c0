/** Every template is run, without a page, and must show the numbers that it promises. */

import { describe, expect, it } from 'vitest';
import { setParam, setSeconds } from '../design/edits.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import { type Summary, summarise } from '../runner/summary.ts';
import type { MustShow, Template } from './template.ts';
import { templates } from './templates.ts';

/** Promises of one template about the same run are kept by running it once. */
const runs = new Map<string, Summary>();

function summaryOf({ id, design }: Template, { given = [], from, to }: MustShow): Summary {
  const key = JSON.stringify([id, given, from, to]);
  const known = runs.get(key);
  if (known) return known;
  const changed = given.reduce((next, [node, field, value]) => setParam(next, node, field, value), setSeconds(design, to));
  const { plan, problems } = compile(changed);
  if (!plan) throw new Error(JSON.stringify(problems));
  const summary = summarise({ plan, ...runHeadless(plan, behaviors) }, { start: from, end: to });
  runs.set(key, summary);
  return summary;
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
