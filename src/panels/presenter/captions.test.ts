import { expect, it } from 'vitest';
import type { Scene } from '../../store/presenting.ts';
import { eventAt, happenedSince, holdMs, sceneFrom } from './captions.ts';

const item = (time: number, words: string, more: Partial<Scene> = {}): Scene => ({ time, kind: 'event', words, rank: 10, ...more });
const caption = (effect: string) => ({ kind: 'failing', event: '', effect, cause: '' });

it('stands as long as it takes to read, in either script, and never for ever', () => {
  const short = holdMs(caption('All is well.'));
  const long = holdMs(caption('12% of requests fail since 0:41: the database refuses connections'));
  expect(short).toBeGreaterThan(1500);
  expect(long).toBeGreaterThan(4000);
  expect(long).toBeGreaterThan(short);
  expect(holdMs(caption('요청의 12%가 0:41부터 실패합니다'))).toBeGreaterThan(holdMs(caption('xxxxxxx 12%x 0:41xx xxxxxxx')));
  expect(holdMs(caption('x'.repeat(1000)))).toBe(9000);
});

it('says what has just happened, of several at once the one that the timeline puts first; nothing that is old, planned or ahead', () => {
  const items = [item(40, 'crash', { rank: 1 }), item(40, 'symptom'), item(42, 'promotion'), item(60, 'plan', { kind: 'ahead' })];
  expect(eventAt(items, 39)).toBeNull();
  expect(eventAt(items, 40)?.words).toBe('crash');
  expect(eventAt(items, 42.5)?.words).toBe('promotion');
  expect(eventAt(items, 50)).toBeNull();
  expect(eventAt(items, 60)).toBeNull();
});

it('goes to the next thing that is marked, and where none is known, on; back to the one before, and to the beginning', () => {
  const items = [item(40, 'crash'), item(60, 'plan', { kind: 'ahead' })];
  expect(sceneFrom(items, 0, 1)).toBe(40);
  expect(sceneFrom(items, 40, 1)).toBe(60);
  expect(sceneFrom(items, 60, 1)).toBe('on');
  expect(sceneFrom(items, 60, -1)).toBe(40);
  expect(sceneFrom(items, 40, -1)).toBe(0);
});

it('that waits for something to happen stands at it, and at the last of what happens at once', () => {
  const items = [
    item(40, 'crash'),
    item(41.2, 'first failure'),
    item(41.23, 'alarm'),
    item(43, 'later'),
    item(42, 'plan', { kind: 'ahead' }),
  ];
  expect(happenedSince(items, 40, 41)).toBe(null);
  expect(happenedSince(items, 40, 41.21)).toBe(41.2);
  expect(happenedSince(items, 40, 43)).toBe(41.23);
  expect(happenedSince(items, 41.23, 42.5)).toBe(null);
  expect(happenedSince([], 0, 1)).toBe(null);
});
