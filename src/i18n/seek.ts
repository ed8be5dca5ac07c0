/**
 * Finding things by a few typed letters, in Korean and English alike: "캐ㅅ" (a letter under way) and "ㅋㅅ" (first consonants)
 * find 캐시, "lb" finds Load balancer, "databse" finds Database. Pure; arrives with whoever searches.
 */

import { disassemble, getChoseong } from 'es-hangul';

interface Known {
  /** Lower case without spaces and signs, Hangul taken apart into letters. */
  letters: string;
  /** Where its words begin in `letters`. */
  starts: readonly number[];
  /** First letters of Latin words, first consonants of Hangul syllables. */
  initials: string;
  consonants: string;
}

const split = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}%]+/gu) ?? [];

const known = new Map<string, Known>();

function knownOf(text: string): Known {
  const before = known.get(text);
  if (before) return before;
  const words = split(text).map((word) => disassemble(word));
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    starts.push(length);
    length += word.length;
  }
  const found = {
    letters: words.join(''),
    starts,
    initials: words.map((word) => word[0] ?? '').join(''),
    consonants: getChoseong(text.normalize('NFC')).replace(/[^ㄱ-ㅎ]/g, ''),
  };
  // Words that people write themselves come and go.
  if (known.size > 5000) known.clear();
  known.set(text, found);
  return found;
}

/** How well one written thing fits, 0 for not at all. `query` is taken apart already. */
function rankOne(query: string, text: string): number {
  const { letters, starts, initials, consonants } = knownOf(text);
  if (/^[ㄱ-ㅎ]+$/.test(query)) {
    const at = consonants.indexOf(query);
    return at < 0 ? 0 : at === 0 ? 90 : 60;
  }
  if (letters === query) return 110;
  if (letters.startsWith(query)) return 100;
  if (starts.some((start) => letters.startsWith(query, start))) return 85;
  if (query.length > 1 && initials.startsWith(query)) return 80;
  if (letters.includes(query)) return 60;
  if (query.length >= 3 && starts.some((start) => isSpread(query, letters, start))) return 30;
  if (query.length >= 4 && starts.some((start) => isMistyped(query, letters.slice(start)))) return 20;
  return 0;
}

/** Whether the letters come in this order, the first of them at `start`, within twice as many. */
function isSpread(query: string, letters: string, start: number): boolean {
  let at = start;
  if (letters[at] !== query[0]) return false;
  for (let i = 1; i < query.length; i++) {
    at = letters.indexOf(query[i], at + 1);
    if (at < 0 || at - start >= 2 * query.length) return false;
  }
  return true;
}

/** Whether it begins as the query does but for one letter too many, another one, or two that changed places. */
function isMistyped(query: string, letters: string): boolean {
  let i = 0;
  while (i < query.length && query[i] === letters[i]) i++;
  const rest = query.slice(i);
  return (
    letters.startsWith(rest.slice(1), i) ||
    letters.startsWith(rest.slice(1), i + 1) ||
    letters.startsWith((rest[1] ?? '') + rest[0] + rest.slice(2), i)
  );
}

/**
 * How well any of `texts` fits what somebody typed; 0 when none does. Several words may fit several texts: "timeout web" finds the
 * timeout of a part called web.
 */
export function rankOf(query: string, texts: readonly string[]): number {
  const words = split(query).map((word) => disassemble(word));
  if (words.length === 0) return 1;
  const best = (word: string): number => Math.max(0, ...texts.map((text) => rankOne(word, text)));
  const whole = best(words.join(''));
  return words.length === 1 ? whole : Math.max(whole, 0.9 * Math.min(...words.map(best)));
}

/** Those that fit, the best first; of equally good ones the order stays. An empty query fits all. */
export function sought<T>(query: string, things: readonly T[], textsOf: (thing: T) => readonly string[]): T[] {
  const ranked = things.map((thing) => ({ thing, rank: rankOf(query, textsOf(thing)) })).filter(({ rank }) => rank > 0);
  return ranked.sort((a, b) => b.rank - a.rank).map(({ thing }) => thing);
}
