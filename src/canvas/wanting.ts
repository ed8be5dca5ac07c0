/** Which wires a part lacks, as the static check knows, for the ghosts beside its knobs. Pure. */

import type { DesignLink, Id } from '../design/design.ts';
import type { Problem, ProblemCode } from '../design/problems.ts';

export interface Lacks {
  /** Calls nobody whom it has to call. */
  callees: boolean;
  /** No wire leads to it, and nobody reaches it. */
  callers: boolean;
  /** No request can come here, by whatever wires. */
  isUnreached: boolean;
}

const noLack: Lacks = { callees: false, callers: false, isUnreached: false };
const callsNobody: readonly ProblemCode[] = ['needs-wire', 'users-lead-nowhere', 'steers-nothing'];

export function lacksOf(node: Id, problems: readonly Problem[], links: readonly DesignLink[]): Lacks {
  const own = problems.filter((problem) => problem.node === node);
  if (own.length === 0) return noLack;
  const isUnreached = own.some(({ code }) => code === 'unreachable');
  return {
    callees: own.some(({ code }) => callsNobody.includes(code)),
    callers: isUnreached && !links.some(({ to }) => to === node),
    isUnreached,
  };
}
