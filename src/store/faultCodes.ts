/** Codes that a candidate was told: what each strikes in the run that is watched. */

import { stopsRun } from '../design/problems.ts';
import { type CodeReading, readCode } from '../prompts/faultCodes.ts';
import { deckEvents } from '../prompts/faultDeck.ts';
import { callsNow } from './callsNow.ts';
import { designStore } from './designStore.ts';
import { interviewStore, keep } from './interview.ts';
import { doNow } from './runController.ts';
import { runStore } from './runStore.ts';

export type CodeOutcome = 'struck' | 'no-run' | 'no-part' | Extract<CodeReading, { ok: false }>['why'];

/** Strikes the fault of a code, now. A code that could not strike is not used up. */
export function strikeByCode(typed: string): CodeOutcome {
  const { kept } = interviewStore.getState();
  if (!kept?.session) return 'other-session';
  const used = kept.struck.map(({ code }) => code);
  const read = readCode(typed, kept.session.id, kept.session.marks, used);
  if (!read.ok) return read.why;
  const { status, time, problems } = runStore.getState();
  if (status === 'finished' || status === 'crashed' || time <= 0 || problems.some(stopsRun)) return 'no-run';
  const events = deckEvents(read.fault, designStore.getState().design, time, callsNow);
  if (events.length === 0) return 'no-part';
  for (const { at: _, ...change } of events) doNow(change);
  keep({ struck: [...kept.struck, { at: kept.clock.elapsed, code: read.code, fault: read.fault }] });
  return 'struck';
}
