/**
 * The words of a kind, in one language. What everybody sees at once, on cards and in the list of parts, is one file of the kind; the words
 * of its settings and numbers are another, fetched when a part is first looked at. Typed by its spec: a field, an option or a metric
 * without words is a compile error.
 */

import type { Faults } from '../schema/faults.ts';
import type { ChoiceField, Field, Fields, Values } from '../schema/fields.ts';
import type { MetricSpec } from '../schema/spec.ts';

/** A label, one sentence of explanation, and a name for every option. */
export type FieldText<F extends Field = Field> =
  F extends ChoiceField<infer O>
    ? { label: string; help: string; options: Readonly<Record<O, string>> }
    : { label: string; help: string; note?: FieldNote };

/** What follows from a setting beside the part's others, worked out: "200,000 × 50% = 100,000". */
export type FieldNote = (params: Values) => string;

export type FieldTexts<F extends Fields> = { readonly [K in keyof F]: FieldText<F[K]> };

export interface KindText {
  name: string;
  /** What it is, in one line of the palette. */
  what: string;
  /** Under the name on the canvas: its size at rest, e.g. "3 × 2 vCPU". */
  summary: (params: Values) => string;
}

interface SpecLike {
  fields: Fields;
  metrics: Readonly<Record<string, MetricSpec>>;
  faults?: Faults;
}

/** What a fault is called on its button, and what it does. */
export interface FaultText {
  label: string;
  help: string;
}

export type KindFieldText<S extends SpecLike = SpecLike> = {
  fields: FieldTexts<S['fields']>;
  metrics: { readonly [M in keyof S['metrics']]: string };
} & FaultTexts<NonNullable<S['faults']>>;

type FaultTexts<X extends Faults> = keyof X extends never ? { faults?: undefined } : { faults: { readonly [K in keyof X]: FaultText } };

/** Any kind's words of settings and numbers, for readers that look them up by name. */
export interface AnyKindFieldText {
  fields: Readonly<Record<string, AnyFieldText>>;
  metrics: Readonly<Record<string, string>>;
  faults?: Readonly<Record<string, FaultText>> | undefined;
}

export interface AnyFieldText {
  label: string;
  help: string;
  options?: Readonly<Record<string, string>>;
  note?: FieldNote;
}
