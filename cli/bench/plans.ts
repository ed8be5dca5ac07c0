import type { Design } from '../../src/design/design.ts';
import type { Plan } from '../../src/engine/plan.ts';
import { compile } from '../../src/runner/compile.ts';

/** A design of the bench as the engine takes it; one that cannot run is a fault of the bench. */
export function planOf(design: Design): Plan {
  const { plan, problems } = compile(design);
  if (!plan) throw new Error(`the bench's design does not compile: ${JSON.stringify(problems)}`);
  return plan;
}
