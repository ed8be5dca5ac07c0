import { describe, expect, it } from 'vitest';
import { setLinkParam, setSeconds, setWorkloadParam } from '../../design/edits.ts';
import type { Story } from '../../engine/follow/story.ts';
import { NOTABLE } from '../../engine/notable.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import { templateNamed } from '../../library/templates.ts';
import { behaviorList } from '../../nodes/behaviors.ts';
import { compile } from '../compile.ts';

const seconds = 14;
const plan = (() => {
  const template = templateNamed('balanced');
  if (!template) throw new Error('no such design');
  // more than it can bear, from users who try again
  const design = setWorkloadParam(template.design, 'traffic', 8);
  const first = design.links.find(({ from }) => from === 'users-1');
  const { plan } = compile(
    setSeconds(setLinkParam(setLinkParam(design, first?.id ?? '', 'retries', 2), first?.id ?? '', 'timeoutMs', 800), seconds),
  );
  if (!plan) throw new Error('cannot run');
  return plan;
})();

const rowsOf = (numbers: Float64Array): number[][] =>
  Array.from({ length: numbers.length / NOTABLE.size }, (_, i) => [...numbers.subarray(i * NOTABLE.size, (i + 1) * NOTABLE.size)]);

describe('requests that stand out', () => {
  it('names the slowest of every second, its failures by reason and its retries, and no other', () => {
    const run = createRun(plan, behaviorList);
    const stories: Story[] = [];
    run.follow({ wants: () => true, keeps: false, onEnd: (story) => stories.push(story) });
    run.advance(seconds, Number.MAX_SAFE_INTEGER);
    const rows = rowsOf(run.takeNotable());
    let compared = 0;
    for (let frame = 0; frame < seconds; frame++) {
      const ended = stories.filter(({ endAt }) => Math.floor(endAt) === frame).map(({ countedSeconds }) => countedSeconds);
      const slowest = ended.sort((a, b) => b - a).slice(0, 8);
      const named = rows
        .filter((row) => row[NOTABLE.frame] === frame)
        .map((row) => row[NOTABLE.seconds])
        .sort((a, b) => b - a);
      expect(named.slice(0, slowest.length)).toEqual(slowest);
      compared += slowest.length;
    }
    expect(compared).toBeGreaterThan(seconds);
    const byNumber = new Map(stories.map((story) => [story.request, story]));
    for (const row of rows) {
      const story = byNumber.get(row[NOTABLE.request]);
      expect([story?.bornAt, story?.countedSeconds, story?.cls, story?.outcome]).toEqual([
        row[NOTABLE.bornAt],
        row[NOTABLE.seconds],
        row[NOTABLE.class],
        row[NOTABLE.outcome],
      ]);
    }
    const reasons = (outcomes: Iterable<number>) => [...new Set(outcomes)].sort();
    expect(reasons(rows.map((row) => row[NOTABLE.outcome]))).toEqual(reasons(stories.map(({ outcome }) => outcome)));
    expect(stories.some(({ outcome }) => outcome !== OUTCOME.ok)).toBe(true);
    const retried = rows.filter((row) => row[NOTABLE.attempts] > 0);
    expect(retried.length).toBeGreaterThan(0);
  });

  it('names the same ones again when the run was put back within a second', () => {
    const run = createRun(plan, behaviorList);
    run.advance(6.4, Number.MAX_SAFE_INTEGER);
    run.takeNotable();
    const photo = run.snapshot();
    run.advance(seconds, Number.MAX_SAFE_INTEGER);
    const first = run.takeNotable();
    expect(first.length).toBeGreaterThan(100);
    run.restore(photo);
    run.advance(seconds, Number.MAX_SAFE_INTEGER);
    expect(run.takeNotable()).toEqual(first);
  });
});
