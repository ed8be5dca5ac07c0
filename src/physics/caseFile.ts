/** One case of a file, read strictly: what is wrong in it is said with the case's id and the field, before anything runs. */

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
  /** 0 for cases that leave nothing to chance. */
  n: number;
  /** What `n` counts. */
  counts: 'requests' | 'replications';
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

/** Without a ceiling of its own a count is at most this, and a list at most that long: more is a slip in the file, not a wish. */
const mostCount = 1_000_000;
const mostItems = 100_000;

/** A value as it stands in the file, cut short: a message is for reading. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
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
    if (typeof value === 'number' && value >= least && value <= most) return value;
    const range = least === -Number.MAX_VALUE ? '' : ` from ${least} ${most === Number.MAX_VALUE ? 'up' : `to ${most}`}`;
    return this.wrong(name, `a number${range}`, value);
  }

  positive(name: string): number {
    const value = this.number(name);
    return value > 0 ? value : this.wrong(name, 'a number above 0', value);
  }

  count(name: string, least = 1, most = mostCount): number {
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
    if (!Array.isArray(value)) return this.wrong(name, 'a list', value);
    return value.length <= mostItems ? value : this.wrong(name, `a list of at most ${mostItems} things`, value);
  }

  parts(name: string): Fields[] {
    return this.list(name).map((item, i) => new Fields(`${this.where}.${name}[${i}]`, item));
  }

  numbers(name: string): number[] {
    const isOne = (item: unknown): item is number => typeof item === 'number' && item >= 0 && item <= Number.MAX_VALUE;
    return this.list(name).map((item) => (isOne(item) ? item : this.wrong(name, 'numbers from 0 up', item)));
  }

  wrong(name: string, what: string, value: unknown): never {
    throw new CaseError(`${this.where}.${name} must be ${what}, not ${shown(value)}`);
  }
}

/** Longer runs than this would take hours: a slip in the file rather than a wish. */
const mostRequests = 200_000_000;
const mostReplications = 1_000_000;

function toleranceOf(fields: Fields, name: string): Tolerance {
  const value = fields.raw(name);
  if (typeof value === 'number') return { share: fields.number(name) };
  return { abs: fields.part(name).number('abs') };
}

function goalOf(fields: Fields | null, tolerances: Fields | null): Goal {
  const tolerance: Record<string, Tolerance> = {};
  for (const name of tolerances?.names() ?? []) tolerance[name] = toleranceOf(tolerances as Fields, name);
  const none: Goal = { n: 0, counts: 'requests', warmup: 0, tolerance };
  if (fields === null) return none;
  if (fields.has('replications')) return { ...none, n: fields.count('replications', 1, mostReplications), counts: 'replications' };
  if (!fields.has('requests')) return none;
  return {
    ...none,
    n: fields.count('requests', 1, mostRequests),
    warmup: fields.has('warmup_requests') ? fields.count('warmup_requests', 0, mostRequests) : 0,
  };
}

const tiers = ['statistical', 'exact', 'fluid', 'ordering'];

/** Names that are printed and looked up: nothing that an object has by itself, nothing that a terminal obeys. */
const isPlain = (name: string) => /^[A-Za-z0-9][\w.-]{0,79}$/.test(name) && !(name in {});

function expectedOf(fields: Fields): ReferenceCase['expected'] {
  const wanted = fields.part('expected');
  if (wanted.names().length === 0) return fields.wrong('expected', 'at least one metric', 'none');
  return Object.fromEntries(
    wanted.names().map((name): [string, Expected] => {
      if (!isPlain(name)) return wanted.wrong(shown(name), 'a plain name', name);
      const metric = wanted.part(name);
      return [
        name,
        {
          value: metric.number('value', -Number.MAX_VALUE),
          unit: metric.text('unit'),
          basis: metric.has('basis') ? metric.text('basis') : 'exact',
          informational: metric.raw('informational') === true,
        },
      ];
    }),
  );
}

/** The name of a case, or null where it has none that can be printed. */
export function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : null;
  return typeof id === 'string' && isPlain(id) ? id : null;
}

/**
 * One case of a file. Throws a `CaseError` for the first thing that is wrong.
 * @param value as parsed from JSON
 * @param position in its file, the first is 0: what the case is called as long as it has no id
 */
export function readCase(value: unknown, position: number): ReferenceCase {
  const nameless = new Fields(`case ${position + 1}`, value);
  const id = idOf(value) ?? nameless.wrong('id', 'a plain name', nameless.raw('id'));
  const fields = new Fields(`case "${id}"`, value);
  const kappa: Record<string, number> = {};
  const given = fields.has('kappa') ? fields.part('kappa') : null;
  for (const name of given?.names() ?? []) if (given?.has(name)) kappa[name] = given.number(name);
  const quick = fields.has('quick_run') ? fields.part('quick_run') : null;
  const tier = fields.has('tier') ? fields.text('tier') : 'statistical';
  return {
    id,
    kind: fields.text('kind'),
    tier: tiers.includes(tier) ? tier : fields.wrong('tier', `one of ${tiers.join(', ')}`, tier),
    parameters: new Fields(`case "${id}": parameters`, fields.raw('parameters')),
    expected: expectedOf(fields),
    kappa,
    full: goalOf(
      fields.has('suggested_run') ? fields.part('suggested_run') : null,
      fields.has('tolerance') ? fields.part('tolerance') : null,
    ),
    quick: quick && goalOf(quick, quick.has('tolerance') ? quick.part('tolerance') : null),
  };
}
