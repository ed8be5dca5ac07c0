/** Short ways of writing down what lessons say often. */

import type { Id } from '../design/design.ts';
import type { Condition, Measure, Over, Parts, Take, UsersFigure } from '../goals/goal.ts';
import type { Value } from '../schema/fields.ts';
import type { AhaNumber, Move } from './lesson.ts';

/** A wire of a textbook: it takes no time, nobody gives up on it and nobody tries again. */
export const plainWire = { timeoutMs: 0, retries: 0, delay: 'none' } as const;

/** Since the last setting of a part was changed (the run's beginning, where none was), but for the seconds in which things settle. */
export const sinceSet = (skip: number): Over => ({ since: { act: 'set' }, skip });

/** Since something broke, but for the first seconds. */
export const sinceFault = (act: string, skip = 0): Over => ({ since: { act }, skip });

const stretch = (over?: Over) => (over === undefined ? {} : { over });

/** Of all users; a share is 0 to 1. */
export const users = (figure: UsersFigure, over?: Over): Measure => ({ of: 'users', figure, ...stretch(over) });

/** A column of one part or of parts, all instances of it. */
export const part = (parts: Parts, column: string, take: Take, over?: Over): Measure => ({
  of: 'part',
  parts,
  column,
  take,
  ...stretch(over),
});

/** The same of one instance. */
export const instanceOf = (parts: Parts, instance: number, column: string, take: Take, over?: Over): Measure => ({
  of: 'part',
  parts,
  instance,
  column,
  take,
  ...stretch(over),
});

/** Busy share of a part, the mean of its instances: 0 to 1. */
export const busy = (parts: Parts, over?: Over): Measure => part(parts, 'utilization', 'mean', over);

export const quotient = (over: Measure, under: Measure): Measure => ({ of: 'quotient', over, under });

export const atLeast = (measure: Measure, value: number): Condition => ({ measure, is: '>=', value });
export const below = (measure: Measure, value: number): Condition => ({ measure, is: '<', value });
export const between = (measure: Measure, least: number, under: number): Condition => ({
  all: [atLeast(measure, least), below(measure, under)],
});

/** So many simulated seconds in which no setting was changed: since the last change, or since a restart after it. */
export const undisturbed = (seconds: number): Condition => ({
  any: [{ played: { seconds, since: { act: 'set' } } }, { all: [{ played: { seconds } }, { not: { happened: { act: 'set' } } }] }],
});

/** A setting stands so, and has for so many simulated seconds. */
export const heldAt = (settings: readonly (readonly [Id, string, Value])[], seconds: number): Condition => ({
  all: [...settings.map(([parts, field, value]): Condition => ({ setTo: { parts, field, value } })), undisturbed(seconds)],
});

/** The same, of a run that has had these settings from its first second on. */
export const afreshAt = (settings: readonly (readonly [Id, string, Value])[], seconds: number): Condition => ({
  all: [
    ...settings.map(([parts, field, value]): Condition => ({ setTo: { parts, field, value } })),
    { played: { seconds } },
    { not: { happened: { act: 'set' } } },
  ],
});

/** Somebody did this to a part, and so many seconds have passed since. */
export const struck = (act: string, parts: Parts, seconds: number, fault?: string): Condition => ({
  played: { seconds, since: { act, parts, ...(fault === undefined ? {} : { fault }) } },
});

export const set = (id: Id, field: string, value: Value): Move => ({ set: [id, field, value] });

/** From the beginning; one instance (or all) of a part crashes after `at` seconds, and `after` more are played. */
export const crashing = (node: Id, instance: number | null, at: number, after: number): readonly Move[] => [
  { restart: true },
  { play: at },
  { act: { act: 'crash', node, instance } },
  // the crash falls a moment later than the second it is asked for in
  { play: after + 1 },
];

/** What is to come out, both ends included. */
export const aha = (source: string, measure: Measure, least: number, most: number, derivation?: string): AhaNumber => ({
  source,
  goal: { measure, is: '>=', value: least },
  least,
  most,
  ...(derivation === undefined ? {} : { derivation }),
});

/** The same around a number, by a share of it. */
export const about = (source: string, measure: Measure, value: number, share: number, derivation?: string): AhaNumber =>
  aha(source, measure, value * (1 - share), value * (1 + share), derivation);

/** A guess of a share. */
export const percent = { ask: 'number', unit: 'percent', least: 0, most: 1, scale: 'linear' } as const;
