/**
 * The step from format 1 to 2: defaults that were wrong became those of the sources, and documents that leave them out go on meaning
 * what they meant. Frozen: nothing here follows the specs of today.
 */

import { isRecord } from '../schema/parse.ts';
import type { RawDesign } from './migrations.ts';

/** What a part of format 1 that says nothing means, by kind; `params` is what it does say. */
const before: Readonly<Record<string, (params: RawDesign) => RawDesign>> = {
  users: () => ({ ignoredTtlSeconds: 0 }),
  dns: () => ({ geoErrorPercent: 0 }),
  cache: () => ({ placement: 'modulo' }),
  'api-gateway': () => ({ counters: 'local' }),
  // a topic had no retention of its own, and several brokers made machines of a queue
  queue: ({ retentionHours = 96, brokers = 1 }) => ({
    brokers: 1,
    maxReceive: 0,
    maxBacklog: 1_000_000,
    maxPerSecond: 0,
    topicRetentionHours: retentionHours,
    paidBy: Number(brokers) > 1 ? 'machines' : 'requests',
  }),
};

/** Wires began alike, whoever they began at. */
const wireBefore: RawDesign = { timeoutMs: 1000, retries: 0, backoffMs: 100 };
const wiresOfTheirOwn: readonly unknown[] = ['users', 'queue'];

function nodeBefore2(node: unknown): unknown {
  if (!isRecord(node) || typeof node.kind !== 'string' || !Object.hasOwn(before, node.kind)) return node;
  const params = isRecord(node.params) ? node.params : {};
  return { ...node, params: { ...before[node.kind](params), ...params } };
}

function wireBefore2(link: unknown, kinds: ReadonlyMap<unknown, unknown>): unknown {
  if (!isRecord(link) || !wiresOfTheirOwn.includes(kinds.get(link.from))) return link;
  return { ...link, params: { ...wireBefore, ...(isRecord(link.params) ? link.params : {}) } };
}

/** Whoever changes the retention on the way changes that of topics, too, as there was only one. */
function eventsBefore2(event: unknown, kinds: ReadonlyMap<unknown, unknown>): unknown[] {
  const isRetention = isRecord(event) && event.act === 'set' && event.field === 'retentionHours' && kinds.get(event.node) === 'queue';
  return isRetention ? [event, { ...event, field: 'topicRetentionHours' }] : [event];
}

/** The part's kind by its id, the first of several parts of one name being the one that is meant. */
function kindsOf(nodes: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const kinds = new Map<unknown, unknown>();
  for (const node of nodes) if (isRecord(node) && !kinds.has(node.id)) kinds.set(node.id, node.kind);
  return kinds;
}

export function writeDefaultsBefore2(design: RawDesign): RawDesign {
  const { nodes, links, scenario } = design;
  if (!Array.isArray(nodes)) return design;
  const kinds = kindsOf(nodes);
  return {
    ...design,
    nodes: nodes.map(nodeBefore2),
    ...(Array.isArray(links) ? { links: links.map((link) => wireBefore2(link, kinds)) } : {}),
    ...(Array.isArray(scenario) ? { scenario: scenario.flatMap((event) => eventsBefore2(event, kinds)) } : {}),
  };
}
