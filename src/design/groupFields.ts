/** What a group says beside its region: which zone of it this is, and how often all that stands here goes down at once. Pure. */

import { acceptValue } from '../schema/accept.ts';
import { choice, defaultsOf, type Field, number, type Value, type Values, type ValuesOf } from '../schema/fields.ts';
import type { Design, DesignGroup, Id } from './design.ts';

export const groupFields = {
  /** Groups of one region that are different zones of it are a little apart, and fail apart. */
  zone: choice(['none', 'a', 'b', 'c', 'd', 'e', 'f'], { default: 'none', source: 'domain 2.18' }),
  /** Mean time until all machines here go down together, drawn exponentially; 0 = never. A zone of 365 days has 8760. */
  mtbfHours: number({ default: 0, min: 0, max: 240_000, unit: 'h', scale: 'log', source: 'domain 2.18' }),
  /** Mean time until they are back. */
  mttrHours: number({
    default: 1,
    min: 0.001,
    max: 48,
    unit: 'h',
    scale: 'log',
    source: 'domain 2.18',
    when: { field: 'mtbfHours', above: 0 },
  }),
  breakdown: choice(['crash', 'hang'], { default: 'crash', source: 'assumption', when: { field: 'mtbfHours', above: 0 } }),
} as const;

export type GroupFields = typeof groupFields;

const usual = defaultsOf(groupFields);

/** All of them: a group holds only those that are not at their default. */
export const groupParamsOf = ({ params }: Pick<DesignGroup, 'params'>): ValuesOf<GroupFields> => ({ ...usual, ...params });

/** As a group holds them: nothing when all are at their default. */
export function chosenGroupParams(values: Values): { params?: Readonly<Record<string, Value>> } {
  const chosen = Object.entries<Field>(groupFields).filter(([name, field]) => (values[name] ?? field.default) !== field.default);
  return chosen.length === 0 ? {} : { params: Object.fromEntries(chosen.map(([name]) => [name, values[name]])) };
}

/** Sets a field of a group. What the field cannot have becomes the nearest that it can; unknown groups and fields change nothing. */
export function setGroupParam(design: Design, groupId: Id, name: string, given: Value): Design {
  if (!Object.hasOwn(groupFields, name)) return design;
  const { value } = acceptValue(groupFields[name as keyof GroupFields], given);
  let changed = false;
  const groups = design.groups.map((group) => {
    const now: Values = groupParamsOf(group);
    if (group.id !== groupId || now[name] === value) return group;
    changed = true;
    const { params: _, ...rest } = group;
    return { ...rest, ...chosenGroupParams({ ...now, [name]: value }) };
  });
  return changed ? { ...design, groups } : design;
}
