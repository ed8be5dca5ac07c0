import { describe, expect, it } from 'vitest';
import { judge, type Walk } from './fuzzJudge.mjs';

type Look = Walk['looks'][number];

/** A flat walk of so many minutes, with a rest every half minute (of a short one every ten seconds), and one thing that is otherwise. */
function walk(minutes: number, otherwise: (i: number, look: Look) => Partial<Look> = () => ({})): Walk {
  const everyMinutes = minutes / 20;
  const looks = Array.from({ length: 20 }, (_, i) => {
    const minute = (i + 1) * everyMinutes;
    const isLate = minutes < 5 || minute > minutes / 2;
    const noise = Math.sin(i * 7) * 0.05;
    const flat: Look = {
      minute,
      mb: 20 + noise,
      keptMb: 12 + noise,
      codeMb: 8,
      workerMb: 5 + noise,
      elements: 900 + (i % 3) * 20,
      listeners: 300 + (i % 2) * 4,
      acts: (i + 1) * 100,
      stuck: 0,
      ended: isLate ? i + 1 : 0,
    };
    return { ...flat, ...otherwise(i, flat) };
  });
  return { minutes, looks, restlessMs: 20 * 10_000, complaints: [], isThere: true };
}
const wrongsOf = (it: Walk) => judge(it).wrongs.join('\n');

describe.each([
  ['a short walk', 0.66],
  ['a long walk', 10],
])('%s of the restless visitor', (_, minutes) => {
  it('is in order when nothing grows but by chance', () => {
    expect(wrongsOf(walk(minutes))).toBe('');
  });

  it('says what it cannot have seen', () => {
    expect(wrongsOf({ ...walk(minutes), looks: walk(minutes).looks.slice(-2) })).toBe('it came to rest too seldom to tell what it keeps');
    expect(wrongsOf(walk(minutes, () => ({ ended: 0 })))).toBe('no worker was ended');
    expect(wrongsOf(walk(minutes, () => ({ acts: 399 })))).toBe('it hardly did anything');
    expect(wrongsOf({ ...walk(minutes), isThere: false })).toBe('the page, or a part of it, is gone');
    expect(wrongsOf({ ...walk(minutes), looks: [] })).toContain('too seldom');
  });

  it('says what the page complained of, and what did not begin again', () => {
    expect(wrongsOf({ ...walk(minutes), complaints: ['TypeError: x is undefined'] })).toBe('TypeError: x is undefined');
    expect(wrongsOf(walk(minutes, () => ({ stuck: 2 })))).toBe('2 runs did not begin');
  });

  it('finds listeners, elements and all that is too heavy', () => {
    expect(wrongsOf(walk(minutes, (i) => ({ listeners: 300 + i * 11 })))).toBe('listeners: 11 more from each rest to the next, at most 10');
    expect(wrongsOf(walk(minutes, (i) => ({ elements: 900 + i * 101 })))).toBe(
      'elements: 101 more from each rest to the next, at most 100',
    );
    expect(wrongsOf(walk(minutes, () => ({ mb: 64.2 })))).toBe('at rest it holds 64.2 MB, at most 64');
  });
});

it('a short walk finds what is kept from each rest to the next, and not what came once or what the compiler made', () => {
  expect(wrongsOf(walk(0.66, (i) => ({ keptMb: 12 + i * 0.55 })))).toBe('what is kept: 0.55 more from each rest to the next, at most 0.5');
  expect(wrongsOf(walk(0.66, (i) => ({ keptMb: i > 9 ? 15 : 12 })))).toBe('');
  expect(wrongsOf(walk(0.66, (i) => ({ mb: 20 + i * 0.6 })))).toBe('');
});

it('a long walk finds what grows slowly: the heap, what is kept of it, the workers’ heaps while none is ended', () => {
  const perMinute = (mb: number) => (mb * 10) / 20;
  const growing = (what: keyof Look, mb: number) => wrongsOf(walk(10, (i, look) => ({ [what]: look[what] + i * perMinute(mb) })));
  expect(growing('mb', 0.55)).toBe('the heap: 0.55 MB more a minute, at most 0.5');
  expect(growing('keptMb', 0.25)).toBe('what is kept: 0.25 MB more a minute, at most 0.2');
  expect(growing('workerMb', 0.55)).toMatch(/^the workers’ heaps: 0\.5\d MB more a minute, at most 0\.5$/);
  for (const what of ['mb', 'workerMb'] as const) expect(growing(what, 0.4)).toBe('');
  expect(growing('keptMb', 0.15)).toBe('');
  // workers that begin anew
  expect(wrongsOf(walk(10, (_, look) => ({ workerMb: look.ended * 2 })))).toBe('');
});

it('a long walk does not hold against the page what it builds up in its first two minutes', () => {
  expect(wrongsOf(walk(10, (i, look) => ({ mb: look.minute < 2 ? 10 + i : 20, keptMb: look.minute < 2 ? 5 + i : 12 })))).toBe('');
});
