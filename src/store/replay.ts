/** The design whose run from its beginning is the run that was watched, with everything that was done to it. Pure. */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { mostParts } from '../design/rules.ts';
import { applyChange } from '../runner/changes.ts';

/** Whether two designs make the same run: everything but titles, labels and places. Cheap when they share parts. */
export function runsAlike(a: Design, b: Design): boolean {
  return (
    a === b ||
    (a.seed === b.seed &&
      a.seconds === b.seconds &&
      same(a.scenario, b.scenario) &&
      same(a.workload, b.workload) &&
      alike(a.nodes, b.nodes, (x, y) => x.id === y.id && x.kind === y.kind && x.group === y.group && same(x.params, y.params)) &&
      alike(a.links, b.links, (x, y) => x.id === y.id && x.from === y.from && x.to === y.to && same(x.params, y.params)) &&
      alike(a.groups, b.groups, (x, y) => x.id === y.id && x.region === y.region))
  );
}

/** The changes done while it ran, laid into the scenario at their exact times; behind what was planned for the same moment. */
export function withInterventions(startedFrom: Design, interventions: readonly ScenarioEvent[]): Design {
  if (interventions.length === 0) return startedFrom;
  return { ...startedFrom, scenario: [...startedFrom.scenario, ...interventions].sort((a, b) => a.at - b.at) };
}

/** The parameters a run stands at when it has taken these interventions. */
export function reachedBy(startedFrom: Design, interventions: readonly ScenarioEvent[]): Design {
  return interventions.reduce((design, { at: _at, ...change }) => applyChange(design, change), startedFrom);
}

/**
 * What a shared link holds. When the design in hand is the one the run began with plus what was done to it while it ran, the
 * link holds that beginning and those acts, so the receiver gets this run's numbers; titles, labels and places are the newest.
 * After any other edit, without acts, or with more acts than a design may hold, the link holds the design in hand.
 */
export function designToShare(current: Design, startedFrom: Design | null, interventions: readonly ScenarioEvent[]): Design {
  if (!startedFrom || interventions.length === 0) return current;
  if (startedFrom.scenario.length + interventions.length > mostParts.scenario) return current;
  if (!runsAlike(reachedBy(startedFrom, interventions), current)) return current;
  const begun = withInterventions(startedFrom, interventions);
  const looks = new Map(current.nodes.map((node) => [node.id, node]));
  return {
    ...begun,
    title: current.title,
    nodes: begun.nodes.map((node) => ({ ...(looks.get(node.id) ?? node), params: node.params })),
    groups: current.groups,
  };
}

function alike<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((x, i) => x === b[i] || equal(x, b[i])));
}

/** Plain data of a design: equal when every value in it is. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
