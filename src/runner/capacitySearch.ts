/** Plays what `capacity.ts` decides to look at, on a crew of workers. Page and command line differ only in the crew. */

import type { Design } from '../design/design.ts';
import { setSeconds, setWorkloadParam } from '../design/edits.ts';
import { workloadFields } from '../design/workloadFields.ts';
import type { Plan } from '../engine/plan.ts';
import { type CapacityAsked, looks, nextFactor, type Probe, probeOf } from './capacity.ts';
import { compile } from './compile.ts';
import { type ReplicaCrew, type Replicas, replicate } from './replicate.ts';
import type { World } from './world.ts';

export interface CapacityHooks {
  /** A probe with more worlds than before; the last of a multiple has its verdict. */
  onProbe(probe: Probe, isDecided: boolean): void;
  /** A multiple that is begun. */
  onBegin?(factor: number): void;
  onFailed(factor: number, reason: string): void;
}

/** The highest multiple of the design's traffic that its field can hold; 0 where there is no traffic to multiply. */
export function mostFactorOf(design: Design): number {
  const now = Number(design.workload.params.traffic);
  return now > 0 ? workloadFields.traffic.max / now : 0;
}

/** The design under a multiple of its traffic. */
export const underTraffic = (design: Design, factor: number): Design =>
  setWorkloadParam(design, 'traffic', Number(design.workload.params.traffic) * factor);

export const planUnder = (design: Design, asked: CapacityAsked, factor: number): Plan | null =>
  compile(setSeconds(underTraffic(design, factor), asked.seconds)).plan;

/** Ends when the bracket is narrow, when nothing can be found, or when a world could not be played. */
export function searchCapacity(crew: ReplicaCrew, design: Design, asked: CapacityAsked, hooks: CapacityHooks): Replicas {
  let isCancelled = false;
  let running: Replicas | null = null;

  const playUntilDecided = async (factor: number, plan: Plan): Promise<Probe | null> => {
    const worlds: World[] = [];
    let probe: Probe | null = null;
    let hasFailed = false;
    for (const look of looks) {
      const numbers = Array.from({ length: look - worlds.length }, (_, i) => worlds.length + i + 1);
      running = replicate(crew, [plan], numbers, {
        onWorld: (_, world) => worlds.push(world),
        onFailed(_, _world, reason) {
          if (!hasFailed) hooks.onFailed(factor, reason);
          hasFailed = true;
        },
      });
      await running.ended;
      if (isCancelled || hasFailed) return null;
      worlds.sort((a, b) => a.number - b.number);
      probe = probeOf(factor, worlds, asked);
      const isDecided = probe.verdict !== 'open' || look === looks.at(-1);
      hooks.onProbe(probe, isDecided);
      if (isDecided) return probe;
    }
    return probe;
  };

  const search = async (): Promise<void> => {
    const probes: Probe[] = [];
    const most = mostFactorOf(design);
    for (;;) {
      const factor = most > 0 ? nextFactor(probes, asked.precision, most) : null;
      const plan = factor === null ? null : planUnder(design, asked, factor);
      if (factor === null || plan === null) return;
      hooks.onBegin?.(factor);
      const probe = await playUntilDecided(factor, plan);
      if (probe === null) return;
      probes.push(probe);
    }
  };

  return {
    ended: search(),
    cancel() {
      isCancelled = true;
      running?.cancel();
    },
  };
}
