/** The file of cases, read strictly: what is wrong in it is said with the case's id and the field, before anything runs. */

/** Something in a case that cannot be; its message names case and field. */
export class CaseError extends Error {}

export type Tolerance = { share: number } | { abs: number };

export interface Expected {
  value: number;
  unit: string;
  basis: string;
  /** Told beside the others, not held against the product. */
  informational: boolean;
}

/** How long a case runs, and how near it must come. */
export interface Goal {
  /** Requests counted, or replications; 0 for cases that leave nothing to chance. */
  n: number;
  warmup: number;
  tolerance: Readonly<Record<string, Tolerance>>;
}

export interface ReferenceCase {
  id: string;
  kind: string;
  tier: string;
  parameters: Fields;
  expected: Readonly<Record<string, Expected>>;
  kappa: Readonly<Record<string, number>>;
  full: Goal;
  /** null where the full run is quick enough. */
  quick: Goal | null;
}

/** A part of a case, read field by field; every reader throws a `CaseError` that says where. */
export class Fields {
  readonly where: string;
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(where: string, values: unknown) {
    if (typeof values !== 'object' || values === null || Array.isArray(values)) throw new CaseError(`${where} must be an object`);
    this.where = where;
    this.values = values as Record<string, unknown>;
  }

  names(): string[] {
    return Object.keys(this.values);
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  raw(name: string): unknown {
    return this.values[name];
  }

  number(name: string, least = 0, most = Number.MAX_VALUE): number {
    const value = this.values[name];
    if (typeof value !== 'number' || !(value >= least && value <= most)) return this.wrong(name, `a number from ${least} up`, value);
    return value;
  }

  positive(name: string): number {
    const value = this.number(name);
    return value > 0 ? value : this.wrong(name, 'a number above 0', value);
  }

  count(name: string, least = 1, most = Number.MAX_VALUE): number {
    const value = this.number(name, least);
    if (value > most) return this.wrong(name, `at most ${most}`, value);
    return Number.isInteger(value) ? value : this.wrong(name, 'a whole number', value);
  }

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : this.wrong(name, 'a text', value);
  }

  part(name: string): Fields {
    return new Fields(`${this.where}.${name}`, this.values[name]);
  }

  list(name: string): readonly unknown[] {
    const value = this.values[name];
    return Array.isArray(value) ? value : this.wrong(name, 'a list', value);
  }

  parts(name: string): Fields[] {
    return this.list(name).map((item, i) => new Fields(`${this.where}.${name}[${i}]`, item));
  }

  numbers(name: string): number[] {
    return this.list(name).map((item) => (typeof item === 'number' && item >= 0 ? item : this.wrong(name, 'numbers from 0 up', item)));
  }

  wrong(name: string, what: string, value: unknown): never {
    throw new CaseError(`${this.where}.${name} must be ${what}, not ${JSON.stringify(value) ?? 'missing'}`);
  }
}

/** Longer runs than this would take hours: a slip in the file rather than a wish. */
const mostRequests = 200_000_000;
const mostReplications = 1_000_000;

function toleranceOf(fields: Fields, name: string): Tolerance {
  const value = fields.raw(name);
  if (typeof value === 'number' && value >= 0) return { share: value };
  return { abs: fields.part(name).number('abs') };
}

function goalOf(fields: Fields | null, tolerances: Fields | null): Goal {
  const tolerance: Record<string, Tolerance> = {};
  for (const name of tolerances?.names() ?? []) tolerance[name] = toleranceOf(tolerances as Fields, name);
  if (fields === null) return { n: 0, warmup: 0, tolerance };
  if (fields.has('replications')) return { n: fields.count('replications', 1, mostReplications), warmup: 0, tolerance };
  if (!fields.has('requests')) return { n: 0, warmup: 0, tolerance };
  return {
    n: fields.count('requests', 1, mostRequests),
    warmup: fields.has('warmup_requests') ? fields.count('warmup_requests', 0, mostRequests) : 0,
    tolerance,
  };
}

function readCase(value: unknown, position: number): ReferenceCase {
  const id = new Fields(`case ${position}`, value).text('id');
  const fields = new Fields(`case "${id}"`, value);
  const expected: Record<string, Expected> = {};
  const wanted = fields.part('expected');
  for (const name of wanted.names()) {
    const metric = wanted.part(name);
    expected[name] = {
      value: metric.number('value', -Number.MAX_VALUE),
      unit: metric.text('unit'),
      basis: metric.has('basis') ? metric.text('basis') : 'exact',
      informational: metric.raw('informational') === true,
    };
  }
  const kappa: Record<string, number> = {};
  const given = fields.has('kappa') ? fields.part('kappa') : null;
  for (const name of given?.names() ?? []) if (given?.has(name)) kappa[name] = given.number(name);
  const quick = fields.has('quick_run') ? fields.part('quick_run') : null;
  return {
    id,
    kind: fields.text('kind'),
    tier: fields.has('tier') ? fields.text('tier') : 'statistical',
    parameters: new Fields(`case "${id}": parameters`, fields.raw('parameters')),
    expected,
    kappa,
    full: goalOf(
      fields.has('suggested_run') ? fields.part('suggested_run') : null,
      fields.has('tolerance') ? fields.part('tolerance') : null,
    ),
    quick: quick && goalOf(quick, quick.has('tolerance') ? quick.part('tolerance') : null),
  };
}

/** The cases of a file's text. Throws a `CaseError` for the first thing that is wrong. */
export function readCases(text: string): ReferenceCase[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new CaseError(`This is no JSON: ${(error as Error).message}`);
  }
  const list = Array.isArray(parsed) ? parsed : new Fields('the file', parsed).list('cases');
  const cases = list.map(readCase);
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new CaseError(`There are two cases "${id}"`);
    seen.add(id);
  }
  return cases;
}
