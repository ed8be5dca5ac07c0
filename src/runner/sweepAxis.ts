/** What can be swept: any number of any part, wire or of the workload, and the values it is to take. Pure. */

import type { Design, Id } from '../design/design.ts';
import { setLinkParam, setParam, setWorkloadParam } from '../design/edits.ts';
import { linkFields } from '../design/linkFields.ts';
import { specOf } from '../design/wires.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { exp, log } from '../engine/math.ts';
import { acceptValue } from '../schema/accept.ts';
import { type Field, type Fields, holds, type NumberField, type Values } from '../schema/fields.ts';

export type Target = { on: 'node' | 'link'; id: Id; field: string } | { on: 'workload'; field: string };

export interface Axis {
  target: Target;
  /** Rising, each once, each as the field can hold it. */
  values: readonly number[];
}

/** Evenly spaced, evenly spaced in logarithms, or as listed. */
export type AxisRange = { scale: 'linear' | 'log'; from: number; to: number; steps: number } | { scale: 'list'; list: readonly number[] };

/** How a target is written on a command line and in files: `web-1.instances`, `l2.timeoutMs`, `workload.traffic`. */
export const targetText = (target: Target): string => `${target.on === 'workload' ? 'workload' : target.id}.${target.field}`;

function partOf(design: Design, target: Target): { fields: Fields; params: Values } | null {
  if (target.on === 'workload') return { fields: workloadFields, params: design.workload.params };
  if (target.on === 'link') {
    const link = design.links.find(({ id }) => id === target.id);
    return link ? { fields: linkFields, params: link.params } : null;
  }
  const node = design.nodes.find(({ id }) => id === target.id);
  return node ? { fields: specOf(node.kind).fields, params: node.params } : null;
}

/** The field behind a target; null when the design has none such, or it is no number. */
export function fieldAt(design: Design, target: Target): NumberField | null {
  const part = partOf(design, target);
  const field: Field | undefined = part && Object.hasOwn(part.fields, target.field) ? part.fields[target.field] : undefined;
  return field?.type === 'number' ? field : null;
}

/** What the design has there now; NaN where there is no such number. */
export function valueAt(design: Design, target: Target): number {
  const field = fieldAt(design, target);
  return field ? Number(partOf(design, target)?.params[target.field] ?? field.default) : Number.NaN;
}

export function withValueAt(design: Design, target: Target, value: number): Design {
  if (target.on === 'workload') return setWorkloadParam(design, target.field, value);
  return (target.on === 'node' ? setParam : setLinkParam)(design, target.id, target.field, value);
}

/** Every number that means something as the design is set now: parts in their order, then wires, then the workload. */
export function targetsOf(design: Design): Target[] {
  const numbers = (fields: Fields, params: Values) =>
    Object.entries(fields).flatMap(([name, field]) => (field.type === 'number' && holds(field.when, fields, params) ? [name] : []));
  return [
    ...design.nodes.flatMap(({ id, kind, params }) =>
      numbers(specOf(kind).fields, params).map((field): Target => ({ on: 'node', id, field })),
    ),
    ...design.links.flatMap(({ id, params }) => numbers(linkFields, params).map((field): Target => ({ on: 'link', id, field }))),
    ...numbers(workloadFields, design.workload.params).map((field): Target => ({ on: 'workload', field })),
  ];
}

/** Reads what `targetText` writes; null when the design has no such number. A part is meant before a wire of the same id. */
export function readTarget(design: Design, text: string): Target | null {
  const dot = text.indexOf('.');
  const [id, field] = [text.slice(0, dot), text.slice(dot + 1)];
  const candidates: Target[] = [
    { on: 'node', id, field },
    { on: 'link', id, field },
    ...(id === 'workload' ? [{ on: 'workload' as const, field }] : []),
  ];
  return dot < 0 ? null : (candidates.find((target) => fieldAt(design, target) !== null) ?? null);
}

/** Round enough to be read, exact enough to be told apart. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/** More than any sweep plays, so that one that asks for more is still refused; nobody makes a list of a billion to be told so. */
export const mostValues = 10_000;

/** How many values a range asks for, counted before any is made. */
export const countIn = (range: AxisRange): number => (range.scale === 'list' ? range.list.length : Math.max(1, Math.floor(range.steps)));

/** At most `mostValues`. @returns rising, each once, within the field's limits and whole where the field is whole; empty when the range says nothing. */
export function valuesIn(range: AxisRange, field: NumberField): number[] {
  const wanted = range.scale === 'list' ? range.list : spaced(range);
  const held = wanted.filter(Number.isFinite).map((value) => Number(acceptValue(field, rounded(value)).value));
  return [...new Set(held)].sort((a, b) => a - b);
}

function spaced({ scale, from, to, steps }: Extract<AxisRange, { from: number }>): number[] {
  if (!(steps >= 2)) return [from];
  const isLog = scale === 'log' && from > 0 && to > 0;
  const count = Math.min(mostValues, Math.floor(steps));
  return Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1);
    return isLog ? from * exp(share * log(to / from)) : from + share * (to - from);
  });
}

/** As many points as show a bend, unless somebody says how many: every whole number where there are few between whole ends. */
export const usualSteps = 8;

export function stepsFor(field: NumberField, from: number, to: number): number {
  const whole = Math.abs(Math.round(to) - Math.round(from)) + 1;
  const isWhole = field.integer || (Number.isInteger(from) && Number.isInteger(to) && whole > usualSteps / 2);
  return isWhole && whole <= 2 * usualSteps ? whole : usualSteps;
}

/** Far apart in a field that slides by factors: evenly spaced in logarithms. */
export function scaleFor(field: NumberField, from: number, to: number): 'linear' | 'log' {
  return field.scale === 'log' && from > 0 && to / from > 20 ? 'log' : 'linear';
}

/**
 * Reads `1..8`, `1..100:7`, `1..1000:log`, `1..1000:log:4` or `1,2,5,10`.
 * @returns null when it says no values
 */
export function readRange(text: string, field: NumberField): AxisRange | null {
  const [span, ...rest] = text.split(':');
  const numberOf = (word: string | undefined): number => (word === undefined || word.trim() === '' ? Number.NaN : Number(word));
  if (!span.includes('..')) {
    const list = span.split(',').map(numberOf);
    return rest.length === 0 && list.length > 0 && list.every(Number.isFinite) ? { scale: 'list', list } : null;
  }
  const [from, to, more] = span.split('..').map(numberOf);
  const scales = rest.filter((word) => word === 'log' || word === 'linear') as ('log' | 'linear')[];
  const counts = rest.filter((word) => word !== 'log' && word !== 'linear').map(numberOf);
  if (!Number.isFinite(from) || !Number.isFinite(to) || more !== undefined || scales.length > 1 || counts.length > 1) return null;
  if (counts.length === 1 && !(counts[0] >= 1 && Number.isInteger(counts[0]))) return null;
  return { scale: scales[0] ?? scaleFor(field, from, to), from, to, steps: counts[0] ?? stepsFor(field, from, to) };
}
