/** Korean particles after words that users wrote: 은/는, 이/가, 을/를, 으로/로, 와/과. Latin letters and digits go by their Korean sound. */

import { josa as hangulJosa } from 'es-hangul';

export type Particle = '이/가' | '을/를' | '은/는' | '으로/로' | '와/과';

/** Last syllables with which digits and letters are read out: only their final consonant matters. */
const digitSounds = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const letterSounds: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔', r: '알' };

/** The word with the right form of the particle: `josa('캐시', '이/가')` is "캐시가", `josa('web-2', '을/를')` is "web-2를". */
export function josa(word: string, particle: Particle): string {
  return word + hangulJosa.pick(lastSound(word), particle);
}

/** A Hangul syllable that ends as the word does when read aloud. */
function lastSound(word: string): string {
  const spoken = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(word)?.[0] ?? '';
  const last = spoken.at(-1) ?? '';
  if (/[0-9]/.test(last)) return digitSounds[Number(last)] ?? '이';
  if (!/[a-z]/i.test(last)) return last || '것';
  const isAbbreviation = spoken.length <= 2 || spoken === spoken.toUpperCase();
  if (isAbbreviation) return letterSounds[last.toLowerCase()] ?? '이';
  return wordSound(spoken.toLowerCase());
}

/** English words as Korean borrows them: web 웹, app 앱, net 넷, rack 랙, ping 핑, but server 서버, cloud 클라우드. */
function wordSound(word: string): string {
  if (word.endsWith('l') || word.endsWith('le')) return '엘';
  if (/(m|n|ng|ne|me)$/.test(word)) return '엔';
  return /(^|[^aeiou])[aeiou](b|p|pp|t|ck)$/.test(word) ? '웹' : '이';
}
