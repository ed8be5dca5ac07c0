/**
 * What the world is like, whatever a hand-in says: how much work a request is, how big things are, how far places are apart. A design decides how
 * many machines there are and who asks whom, not how quick they are for their price.
 */

import type { Design, DesignLink, DesignNode } from '../design/design.ts';
import { newWireFrom } from '../design/newWires.ts';
import { type NodeKind, specs } from '../nodes/specs.ts';
import { defaultsOf, type Fields, type Value } from '../schema/fields.ts';

/** A number of the prompt's own: how long its jobs take, how big its files are. */
export interface WorldFact {
  kind: NodeKind;
  field: string;
  value: Value;
}

/** Of every kind that computes: the form of its times. */
const ofAll = ['service', 'serviceSpread', 'slowShare', 'tailIndex', 'tailRange'];

const ofKinds: Partial<Record<NodeKind, readonly string[]>> = {
  'load-balancer': ['cpuMs'],
  'api-gateway': ['cpuMs'],
  'web-server': ['cpuDynamicMs', 'cpuStaticMs', 'cpuFeedMs', 'cpuLoginMs'],
  service: ['cpuCallMs'],
  worker: ['jobMs', 'errorPercent', 'unheardPercent', 'unheardSeconds'],
  cache: ['serviceMs'],
  cdn: ['serviceMs', 'fileKB', 'pageKB'],
  queue: ['publishMs'],
  database: ['cpuReadMs', 'cpuWriteMs', 'cpuJoinMs', 'fsyncMs'],
  nosql: ['replicaMs'],
  'shard-router': ['routerCpuMs'],
  'session-store': ['memoryMs', 'rowMs', 'itemMs', 'fsyncMs'],
  'search-index': ['cpuPerShardQueryMs', 'cpuPerDocMs'],
  'object-storage': ['p50Ms', 'p99Ms', 'readLimit', 'writeLimit', 'objectKB'],
};

const ofWires = ['rttMs', 'delay', 'jitter', 'mbps'];

export const isOfTheWorld = (kind: NodeKind, field: string): boolean => ofAll.includes(field) || (ofKinds[kind] ?? []).includes(field);
export const isOfTheWorldOfWires = (field: string): boolean => ofWires.includes(field);

/**
 * @param facts of the prompt; all else is as the kinds have it
 * @param given its own parts (a provider, say) come back as they were given
 */
export function inTheWorld(design: Design, facts: readonly WorldFact[], given: Design): Design {
  const kinds = new Map(design.nodes.map(({ id, kind }) => [id, kind]));
  return {
    ...design,
    nodes: design.nodes.map((node) => {
      const own = given.nodes.find(({ id, kind }) => id === node.id && kind === node.kind);
      return { ...node, params: own?.params ?? worldly(node, facts) };
    }),
    links: design.links.map((link) => ({ ...link, params: wireIn(link, kinds.get(link.from)) })),
  };
}

function worldly({ kind, params }: DesignNode, facts: readonly WorldFact[]): DesignNode['params'] {
  const usual: Readonly<Record<string, Value>> = defaultsOf(specs[kind].fields as Fields);
  const fixed = [...ofAll, ...(ofKinds[kind] ?? [])].filter((field) => Object.hasOwn(usual, field));
  const told = facts.filter((fact) => fact.kind === kind).map(({ field, value }) => [field, value]);
  return { ...params, ...Object.fromEntries(fixed.map((field) => [field, usual[field]])), ...Object.fromEntries(told) };
}

function wireIn({ params }: DesignLink, from: NodeKind | undefined): DesignLink['params'] {
  if (from === undefined) return params;
  const usual: Readonly<Record<string, Value>> = newWireFrom(from);
  return { ...params, ...Object.fromEntries(ofWires.map((field) => [field, usual[field]])) };
}
