/**
 * `?stringTest=`: every word of the page made twice as long, fifty digits, one letter, written from right to left, or a script, to see what
 * the page makes of it; `dynamic` changes the language every second. Words that people give to parts are none of these.
 */

import { sessionStore } from '../../store/sessionStore.ts';

const flipMs = 1000;

const changes = {
  double: (text: string) => `${text} : ${text}`,
  long: () => '12345678901234567890123456789012345678901234567890',
  X: () => 'X',
  rtl: (text: string) => `\u0645\u0631\u062d\u0628\u0627 ${text} \u0628\u0627\u0644\u0639\u0627\u0644\u0645`,
  // Leads away from the page if anything anywhere takes it for more than text.
  xss: (text: string) => `<img src=x onerror="location.href='about:blank#taken'"><script>location.href='about:blank#taken'</script>${text}`,
} as const satisfies Record<string, (text: string) => string>;

/** Every file with words; what is in them is changed where it lies, so that nobody who speaks them knows of it. */
const dictionaries = import.meta.glob<Record<string, unknown>>([
  '../../i18n/*/text.ts',
  '../../i18n/late/*.{en,ko}.ts',
  '../../{nodes,lessons,prompts}/**/*.{en,ko}.ts',
]);

/** Before the first word is spoken. What is none of the tests changes nothing. */
export async function startStringTest(name: string | null): Promise<void> {
  if (name === 'dynamic') setInterval(flip, flipMs);
  if (name === null || !Object.hasOwn(changes, name)) return;
  const all = await Promise.all(Object.values(dictionaries).map((load) => load()));
  const done = new Set<object>();
  for (const words of all.flatMap((each) => Object.values(each))) changeIn(words, changes[name as keyof typeof changes], done);
}

const isBranch = (words: unknown): words is object => typeof words === 'object' && words !== null;

/** Changes all texts in `words`; words that several files share are changed once. */
function changeIn(words: unknown, change: (text: string) => string, done: Set<object>): void {
  if (!isBranch(words) || done.has(words)) return;
  done.add(words);
  for (const [key, value] of Object.entries(words)) {
    if (isBranch(value)) changeIn(value, change, done);
    else if (key !== 'locale') (words as Record<string, unknown>)[key] = changedBy(value, change);
  }
}

function flip(): void {
  const { locale, set } = sessionStore.getState();
  set({ locale: locale === 'en' ? 'ko' : 'en' });
}

/** All texts in `words`, those that are made when they are asked for among them. Codes that programs read stay as they are. */
export function changedBy<T>(words: T, change: (text: string) => string): T {
  if (typeof words === 'string') return change(words) as T;
  if (typeof words === 'function') return ((...given: unknown[]) => changedBy(words(...given), change)) as T;
  if (Array.isArray(words)) return words.map((each) => changedBy(each, change)) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, key === 'locale' ? value : changedBy(value, change)])) as T;
}
