/** A case as a design to look at: what the case is played with, laid out for eyes. */

import type { Design } from '../design/design.ts';
import { addScenarioEvent, moveParts, setSeconds, setSeed, setTitle } from '../design/edits.ts';
import type { PlanAct } from '../engine/plan.ts';
import { build } from './builders.ts';
import type { ReferenceCase } from './caseFile.ts';
import type { Experiment } from './experiment.ts';

/** A whole run of a case may be hours; this much is enough to see a steady state in. */
const mostSeconds = 600;
const leastSeconds = 10;

const columnWidth = 260;
const rowHeight = 170;

/** How many wires lie between a part and the nearest one that nobody calls. */
function depthsOf({ nodes, links }: Design): Map<string, number> {
  const called = new Set(links.map(({ to }) => to));
  const sources = nodes.filter(({ id }) => !called.has(id));
  const depth = new Map((sources.length > 0 ? sources : nodes.slice(0, 1)).map(({ id }) => [id, 0]));
  for (const [id, at] of depth) for (const { from, to } of links) if (from === id && !depth.has(to)) depth.set(to, at + 1);
  return depth;
}

/** Columns from left to right, each around the same middle. */
function laidOut(design: Design): Design {
  const depths = depthsOf(design);
  const columns = new Map<number, string[]>();
  for (const { id } of design.nodes) {
    const depth = depths.get(id) ?? 0;
    columns.set(depth, [...(columns.get(depth) ?? []), id]);
  }
  const places = [...columns].flatMap(([depth, ids]) =>
    ids.map((id, row) => ({ id, x: depth * columnWidth, y: (row - (ids.length - 1) / 2) * rowHeight })),
  );
  return moveParts(design, places);
}

/** Faults that each replication brings along stand in no design: those of the first one are put on its timeline. */
function withActs(design: Design, acts: readonly PlanAct[]): Design {
  return acts.reduce((made, act) => {
    if (act.act !== 'crash' && act.act !== 'hang' && act.act !== 'slow' && act.act !== 'recover') return made;
    const node = made.nodes[act.node]?.id;
    if (node === undefined) return made;
    const event = { at: act.at, act: act.act, node, instance: act.instance < 0 ? null : act.instance };
    return addScenarioEvent(made, act.act === 'slow' ? { ...event, factor: act.factor } : event);
  }, design);
}

function designsIn(experiment: Experiment): { design: Design; seconds: number }[] {
  if (experiment.form === 'steady') return experiment.arms.map(({ design }) => ({ design, seconds: mostSeconds }));
  const { design, seconds, acts } = experiment;
  return [{ design: withActs(design, acts?.(0) ?? []), seconds: Math.min(mostSeconds, Math.max(leastSeconds, seconds)) }];
}

/** A long run may be played in another unit of time (scale.ts); one to look at need not be. */
const shortLength = { n: 1000, warmup: 0 };

/** One design, or those that the case holds against each other. Throws as `build` does. */
export function designsOf(given: ReferenceCase): Design[] {
  const short = given.full.counts === 'requests' ? { ...given, full: { ...given.full, ...shortLength }, quick: null } : given;
  const experiment = build(short);
  const parts = designsIn(experiment);
  const { timeScale = 1 } = experiment;
  return parts.map(({ design, seconds }, i) => {
    const which = parts.length > 1 ? ` (${i + 1})` : '';
    const title = `${given.id}${which}${timeScale === 1 ? '' : `: 1 s = ${timeScale} s`}`;
    return setTitle(setSeed(setSeconds(laidOut(design), Math.ceil(seconds)), given.id), title);
  });
}
