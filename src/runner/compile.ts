/** Design in, plan out: the only place where the page's words become the engine's numbers. Pure. */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { groupParamsOf } from '../design/groupFields.ts';
import { type Problem, stopsRun } from '../design/problems.ts';
import { problemsOf } from '../design/rules.ts';
import { specOf } from '../design/wires.ts';
import { workloadFields } from '../design/workloadFields.ts';
import type { Plan, PlanAct, PlanFate } from '../engine/plan.ts';
import { type Field, toEngineNumber } from '../schema/fields.ts';
import { actsOf } from './changes.ts';
import { compileLinks } from './compileLinks.ts';
import { compileNodes } from './compileNodes.ts';
import type { PlanIndex } from './planIndex.ts';

/** Frames of a whole run fit into what the page keeps (`longestFrames` of the run store); a short run has one a second. */
const mostFrames = 3600;
const frameLengths = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600] as const;

export interface Compiled {
  /** null when a problem forbids the run. */
  plan: Plan | null;
  problems: readonly Problem[];
  index: PlanIndex;
}

/** Simulated seconds per frame: the shortest of a few round lengths with which the run has at most `mostFrames`. */
export function frameSecondsFor(seconds: number): number {
  return frameLengths.find((length) => seconds / length <= mostFrames) ?? Math.ceil(seconds / mostFrames);
}

/**
 * The scenario as acts, in order of time; events of one time keep their order, and one that names a missing part is left out
 * (`problemsOf` warns about it).
 */
function compileScenario(design: Design, index: PlanIndex): PlanAct[] {
  const acts: PlanAct[] = [];
  const byTime = (a: ScenarioEvent, b: ScenarioEvent) => a.at - b.at;
  for (const { at, ...change } of [...design.scenario].sort(byTime)) {
    for (const act of actsOf(design, index, change) ?? []) acts.push({ at, ...act });
  }
  return acts;
}

/** Places that go down by themselves, with all their machines; nothing where there is none. */
function compileFates(design: Design): Pick<Plan, 'fates'> {
  const fates = design.groups.flatMap((group): PlanFate[] => {
    const { mtbfHours, mttrHours, breakdown } = groupParamsOf(group);
    const nodes = design.nodes.flatMap((node, n) => (node.group === group.id && specOf(node.kind).role !== 'source' ? [n] : []));
    if (mtbfHours === 0 || nodes.length === 0) return [];
    return [{ id: group.id, nodes, mtbfSeconds: mtbfHours * 3600, mttrSeconds: mttrHours * 3600, silent: breakdown === 'hang' }];
  });
  return fates.length === 0 ? {} : { fates };
}

/** The plan of a design, what is wrong with it, and how to read the plan's indices. Parts keep the design's order. */
export function compile(design: Design): Compiled {
  const problems = problemsOf(design);
  const nodes = compileNodes(design);
  const { links, drawn } = compileLinks(design);
  let firstSlot = 0;
  const index: PlanIndex = {
    nodes: nodes.map(({ id, slots }) => {
      firstSlot += slots;
      return { id, firstSlot: firstSlot - slots, slots };
    }),
    links: drawn,
  };
  if (problems.some(stopsRun)) return { plan: null, problems, index };
  const { params, trace, recording } = design.workload;
  const plan: Plan = {
    seed: design.seed,
    frameSeconds: frameSecondsFor(design.seconds),
    seconds: design.seconds,
    nodes,
    links,
    workload: {
      params: Object.entries(workloadFields as Record<string, Field>).map(([name, field]) =>
        toEngineNumber(field, params[name] ?? field.default),
      ),
      trace: trace?.values ?? [],
      traceSeconds: trace?.seconds ?? 0,
      recording: recording && { instants: recording.instants, demands: recording.demandsMs.map((ms) => ms / 1000) },
    },
    acts: compileScenario(design, index),
    ...compileFates(design),
  };
  return { plan, problems, index };
}
