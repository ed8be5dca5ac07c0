/** Which explanation a number on the page has: by its name, whose it is, and the moment it is read at. */

import type { Design } from '../../../design/design.ts';
import { knownStore } from '../../../store/known.ts';
import type { RunState } from '../../../store/runStore.ts';
import { columnsOfLink } from '../../nodeNow.ts';
import { type Explained, explainNow, explainRun, type Interval } from './explained.ts';
import { explainGiven } from './explainedGiven.ts';
import { explainBusiness, explainCost } from './explainedMoney.ts';
import { explainPart, explainWire } from './explainedPart.ts';
import type { AskedNumber } from './WhyLayer.tsx';

/**
 * @param at the moment pointed at; null for the newest
 * @returns null where nothing is measured yet, or where there is no more to say than what the number is
 */
export function explain({ metric, of }: AskedNumber, at: number | null, run: RunState, design: Design): Explained | null {
  const { layout, index, frames } = run;
  const brought = explainGiven(metric, of);
  if (brought) return brought;
  const [whose, name] = splitName(metric);
  const money = explainCost(name, of, run, design) ?? explainBusiness(name, run, design);
  if (money || !layout) return money;
  const intervals = whose === 'chart' ? chartIntervals(at, run.time) : frames;
  const newest = intervals.at(-1);
  if (!newest) return null;
  if (of === null) return whose === 'run' ? explainRun(name, layout, frames) : explainNow(name, layout, intervals);
  const [id, instance] = of.split('#');
  const node = index?.nodes.findIndex((each) => each.id === id) ?? -1;
  if (node >= 0) return explainPart(name, node, layout, newest, instance === undefined ? null : Number(instance));
  return index && explainWire(name, columnsOfLink(layout, index, id), layout, newest);
}

type Whose = 'run' | 'now' | 'chart';

function splitName(metric: string): [Whose, string] {
  const found = /^(now|chart)-(.+)$/.exec(metric);
  return found ? [found[1] as Whose, found[2]] : ['run', metric];
}

/** Those that the charts draw, up to the moment that is read, or where the run stands. */
function chartIntervals(at: number | null, time: number): readonly Interval[] {
  const list = knownStore.getState().buckets?.list ?? [];
  return list.filter(({ start, end }) => (at === null ? end <= time + 1e-6 : start <= at));
}
