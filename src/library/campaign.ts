/**
 * A campaign: one server and one database, and twice the traffic each round. What is saturated first has to be relieved, by the lever
 * of the chapter that is next for it: a balancer and more servers, a CDN, a cache and more nodes of it, a bigger machine.
 */

import type { Design, Id } from '../design/design.ts';
import { addNode, connect, removeParts, setLinkParam, setParam } from '../design/edits.ts';
import { draw } from './template.ts';

/** Requests per second of the first round; each further round has twice as many. */
export const firstRate = 100;
export const campaignRounds = 9;
/** A part that is busier than this, of 1, has to be relieved. */
export const tooBusy = 0.85;

export interface Lever {
  id: 'balancer' | 'more-servers' | 'cdn' | 'cache' | 'more-cache' | 'bigger-database';
  /** The part that it relieves. */
  relieves: Id;
  /** Whether it can be pulled, or is pulled already. */
  fits: (design: Design) => boolean;
  pull: (design: Design) => Design;
}

const has = (design: Design, id: Id): boolean => design.nodes.some((node) => node.id === id);
const valueOf = (design: Design, id: Id, field: string): number => Number(design.nodes.find((node) => node.id === id)?.params[field]);
const linkOf = (design: Design, from: Id, to: Id): Id => design.links.find((link) => link.from === from && link.to === to)?.id ?? '';

/** Callers in front wait longer than those behind. */
const wired = (design: Design, from: Id, to: Id, timeoutMs: number): Design => {
  const made = connect(design, from, to);
  return setLinkParam(made, linkOf(made, from, to), 'timeoutMs', timeoutMs);
};
const unwired = (design: Design, from: Id, to: Id): Design => removeParts(design, { links: [linkOf(design, from, to)] });
const times = (design: Design, id: Id, field: string, factor: number): Design =>
  setParam(design, id, field, valueOf(design, id, field) * factor);

/** Who hands requests on to the servers. */
const frontOf = (design: Design): Id => (has(design, 'cdn-1') ? 'cdn-1' : 'users-1');

/** In the order in which they are tried. */
export const levers: readonly Lever[] = [
  {
    id: 'balancer',
    relieves: 'web-1',
    fits: (design) => !has(design, 'lb-1'),
    pull: (design) => {
      const front = frontOf(design);
      const balanced = addNode(unwired(design, front, 'web-1'), 'load-balancer', { x: 240, y: 0 });
      return times(wired(wired(balanced, front, 'lb-1', 6000), 'lb-1', 'web-1', 5000), 'web-1', 'instances', 4);
    },
  },
  {
    id: 'cdn',
    relieves: 'web-1',
    fits: (design) => !has(design, 'cdn-1') && valueOf(design, 'web-1', 'instances') >= 16,
    pull: (design) => {
      const edge = addNode(design, 'cdn', { x: 120, y: -120 });
      return times(wired(wired(edge, 'users-1', 'cdn-1', 8000), 'cdn-1', 'lb-1', 7000), 'web-1', 'instances', 2);
    },
  },
  { id: 'more-servers', relieves: 'web-1', fits: () => true, pull: (design) => times(design, 'web-1', 'instances', 4) },
  {
    id: 'cache',
    relieves: 'db-1',
    fits: (design) => !has(design, 'cache-1'),
    pull: (design) => {
      const cached = addNode(design, 'cache', { x: 720, y: -120 });
      return wired(setParam(setParam(cached, 'cache-1', 'serviceMs', 0.8), 'cache-1', 'capacityKeys', 20_000), 'web-1', 'cache-1', 1000);
    },
  },
  {
    id: 'bigger-database',
    relieves: 'db-1',
    fits: (design) => valueOf(design, 'db-1', 'vcpu') < 96,
    pull: (design) => times(design, 'db-1', 'vcpu', 4),
  },
  {
    id: 'more-cache',
    relieves: 'cache-1',
    fits: () => true,
    pull: (design) => times(setParam(design, 'cache-1', 'placement', 'ring'), 'cache-1', 'instances', 4),
  },
];

/** Small machines, so that a round is quick to play: what matters is what is saturated first. */
export const campaignStart: Design = draw({
  title: 'Twice the traffic, round by round',
  seconds: 40,
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: firstRate } },
    { id: 'web-1', kind: 'web-server', at: [480, 0], params: { vcpu: 2, cpuDynamicMs: 40, cpuStaticMs: 4, jobShare: 0 } },
    { id: 'db-1', kind: 'database', at: [720, 0], params: { vcpu: 1, replicas: 0, readsFrom: 'primary', cpuReadMs: 8, cpuWriteMs: 12 } },
  ],
  links: [
    ['users-1', 'web-1', { timeoutMs: 6000 }],
    ['web-1', 'db-1', { timeoutMs: 2000 }],
  ],
  workload: { staticShare: 40, writeShare: 6, keys: 10_000, keySkew: 0.8 },
});
