/** The cases spread over all cores: the longest first, each worker taking the next when it is done with one. */

import type { Machine } from '../../src/physics/budget.ts';
import { readCase } from '../../src/physics/caseFile.ts';
import type { Listed } from '../../src/physics/caseList.ts';
import { type CaseResult, type Options, runListed, type Watching } from '../../src/physics/check.ts';
import { lengthOf } from '../../src/physics/length.ts';
import { isHiredAs, nodeCrew, serveNodeCrew } from '../nodeCrew.ts';

interface Job {
  listed: Listed;
  options: Options;
}

const role = 'validate';

/** This thread's own memory, or this process's: what the case in hand uses. */
const machine: Machine = {
  clockMs: () => performance.now(),
  usedBytes: () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  },
};

/** How often a worker says that it is still at work. */
const beatMs = 1000;

/** The other side: called where the bundle finds itself a worker. True when it does. */
export function servesAsWorker(): boolean {
  if (!isHiredAs(role)) return false;
  serveNodeCrew<Job, null, CaseResult>(({ listed, options }, say) => {
    let said = machine.clockMs();
    const onBeat: Watching['onBeat'] = () => {
      if (machine.clockMs() - said < beatMs) return;
      said = machine.clockMs();
      say(null);
    };
    return runListed(listed, options, { machine, onBeat });
  });
  return true;
}

/** A run of its own for every replication costs about as much as a thousand requests. */
const runCost = 1000;

function costOf({ value, position, problem }: Listed, quick: boolean): number {
  if (problem !== null) return 0;
  const { n, counts } = lengthOf(readCase(value, position), quick);
  return counts === 'replications' ? n * runCost : n;
}

/**
 * @param bundle this command as a file that can be a worker, or null to play everything here
 * @param onResult called as each case ends, in the order of their ends, with its place in the file
 * @returns in the order of the file
 */
export async function playAll(
  cases: readonly Listed[],
  options: Options,
  bundle: URL | null,
  onResult: (result: CaseResult, at: number) => void,
): Promise<CaseResult[]> {
  const told = (result: CaseResult, at: number) => {
    onResult(result, at);
    return result;
  };
  if (bundle === null) return cases.map((listed, at) => told(runListed(listed, options, { machine }), at));
  const crew = nodeCrew<Job, null, CaseResult>(bundle, role);
  const results: CaseResult[] = [];
  const order = cases.map((listed, at) => ({ listed, at, cost: costOf(listed, options.quick) })).sort((a, b) => b.cost - a.cost);
  await Promise.all(
    order.map(async ({ listed, at }) => {
      const end = await crew.add({ listed, options }).ended;
      results[at] = told(end.end === 'done' ? end.result : broken(listed, end.end === 'failed' ? end.reason : 'cancelled'), at);
    }),
  );
  // idle workers would keep the command waiting
  crew.cancelAll();
  return results;
}

function broken({ id, kind }: Listed, reason: string): CaseResult {
  const none = { n: 0, counts: 'requests' as const, metrics: [], events: 0, seconds: 0 };
  return { id, kind, verdict: 'failed', reason: `its worker broke down: ${reason}`, ...none };
}
