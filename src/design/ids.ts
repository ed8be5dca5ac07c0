/** Ids and default labels: short, readable and a function of the design alone, so that two people get the same. */

import type { NodeKind } from '../nodes/specs.ts';
import type { Design, Id } from './design.ts';

/** Kinds whose id has a shorter name than the kind itself; every other kind is its own prefix. */
const shortNames: Readonly<Partial<Record<string, string>>> = {
  'load-balancer': 'lb',
  'api-gateway': 'gateway',
  'global-balancer': 'global',
  'web-server': 'web',
  database: 'db',
};

/** Kinds whose name in plain English is not just the kind with its first letter raised. */
const spelledNames: Readonly<Partial<Record<string, string>>> = {
  nosql: 'NoSQL store',
  dns: 'DNS',
  cdn: 'CDN',
  queue: 'Message queue',
  deploy: 'Deploy pipeline',
  'api-gateway': 'API gateway',
};

/** Ids have 24 characters at most; a number of up to six digits and its hyphen must fit. */
const longestPrefix = 17;

export function idPrefix(kind: NodeKind | string): string {
  return (shortNames[kind] ?? kind).slice(0, longestPrefix);
}

export const groupPrefix = 'dc';

/** `Web server` for `web-1`, `Web server 3` for `web-3`. Depends on kind and id only: links leave such labels out. */
export function defaultLabel(kind: NodeKind | string, id: Id): string {
  const words = kind.replaceAll('-', ' ');
  return numbered(spelledNames[kind] ?? words.charAt(0).toUpperCase() + words.slice(1), id);
}

export function defaultGroupLabel(id: Id): string {
  return numbered('Data centre', id);
}

function numbered(name: string, id: Id): string {
  const number = /-([1-9]\d*)$/.exec(id)?.[1];
  return number === undefined || number === '1' ? name : `${name} ${number}`;
}

/** Every id a new node or group must not take: canvas parts share one space, and the scenario's words keep their meaning. */
export function takenIds(design: Design): Set<Id> {
  const taken = new Set<Id>();
  for (const node of design.nodes) taken.add(node.id);
  for (const group of design.groups) taken.add(group.id);
  for (const note of design.notes ?? []) taken.add(note.id);
  for (const event of design.scenario) if ('node' in event) taken.add(event.node);
  return taken;
}

export function takenLinkIds(design: Design): Set<Id> {
  const taken = new Set<Id>(design.links.map((link) => link.id));
  for (const note of design.notes ?? []) for (const wire of note.stranger?.wires ?? []) taken.add(String(wire.id));
  for (const event of design.scenario) if ('link' in event) taken.add(event.link);
  return taken;
}

/** The first free of `prefix` + 1, 2, 3 …, which is taken from then on. */
export function freshId(taken: Set<Id>, prefix: string): Id {
  let number = 1;
  while (taken.has(prefix + number)) number += 1;
  const id = prefix + number;
  taken.add(id);
  return id;
}
