/** What befalls a whole region or zone at once, or the network between two of them, as the acts on parts and wires that it is. Pure. */

import type { LinkFault } from '../schema/faults.ts';
import type { Design, DesignLink, Id, ScenarioEvent } from './design.ts';
import { controlLinks, specOf } from './wires.ts';

/**
 * - `lose`: the power is gone. What was in memory is lost, and nobody answers or refuses
 * - `crash`, `hang`, `slow`, `recover`: of every machine
 * - `cut`: no wire between the region and the rest carries anything, and nobody is told
 * - `gray`: a little of what goes over the border is lost, and all of it is late
 * - `join` ends what has befallen the wires over the border
 */
export const regionActs = ['lose', 'crash', 'hang', 'slow', 'gray', 'cut', 'recover', 'join'] as const;
export type RegionAct = (typeof regionActs)[number];

/** Between two groups: nothing comes through either way, or nothing that goes out of the first, or nothing that comes into it. */
export const ways = ['both', 'out', 'in'] as const;
export type Way = (typeof ways)[number];

/** A gray failure as the domain brief has it: 1 % lost, 100 ms more on the round trip. */
const grayFaults: readonly (readonly [LinkFault, number])[] = [
  ['loss', 1],
  ['latency', 100],
];
/** What can befall the wires over a border by these acts. */
const borderFaults: readonly LinkFault[] = ['partition', 'requests-lost', 'answers-lost', 'loss', 'latency'];
/** How many times slower machines of a slow region work. */
export const regionSlowFactor = 5;

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;
type RegionEvent = WithoutTime<ScenarioEvent>;

/** A way that calls take over a drawn wire. `from` only where not all who call over the wire are meant. */
interface Route {
  link: Id;
  from?: Id;
  /** Where the calls come from, and where they go. */
  caller: Id;
  callee: Id;
}

/** Ends by itself, or goes on. */
const until = (seconds: number | undefined): { seconds?: number } => (seconds !== undefined && seconds > 0 ? { seconds } : {});

/**
 * Its people stay as they are: what a region loses is its machines.
 * @param seconds after which it ends by itself
 */
export function actsOnRegion(design: Design, group: Id, act: RegionAct, seconds?: number): RegionEvent[] {
  const inside = membersOf(design, group);
  const border = routesOf(design, ({ caller, callee }) => inside.has(caller) !== inside.has(callee));
  const machines = design.nodes.filter(({ id, kind }) => inside.has(id) && specOf(kind).role !== 'source');
  const all = (health: 'crash' | 'hang' | 'slow' | 'recover'): RegionEvent[] =>
    machines.map(({ id }) => ({
      act: health,
      node: id,
      instance: null,
      ...(health === 'slow' ? { factor: regionSlowFactor } : {}),
      ...(health === 'recover' ? {} : until(seconds)),
    }));
  switch (act) {
    case 'lose':
      return machines.length === 0 ? [] : [...all('crash'), ...strike(border, 'partition', seconds)];
    case 'cut':
      return strike(border, 'partition', seconds);
    case 'gray':
      return grayFaults.flatMap(([fault, value]) => strike(border, fault, seconds, value));
    case 'join':
      return mend(border);
    default:
      return all(act);
  }
}

/** The network between two groups falls silent. @param seconds after which it ends by itself */
export function partitionBetween(design: Design, group: Id, other: Id, way: Way, seconds?: number): RegionEvent[] {
  const [out, into] = between(design, group, other);
  if (way === 'both') return strike([...out, ...into], 'partition', seconds);
  const [forth, back] = way === 'out' ? [out, into] : [into, out];
  return [...strike(forth, 'requests-lost', seconds), ...strike(back, 'answers-lost', seconds)];
}

/** Ends everything that has befallen the network between two groups. */
export function joinBetween(design: Design, group: Id, other: Id): RegionEvent[] {
  return mend(between(design, group, other).flat());
}

/** Ways of calls from the first group to the other, and from the other to the first. */
function between(design: Design, group: Id, other: Id): [Route[], Route[]] {
  const [here, there] = [membersOf(design, group), membersOf(design, other)];
  return [
    routesOf(design, ({ caller, callee }) => here.has(caller) && there.has(callee)),
    routesOf(design, ({ caller, callee }) => there.has(caller) && here.has(callee)),
  ];
}

const membersOf = (design: Design, group: Id): ReadonlySet<Id> =>
  new Set(design.nodes.filter((node) => node.group === group).map(({ id }) => id));

/** Ways of calls that `counts` names. A wire from a resolver is one for its checks, and one for everybody who asks it. */
function routesOf(design: Design, counts: (route: Route) => boolean): Route[] {
  const control = controlLinks(design);
  return design.links
    .filter(({ id }) => !control.has(id))
    .flatMap((link): Route[] => {
      const all = routesOver(design, link);
      const those = all.filter(counts);
      const [first] = those;
      if (first === undefined) return [];
      if (those.length === all.length) return [{ link: link.id, caller: first.caller, callee: first.callee }];
      return those;
    });
}

function routesOver(design: Design, { id, from, to }: DesignLink): Route[] {
  const roleOf = (node: Id) => {
    const kind = design.nodes.find((each) => each.id === node)?.kind;
    return kind === undefined ? null : specOf(kind).role;
  };
  const own = { link: id, from, caller: from, callee: to };
  if (roleOf(from) !== 'resolver') return [own];
  const direct = new Set(design.links.filter((link) => link.to === to).map((link) => link.from));
  const asking = design.links.filter((link) => link.to === from && roleOf(link.from) === 'source' && !direct.has(link.from));
  const askers = asking.map((link) => link.from);
  return [own, ...askers.map((asker) => ({ link: id, from: asker, caller: asker, callee: to }))];
}

const strike = (routes: readonly Route[], fault: LinkFault, seconds: number | undefined, value?: number): RegionEvent[] =>
  routes.map(({ link, from }) => ({
    act: 'strike-link',
    link,
    fault,
    ...(value === undefined ? {} : { value }),
    ...until(seconds),
    ...(from === undefined ? {} : { from }),
  }));

const mend = (routes: readonly Route[]): RegionEvent[] =>
  borderFaults.flatMap((fault) =>
    routes.map(({ link, from }) => ({ act: 'mend-link', link, fault, ...(from === undefined ? {} : { from }) })),
  );
