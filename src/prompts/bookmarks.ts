/** Seconds of an interview that somebody wants to find again. Sorted, none twice. Pure. */

export const mostBookmarks = 100;

/** Nearer to each other they are one. */
const apart = 1;

const isAt = (at: number) => (each: number) => Math.abs(each - at) < apart;

/** With one more; with many there is room for none. */
export const withBookmark = (bookmarks: readonly number[], at: number): readonly number[] =>
  bookmarks.some(isAt(at)) || bookmarks.length >= mostBookmarks
    ? bookmarks
    : [...bookmarks, Math.round(10 * at) / 10].sort((a, b) => a - b);

/** Set where there was none, taken away where there was one. */
export const toggledBookmark = (bookmarks: readonly number[], at: number): readonly number[] =>
  bookmarks.some(isAt(at)) ? bookmarks.filter((each) => !isAt(at)(each)) : withBookmark(bookmarks, at);
