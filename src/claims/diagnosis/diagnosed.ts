/** Plays designs whose trouble is known, and diagnoses them at a moment. */

import type { Design } from '../../design/design.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { type Diagnosis, diagnose } from '../../runner/diagnosis/diagnose.ts';
import { runHeadless } from '../../runner/headless.ts';

/** @returns the diagnosis of a design's run at a simulated second, with parts named by their ids */
export function diagnosedAt(
  design: Design,
  at: number,
): Diagnosis & { where: string; by: string; wire: string; victimIds: readonly string[] } {
  const { plan } = compile({ ...design, seconds: Math.max(design.seconds, at) });
  if (!plan) throw new Error('this design cannot run');
  const { layout, frames, notes } = runHeadless(plan, behaviors, { seconds: at });
  const found = diagnose({ design, plan, layout, frames, notes: notes.filter(({ time }) => time <= at) });
  if (!found) throw new Error('nothing to diagnose');
  const nameOf = (node: number | undefined) => plan.nodes[node ?? -1]?.id ?? '';
  return {
    ...found,
    where: nameOf(found.cause?.node),
    by: nameOf(found.cause?.by),
    wire: plan.links[found.cause?.link ?? -1]?.id ?? '',
    victimIds: found.victims.map(nameOf),
  };
}
