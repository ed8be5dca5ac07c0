/**
 * Checks of data that may hold anything, built from small ones: each gives back what it knows of it, and throws a `Misfit` where something does
 * not fit. Not the library of `design/parse.ts`: what that has beyond documents would come to everybody with the first picture. Pure.
 */

export class Misfit extends Error {}

export type Check<T> = (given: unknown) => T;
export type Checked<C> = C extends Check<infer T> ? T : never;

const misfit = (): never => {
  throw new Misfit();
};

export const anything: Check<unknown> = (given) => given;
export const finite: Check<number> = (given) => (typeof given === 'number' && Number.isFinite(given) ? given : misfit());
export const count: Check<number> = (given) => (finite(given) >= 0 ? finite(given) : misfit());

export const text =
  (longest: number, form = /^/): Check<string> =>
  (given) =>
    typeof given === 'string' && given.length <= longest && form.test(given) ? given : misfit();

export const oneOf =
  <const T>(known: readonly T[]): Check<T> =>
  (given) =>
    known.includes(given as T) ? (given as T) : misfit();

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (given) =>
    given === null ? null : check(given);

/** What an older page did not write yet. */
export const orElse =
  <T>(check: Check<T>, usual: T): Check<T> =>
  (given) =>
    given === undefined ? usual : check(given);

export const listOf =
  <T>(check: Check<T>, most: number): Check<T[]> =>
  (given) =>
    Array.isArray(given) && given.length <= most ? given.map(check) : misfit();

const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** Any keys, all values alike. `fromEntries` makes own properties even of `__proto__`. */
export const mapOf =
  <T>(check: Check<T>, most: number): Check<Readonly<Record<string, T>>> =>
  (given) => {
    const entries = isRecord(given) ? Object.entries(given) : misfit();
    return entries.length <= most ? Object.fromEntries(entries.map(([key, value]) => [key, check(value)])) : misfit();
  };

/** These keys and no others; what is more is left out. */
export const record =
  <T extends Readonly<Record<string, Check<unknown>>>>(checks: T): Check<{ [K in keyof T]: Checked<T[K]> }> =>
  (given) => {
    if (!isRecord(given)) return misfit();
    const own = (key: string) => (Object.hasOwn(given, key) ? given[key] : undefined);
    return Object.fromEntries(Object.entries(checks).map(([key, check]) => [key, check(own(key))])) as { [K in keyof T]: Checked<T[K]> };
  };
