/**
 * A campaign: one server and one database, and twice the traffic each round. What is saturated first has to be relieved, by the lever
 * of the chapter that is next for it: a balancer and more servers, a CDN, a cache and more nodes of it, a bigger machine.
 */

import type { Design, Id } from '../design/design.ts';
import { addNode, connect, removeParts, setLinkParam, setParam } from '../design/edits.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { draw, type Template } from './template.ts';

/** Requests per second of the first round; each further round has twice as many. */
export const firstRate = 100;
export const campaignRounds = 9;
/** A part that is busier than this, of 1, has to be relieved. */
export const tooBusy = 0.85;

export interface Lever {
  id: 'balancer' | 'more-servers' | 'cdn' | 'cache' | 'more-cache' | 'bigger-database';
  /** The part that it relieves. */
  relieves: Id;
  /** Of the part that it brings, where it brings a new sort of part. */
  brings?: NodeKind;
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
    brings: 'load-balancer',
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
    brings: 'cdn',
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
    brings: 'cache',
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

const bigger = [['web-1', 'vcpu', 16]] as const;
const doubling = (at: number, ratePerSecond: number) =>
  ({ at, act: 'set', node: 'users-1', field: 'ratePerSecond', value: ratePerSecond }) as const;

/** The same to be played by hand: half the traffic of the first round, and twice as much every minute. What gives way is yours to relieve. */
export const campaign: Template = {
  id: 'campaign',
  design: {
    ...setParam(campaignStart, 'users-1', 'ratePerSecond', firstRate / 2),
    seconds: 600,
    scenario: [1, 2, 3, 4, 5, 6, 7, 8].map((minute) => doubling(60 * minute, (firstRate / 2) * (1 << minute))),
  },
  mustShow: [
    { claim: 'One server does 50 requests a second', from: 15, to: 60, of: 'users', metric: 'failedShare', least: 0, most: 0.002 },
    { claim: '… and is two thirds busy', from: 15, to: 60, of: 'web-1', metric: 'utilization', least: 0.58, most: 0.7 },
    { claim: 'Twice as many are too many for it', from: 80, to: 120, of: 'web-1', metric: 'utilization', least: 0.99, most: 1 },
    { claim: '… and some are never served', from: 80, to: 120, of: 'users', metric: 'failedShare', least: 0.2, most: 1 },
    {
      claim: 'A machine eight times as big serves them',
      given: bigger,
      from: 80,
      to: 120,
      of: 'users',
      metric: 'failedShare',
      least: 0,
      most: 0.002,
    },
    {
      claim: '… until the database is what gives way',
      given: bigger,
      from: 200,
      to: 240,
      of: 'db-1',
      metric: 'utilization',
      least: 0.98,
      most: 1,
    },
    { claim: '… while the server has room', given: bigger, from: 200, to: 240, of: 'web-1', metric: 'utilization', least: 0.1, most: 0.6 },
  ],
};
