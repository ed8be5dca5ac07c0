/** The number that a measure asks for, out of a design and its run. All counting is done by `runner`; here it is only chosen. Pure. */

import type { Design } from '../design/design.ts';
import { requestClasses } from '../engine/plan.ts';
import { runColumn } from '../runner/columnIndex.ts';
import { costOf } from '../runner/cost.ts';
import { summarise } from '../runner/summary.ts';
import { busiestOf, partNumber, taken } from './columnsTaken.ts';
import { framesOver } from './framesOver.ts';
import type { DesignFigure, Measure } from './goal.ts';
import { incidentsOf, numberOf, worstOf } from './incidents.ts';
import { jobsNumber } from './jobsNumber.ts';
import { idsOf } from './parts.ts';
import type { RunSoFar, Situation } from './situation.ts';
import { usersNumber } from './usersNumber.ts';

/**
 * @returns the number in the unit of the measure's name (shares are 0 to 1, `…Ms` milliseconds, `…Seconds` simulated seconds); null while
 * it cannot be said: no run, no such part or column, or too few answers for a percentile
 */
export function measure(asked: Measure, situation: Situation): number | null {
  const { design, run } = situation;
  switch (asked.of) {
    case 'design':
      return designNumber(asked.figure, situation);
    case 'count':
      return design.nodes.filter(({ kind }) => asked.kinds.includes(kind)).length;
    case 'setting':
      return settingNumber(design, asked);
    case 'workload':
      return finite(Number(design.workload.params[asked.field]));
    case 'quotient': {
      const over = measure(asked.over, situation);
      const under = measure(asked.under, situation);
      return over === null || under === null || under === 0 ? null : over / under;
    }
  }
  if (run === null) return null;
  if (asked.of === 'incident') {
    const incidents = incidentsOf(run);
    return asked.which === 'worst' ? worstOf(incidents, asked.figure) : numberOf(incidents[asked.which], asked.figure);
  }
  const frames = framesOver(situation.design, run, asked.over);
  if (frames.length === 0) return null;
  switch (asked.of) {
    case 'users':
      return usersNumber(asked, run, frames);
    case 'part':
      return partNumber(asked, design, run, frames);
    case 'run': {
      const column = runColumn(run.layout, asked.column);
      return column < 0 ? null : taken(asked.take, run.layout, frames, [column]);
    }
    case 'jobs':
      return jobsNumber(asked, design, run, frames);
    case 'busiest':
      return busiestOf(run, frames, asked.except)?.busy ?? null;
  }
}

/**
 * What a number that cannot be said yet will at least come to: an outage that is not over is no shorter than it is already.
 * @returns in the unit of the measure; null where nothing is known of it
 */
export function leastSoFar(asked: Measure, { run }: Situation): number | null {
  if (run === null || asked.of !== 'incident' || asked.figure !== 'recoverySeconds') return null;
  const incidents = incidentsOf(run);
  const those = asked.which === 'worst' ? incidents : incidents.slice(asked.which, asked.which + 1);
  return those.length === 0 ? null : Math.max(...those.map(({ recoveryAtLeastSeconds }) => recoveryAtLeastSeconds));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function settingNumber(design: Design, { parts, field }: Extract<Measure, { of: 'setting' }>): number | null {
  const ids = idsOf(design, parts);
  const values = design.nodes.filter(({ id }) => ids.includes(id)).map(({ params }) => Number(params[field]));
  return values.length === 0 ? null : finite(values.reduce((sum, value) => sum + value, 0));
}

function designNumber(figure: DesignFigure, { design, run, singlePoints }: Situation): number | null {
  switch (figure) {
    case 'costPerMonthUsd':
      return costOf(design, run && run.frames.length > 0 ? summarise(run) : null).usdPerMonth;
    case 'singlePoints':
      return singlePoints ?? null;
    case 'parts':
      return design.nodes.length;
    case 'reachableClasses':
      return run && reachable(run);
  }
}

/** Of the classes that were asked for, the share of which at least one was answered well. */
function reachable(run: RunSoFar): number | null {
  if (run.frames.length === 0) return null;
  const { classes } = summarise(run);
  const asked = requestClasses.filter((name) => classes[name].offered > 0);
  return asked.length === 0 ? null : asked.filter((name) => classes[name].completed > 0).length / asked.length;
}
