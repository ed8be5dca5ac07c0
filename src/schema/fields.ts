/**
 * The words a parameter is described in. A field is plain data, so one description has five readers: the parser, the
 * defaults, the inspector's form, the link codec (which omits defaults) and the generated docs. Texts are not here: the
 * i18n room holds a label and a one-line explanation per field, in every language.
 */

/**
 * Another field of the same part: only while it is one of these options, or a number above this one, does the field (or the metric)
 * mean anything, and is it shown. `any`: while any of several says so; `all`: while
 * all of them do.
 */
export type When =
  | { readonly field: string; readonly is: readonly string[] }
  | { readonly field: string; readonly above: number }
  | { readonly any: readonly When[] }
  | { readonly all: readonly When[] };

/** What a group of advanced fields is about; the inspector folds each under a heading of its own. */
export type Topic =
  | 'arrivals'
  | 'places'
  | 'service'
  | 'line'
  | 'asks'
  | 'copies'
  | 'disk'
  | 'rows'
  | 'moving'
  | 'across'
  | 'groups'
  | 'health'
  | 'sessions'
  | 'connections'
  | 'life'
  | 'failing'
  | 'guard';

/** A number with its unit; the inspector shows a slider and a box. `integer` rejects fractions. */
export interface NumberField {
  type: 'number';
  default: number;
  min: number;
  max: number;
  /** Shown beside the value, e.g. `ms`, `/s`, `%`, `` for a bare count. */
  unit: Unit;
  integer?: boolean;
  /** Sliders of wide ranges move by factors, not by steps. */
  scale?: 'linear' | 'log';
  /** Where the default comes from: a source mark of the domain brief, or 'assumption'. The page shows it. */
  source: string;
  /** Folded away until asked for: under its topic, or under "More settings". */
  advanced?: boolean;
  topic?: Topic;
  when?: When;
}

export interface ChoiceField<O extends string = string> {
  type: 'choice';
  default: O;
  options: readonly O[];
  source: string;
  advanced?: boolean;
  topic?: Topic;
  when?: When;
}

export interface FlagField {
  type: 'flag';
  default: boolean;
  source: string;
  advanced?: boolean;
  topic?: Topic;
  when?: When;
}

export type Field = NumberField | ChoiceField | FlagField;
export type Fields = Readonly<Record<string, Field>>;

export type Unit = '' | 'ms' | 's' | '/s' | 'MB/s' | 'Mbit/s' | '%' | 'keys' | 'KB' | 'MB' | 'GB' | 'x' | 'h' | 'USD' | 'USD/month';

/** The values a set of fields holds in a design: numbers, option names and booleans. */
export type ValuesOf<F extends Fields> = {
  [K in keyof F]: F[K] extends NumberField ? number : F[K] extends ChoiceField<infer O> ? O : boolean;
};

export type Value = number | string | boolean;
export type Values = Readonly<Record<string, Value>>;

export function number(field: Omit<NumberField, 'type'>): NumberField {
  return { type: 'number', ...field };
}

export function choice<const O extends string>(
  options: readonly O[],
  field: { default: NoInfer<O>; source: string; advanced?: boolean; topic?: Topic; when?: When },
): ChoiceField<O> {
  return { type: 'choice', options, ...field };
}

export function flag(field: Omit<FlagField, 'type'>): FlagField {
  return { type: 'flag', ...field };
}

/** Whether what hangs on `when` means anything beside these values: what it asks for is so, and the field it names means something itself. */
export function holds(when: When | undefined, fields: Fields, values: Values): boolean {
  if (!when) return true;
  if ('any' in when) return when.any.some((each) => holds(each, fields, values));
  if ('all' in when) return when.all.every((each) => holds(each, fields, values));
  const value = values[when.field] ?? fields[when.field].default;
  const isSo = 'is' in when ? when.is.includes(String(value)) : Number(value) > when.above;
  return isSo && holds(fields[when.field].when, fields, values);
}

/** Every field at its default. */
export function defaultsOf<F extends Fields>(fields: F): ValuesOf<F> {
  const values: Record<string, Value> = {};
  for (const [name, field] of Object.entries(fields)) values[name] = field.default;
  return values as ValuesOf<F>;
}

/**
 * A value as the number the engine keeps: choices become the index of their option, flags 0 or 1.
 * The engine knows only numbers, so that its state is flat.
 */
export function toEngineNumber(field: Field, value: Value): number {
  switch (field.type) {
    case 'number':
      return value as number;
    case 'choice':
      return field.options.indexOf(value as string);
    case 'flag':
      return value ? 1 : 0;
  }
}
