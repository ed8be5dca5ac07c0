/**
 * What an assignment leaves to whoever works on it, and what it does not. The page asks it of every change; marking asks it of the whole way from
 * what was given out to what was handed in. Pure.
 */

import type { Assignment } from '../design/assignment.ts';
import type { Design, DesignGroup, DesignLink, DesignNode, Id } from '../design/design.ts';
import { newWireFrom } from '../design/newWires.ts';
import { specOf } from '../design/wires.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { defaultsOf, type Values } from '../schema/fields.ts';
import { isOfTheWorld, isOfTheWorldOfWires } from './world.ts';

/** One rule that is broken, and where. */
export type Breach =
  /** A locked part, wire or region that is not there any more. */
  | { what: 'removed'; id: Id }
  /** A locked part in another region, or a locked region somewhere else in the world. */
  | { what: 'moved'; id: Id }
  | { what: 'set'; id: Id; field: string }
  /** How long work takes and how big things are is so, whatever a design says. */
  | { what: 'physics'; id: Id; field: string }
  /** A part of a kind that may not be added. */
  | { what: 'kind'; id: Id; kind: NodeKind }
  | { what: 'traffic' }
  | { what: 'requirements' };

/** Whether a setting of something that was given out may not be changed. */
export function isLocked({ locked, free }: Assignment, id: Id, field: string, isPhysics: boolean): boolean {
  return (isPhysics || locked.includes(id)) && !free.includes(`${id}.${field}`);
}

/**
 * Every rule that a change breaks, in the order of what was there before.
 * @param before what was given out, or any design that keeps the rules
 */
export function breachesOf(task: Assignment, before: Design, after: Design): Breach[] {
  return [
    ...(before.nodes === after.nodes && before.groups === after.groups ? [] : ofNodes(task, before, after)),
    ...(before.links === after.links ? [] : ofLinks(task, before, after)),
    ...(before.groups === after.groups ? [] : ofGroups(task, before.groups, after.groups)),
    ...(task.traffic && differs(before.workload, after.workload) ? [{ what: 'traffic' } as const] : []),
    ...(differs(before.targets ?? {}, after.targets ?? {}) ? [{ what: 'requirements' } as const] : []),
  ];
}

const differs = (a: unknown, b: unknown): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b);

/** Names of values that are not the same. */
const changed = (a: Values, b: Values): string[] => (a === b ? [] : Object.keys(b).filter((name) => a[name] !== b[name]));

function ofNodes(task: Assignment, before: Design, after: Design): Breach[] {
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const isSame = (a: DesignNode | undefined, b: DesignNode): a is DesignNode => a?.kind === b.kind;
  const kept = before.nodes.flatMap((was): Breach[] => {
    const is = now.get(was.id);
    const locked = task.locked.includes(was.id);
    if (!isSame(is, was)) return locked ? [{ what: 'removed', id: was.id }] : [];
    if (is === was) return [];
    return [
      ...(locked && is.group !== was.group ? [{ what: 'moved', id: was.id } as const] : []),
      ...settings(task, was.id, changed(was.params, is.params), (field) => isOfTheWorld(was.kind, field)),
    ];
  });
  const were = new Map(before.nodes.map((node) => [node.id, node]));
  const added = after.nodes.filter((node) => !isSame(were.get(node.id), node));
  /** A part that is added may work as any of its kind does that was there: it may be a copy of it. */
  const isKnown = ({ kind, params }: DesignNode, field: string) =>
    before.nodes.some((node) => node.kind === kind && node.params[field] === params[field]);
  return [
    ...kept,
    ...added.flatMap((node): Breach[] => {
      const { id, kind, params } = node;
      const unlike = changed(defaultsOf(specOf(kind).fields), params).filter((field) => isOfTheWorld(kind, field) && !isKnown(node, field));
      return [...(task.kinds && !task.kinds.includes(kind) ? [{ what: 'kind', id, kind } as const] : []), ...physics(id, unlike)];
    }),
  ];
}

function ofLinks(task: Assignment, before: Design, after: Design): Breach[] {
  const now = new Map(after.links.map((link) => [link.id, link]));
  const kinds = new Map(after.nodes.map(({ id, kind }) => [id, kind]));
  const isSame = (a: DesignLink | undefined, b: DesignLink): a is DesignLink => a?.from === b.from && a.to === b.to;
  const kept = before.links.flatMap((was): Breach[] => {
    const is = now.get(was.id);
    if (!isSame(is, was)) return task.locked.includes(was.id) ? [{ what: 'removed', id: was.id }] : [];
    return is === was ? [] : settings(task, was.id, changed(was.params, is.params), isOfTheWorldOfWires);
  });
  const were = new Map(before.links.map((link) => [link.id, link]));
  const isKnown = ({ params }: DesignLink, field: string) => before.links.some((link) => link.params[field] === params[field]);
  const added = after.links.filter((link) => !isSame(were.get(link.id), link));
  return [
    ...kept,
    ...added.flatMap((link) => {
      const kind = kinds.get(link.from);
      if (kind === undefined) return [];
      const unlike = changed(newWireFrom(kind), link.params).filter((field) => isOfTheWorldOfWires(field) && !isKnown(link, field));
      return physics(link.id, unlike);
    }),
  ];
}

function ofGroups(task: Assignment, before: readonly DesignGroup[], after: readonly DesignGroup[]): Breach[] {
  return before.flatMap((was): Breach[] => {
    if (!task.locked.includes(was.id)) return [];
    const is = after.find(({ id }) => id === was.id);
    if (!is) return [{ what: 'removed', id: was.id }];
    return [
      ...(is.region !== was.region ? [{ what: 'moved', id: was.id } as const] : []),
      ...(differs(was.params ?? {}, is.params ?? {}) ? [{ what: 'set', id: was.id, field: '' } as const] : []),
    ];
  });
}

const settings = (task: Assignment, id: Id, fields: readonly string[], isPhysics: (field: string) => boolean): Breach[] =>
  fields
    .filter((field) => isLocked(task, id, field, isPhysics(field)))
    .map((field) => ({ what: isPhysics(field) && !task.locked.includes(id) ? 'physics' : 'set', id, field }));

const physics = (id: Id, fields: readonly string[]): Breach[] => fields.map((field) => ({ what: 'physics', id, field }));

/** A breach in English, for tables that machines read. */
export function breachText(breach: Breach): string {
  switch (breach.what) {
    case 'removed':
      return `${breach.id} is gone`;
    case 'moved':
      return `${breach.id} was moved`;
    case 'set':
    case 'physics':
      return `${[breach.id, breach.field].filter(Boolean).join('.')} was changed`;
    case 'kind':
      return `${breach.id} (${breach.kind}) was added`;
    case 'traffic':
      return 'the traffic was changed';
    case 'requirements':
      return 'the requirements were changed';
  }
}
