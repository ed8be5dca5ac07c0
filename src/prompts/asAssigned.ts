/** A hand-in of an assignment as it is played for its marks: what was locked is as it was given out, and what happens finds whom it meant. Pure. */

import type { Assignment } from '../design/assignment.ts';
import type { Design, DesignLink, DesignNode, Id, ScenarioEvent } from '../design/design.ts';
import { instancesOf } from '../design/instances.ts';
import { newWireFrom } from '../design/newWires.ts';
import { specOf } from '../design/wires.ts';
import { defaultsOf, type Values } from '../schema/fields.ts';
import { isLocked } from './assignmentRules.ts';
import { busiestOf, type Calls } from './targets.ts';
import { isOfTheWorld, isOfTheWorldOfWires } from './world.ts';

export interface AssignmentRules {
  task: Assignment;
  /** As it was given out. */
  start: Design;
}

/** Locked settings are put back. A part that was added works as fast as the first of its kind that was given out, or as its kind does. */
export function asAssigned({ task, start }: AssignmentRules, handedIn: Design): Design {
  const kinds = new Map(handedIn.nodes.map(({ id, kind }) => [id, kind]));
  const back = (id: Id, given: Values, own: Values, isPhysics: (field: string) => boolean): Values =>
    Object.fromEntries(Object.keys(own).map((field) => [field, (isLocked(task, id, field, isPhysics(field)) ? given : own)[field]]));
  const only = (given: Values, own: Values, isPhysics: (field: string) => boolean): Values =>
    Object.fromEntries(Object.keys(own).map((field) => [field, (isPhysics(field) ? given : own)[field]]));
  return {
    ...handedIn,
    nodes: handedIn.nodes.map((node) => {
      const { id, kind, params } = node;
      const isPhysics = (field: string) => isOfTheWorld(kind, field);
      const given = start.nodes.find((each) => each.id === id && each.kind === kind);
      if (given) return { ...node, params: back(id, given.params, params, isPhysics) };
      const like = start.nodes.find((each) => each.kind === kind)?.params ?? defaultsOf(specOf(kind).fields);
      return { ...node, params: only(like, params, isPhysics) };
    }),
    links: handedIn.links.map((link) => {
      const given = start.links.find(({ id, from, to }) => id === link.id && from === link.from && to === link.to);
      if (given) return { ...link, params: back(link.id, given.params, link.params, isOfTheWorldOfWires) };
      const kind = kinds.get(link.from);
      return kind === undefined ? link : { ...link, params: only(newWireFrom(kind), link.params, isOfTheWorldOfWires) };
    }),
  };
}

/**
 * What was planned for the design that was given out, on one that came back: at the same part or wire where it is still there, else at the
 * busiest part of that kind, or the first wire between such parts. What finds no one is left out.
 * @param calls asked only where there is a choice
 */
export function befalling(events: readonly ScenarioEvent[], start: Design, design: Design, calls: () => Calls): ScenarioEvent[] {
  const nodeFor = (id: Id): DesignNode | undefined => {
    const was = start.nodes.find((node) => node.id === id);
    const same = design.nodes.find((node) => node.id === id && node.kind === was?.kind);
    if (same || !was) return same;
    const found = design.nodes.filter(({ kind }) => kind === was.kind).map((node) => node.id);
    const busiest = found.length > 1 ? busiestOf(found, calls()) : found[0];
    return design.nodes.find((node) => node.id === busiest);
  };
  const linkFor = (id: Id): DesignLink | undefined => {
    const was = start.links.find((link) => link.id === id);
    if (!was) return undefined;
    const ends = [nodeFor(was.from)?.id, nodeFor(was.to)?.id];
    const kindOf = (node: Id, among: Design) => among.nodes.find((each) => each.id === node)?.kind;
    return (
      design.links.find(({ from, to }) => from === ends[0] && to === ends[1]) ??
      design.links.find(({ from, to }) => kindOf(from, design) === kindOf(was.from, start) && kindOf(to, design) === kindOf(was.to, start))
    );
  };
  return events.flatMap((event): ScenarioEvent[] => {
    if ('node' in event) {
      const node = nodeFor(event.node);
      if (!node) return [];
      // of fewer machines than there were, the first stands in for one that is gone
      const instance = 'instance' in event && event.instance !== null && event.instance >= instancesOf(node) ? { instance: 0 } : {};
      return [{ ...event, node: node.id, ...instance } as ScenarioEvent];
    }
    if ('link' in event) {
      const link = linkFor(event.link);
      if (!link) return [];
      if (!('from' in event) || event.from === undefined) return [{ ...event, link: link.id }];
      const by = nodeFor(event.from);
      return by ? [{ ...event, link: link.id, from: by.id }] : [];
    }
    return [event];
  });
}
