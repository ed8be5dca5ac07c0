/** Stretches of requests add up, whatever is drawn; and following changes nobody's frames. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setSeconds } from '../../design/edits.ts';
import { SPENT, type Story, spentOn } from '../../engine/follow/story.ts';
import type { Plan } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import { templates } from '../../library/templates.ts';
import { behaviorList } from '../../nodes/behaviors.ts';
import { compile } from '../compile.ts';
import { drawing, seconds } from '../drawingsForTests.ts';
import { framesHash } from '../framesHash.ts';
import { pathOf } from './path.ts';

interface Followed {
  stories: Story[];
  hash: string;
}

function followed(plan: Plan, until: number): Followed {
  const run = createRun(plan, behaviorList);
  const stories: Story[] = [];
  run.follow({ wants: () => true, keeps: false, onEnd: (story) => stories.push(story) });
  run.advance(until, 2_000_000);
  return { stories, hash: framesHash(run.takeFrames()) };
}

function plainHash(plan: Plan, until: number): string {
  const run = createRun(plan, behaviorList);
  run.advance(until, 2_000_000);
  return framesHash(run.takeFrames());
}

/** Seconds by what they went to; throws where two stretches do not meet. */
function spentBy(story: Story): number[] {
  const spent = spentOn.map(() => 0);
  let at = story.bornAt;
  for (const leaf of pathOf(story)) {
    if (leaf.from !== at || !(leaf.to > leaf.from)) throw new Error(`a gap at ${at}: ${leaf.from} to ${leaf.to} (${spentOn[leaf.on]})`);
    spent[leaf.on] += leaf.to - leaf.from;
    at = leaf.to;
  }
  if (at !== story.endAt) throw new Error(`ends at ${at}, not ${story.endAt}`);
  return spent;
}

describe('the way of a request', () => {
  it('adds up to its response time exactly, in whatever is drawn, and following changes no frame', () => {
    let stories = 0;
    let calls = 0;
    fc.assert(
      fc.property(drawing, (design) => {
        const { plan } = compile(design);
        if (!plan) return;
        const seen = followed(plan, seconds);
        expect(seen.hash).toBe(plainHash(plan, seconds));
        for (const story of seen.stories) {
          spentBy(story);
          calls += story.spans.length;
        }
        stories += seen.stories.length;
      }),
      { numRuns: 40 },
    );
    expect(stories).toBeGreaterThan(10_000);
    expect(calls).toBeGreaterThan(stories);
  });

  it.each(templates.map(({ id, design }) => [id, design] as const))('leaves nothing unnamed in %s', (_, design) => {
    const { plan } = compile(setSeconds(design, 25));
    if (!plan) throw new Error('cannot run');
    const { stories } = followed(plan, 25);
    const sum = spentOn.map(() => 0);
    for (const story of stories) {
      for (const [on, spent] of spentBy(story).entries()) sum[on] += spent;
    }
    const all = sum.reduce((total, spent) => total + spent, 0);
    const words = spentOn.map((word, on) => `${word} ${((100 * sum[on]) / all).toFixed(2)}`).join(', ');
    expect(stories.length, words).toBeGreaterThan(10);
    expect(sum[SPENT.other] / all, words).toBeLessThan(0.001);
  });
});
