import { expect, it } from 'vitest';
import { mostBookmarks, toggledBookmark, withBookmark } from './bookmarks.ts';

it('bookmarks are in order, a second apart, and so many at most', () => {
  const three = [62.04, 10, 300].reduce<readonly number[]>(withBookmark, []);
  expect(three).toEqual([10, 62, 300]);
  expect(withBookmark(three, 62.7)).toBe(three);
  const many = Array.from({ length: mostBookmarks }, (_, i) => 5 * i);
  expect(withBookmark(many, 2.5)).toBe(many);
});

it('one that is there is taken away', () => {
  expect(toggledBookmark([10, 62, 300], 62.4)).toEqual([10, 300]);
  expect(toggledBookmark([10, 300], 62.4)).toEqual([10, 62.4, 300]);
});
