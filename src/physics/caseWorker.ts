/** A worker of the page that plays cases, one after the other, and says how far it has come. */

import type { Design } from '../design/design.ts';
import { serveCrew } from '../runner/crewMember.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { designsOf } from './caseDesign.ts';
import { readCase } from './caseFile.ts';
import type { Listed } from './caseList.ts';
import { type CaseResult, runListed } from './check.ts';
import type { Progress } from './progress.ts';

export type CaseJob = { what: 'play'; listed: Listed; quick: boolean } | { what: 'designs'; listed: Listed };

/** What is known so far. */
export interface CaseSoFar {
  done: number;
  of: number;
  found: Readonly<Record<string, Estimate>>;
}

export type CaseAnswer = { result: CaseResult } | { designs: readonly Design[] };

/** Ten pictures a second are enough for eyes. */
const leastMs = 100;
/** As often as this even when there is nothing new: silence would be taken for a breakdown. */
const mostMs = 5000;

function play(listed: Listed, quick: boolean, say: (soFar: CaseSoFar | null) => void): CaseResult {
  let said = performance.now();
  const onBeat = (progress: Progress | null) => {
    const silentMs = performance.now() - said;
    if (silentMs < (progress ? leastMs : mostMs)) return;
    said = performance.now();
    say(progress && { done: progress.done, of: progress.of, found: progress.found() });
  };
  return runListed(listed, { quick }, { onBeat });
}

serveCrew<CaseJob, CaseSoFar | null, CaseAnswer>((job, say) => {
  const { listed } = job;
  if (job.what === 'designs') return { designs: designsOf(readCase(listed.value, listed.position)) };
  return { result: play(listed, job.quick, say) };
});
