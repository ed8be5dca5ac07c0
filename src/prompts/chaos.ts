/** What goes wrong in a graded run: the chaos of a prompt as events on the timeline of a design that nobody has seen yet. Pure. */

import type { Design, Id, ScenarioEvent } from '../design/design.ts';
import { actsOnRegion } from '../design/regionFaults.ts';
import { sourcesOf, specOf } from '../design/wires.ts';
import { faultsOf } from '../schema/faults.ts';
import type { Chaos } from './prompt.ts';
import { busiestOf, type Calls, partsOf, targetsOf } from './targets.ts';

const deaths = ['crash', 'hang', 'slow'] as const;

/**
 * Events of one chaos event at simulated seconds from the run's start; none where it applies to no one.
 * @param warmUpSeconds before the graded stretch, from whose beginning `chaos.at` counts
 * @param calls how busy the parts are; asked only where it makes a difference
 */
export function eventsOf(chaos: Chaos, design: Design, warmUpSeconds: number, calls: () => Calls): ScenarioEvent[] {
  const at = warmUpSeconds + chaos.at;
  const lasts = chaos.seconds === undefined ? {} : { seconds: chaos.seconds };
  const thenBack = (forth: ScenarioEvent, back: ScenarioEvent) =>
    chaos.seconds === undefined ? [forth] : [forth, { ...back, at: at + chaos.seconds }];
  if ('strike' in chaos) {
    const { target, fault, value } = chaos.strike;
    return targetsOf(design, target, calls).flatMap((node) => struck({ at, node, ...lasts }, design, fault, target.instance, value));
  }
  if ('wires' in chaos) {
    const { from, to, fault, value } = chaos.wires;
    const [callers, callees] = [from, to].map((parts) => new Set(partsOf(design, parts).map(({ id }) => id)));
    return design.links
      .filter((link) => callers.has(link.from) && callees.has(link.to))
      .map(({ id }) => ({ at, act: 'strike-link', link: id, fault, ...(value === undefined ? {} : { value }), ...lasts }));
  }
  if ('place' in chaos) {
    const { pick, act } = chaos.place;
    return placesOf(design, pick, calls).flatMap((group) =>
      actsOnRegion(design, group, act, chaos.seconds).map((event): ScenarioEvent => ({ ...event, at })),
    );
  }
  if ('set' in chaos) {
    const { target, field, value } = chaos.set;
    return targetsOf(design, target, calls).flatMap((node) => {
      const before = design.nodes.find(({ id }) => id === node)?.params[field];
      const set = { at, act: 'set', node, field } as const;
      return before === undefined ? [] : thenBack({ ...set, value }, { ...set, value: before });
    });
  }
  if ('workload' in chaos) {
    const { field, value } = chaos.workload;
    const set = { at, act: 'set-workload', field } as const;
    return thenBack({ ...set, value }, { ...set, value: design.workload.params[field] });
  }
  const { field, value, only } = chaos.users;
  return sourcesOf(design)
    .filter(({ id, params }) => (only === undefined || id === only) && Object.hasOwn(params, field))
    .flatMap(({ id, params }) => {
      const set = { at, act: 'set', node: id, field } as const;
      return thenBack({ ...set, value }, { ...set, value: params[field] });
    });
}

/** A death, or a fault of the kind's own; nothing where the part knows no such fault. */
function struck(
  event: { at: number; node: Id; seconds?: number },
  design: Design,
  fault: string,
  which: 'all' | 'one',
  value: number | undefined,
): ScenarioEvent[] {
  const kind = design.nodes.find(({ id }) => id === event.node)?.kind;
  if (kind === undefined) return [];
  const instance = which === 'all' ? null : 0;
  const death = deaths.find((each) => each === fault);
  if (death) return [{ ...event, act: death, instance, ...(value === undefined ? {} : { factor: value }) }];
  const spec = faultsOf(specOf(kind))[fault];
  if (!spec) return [];
  const { seconds: _, ...atOnce } = event;
  const ends = spec.lasts ? event : atOnce;
  return [{ ...ends, act: 'strike', fault, instance: spec.per === 'node' ? null : instance, ...(value === undefined ? {} : { value }) }];
}

/** Groups with machines in them. */
function placesOf(design: Design, pick: 'busiest' | 'all', calls: () => Calls): Id[] {
  const machines = (group: Id) => design.nodes.filter((node) => node.group === group && specOf(node.kind).role !== 'source');
  const places = design.groups.map(({ id }) => id).filter((id) => machines(id).length > 0);
  if (pick === 'all' || places.length <= 1) return places;
  const known = calls();
  const sums = places.map((id): [Id, number] => [id, machines(id).reduce((sum, node) => sum + (known.get(node.id) ?? 0), 0)]);
  return [busiestOf(places, new Map(sums))];
}
