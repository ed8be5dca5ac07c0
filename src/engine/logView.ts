/**
 * What a log collector shows, as one row of numbers that can cross to the page: its newest lines, and how many lines of each message there
 * are by host and version. Made on demand, no state of the run.
 */

/** What a line says: an answer of a host, or a question of its own that failed. */
export type LogMessage = { said: 'answer'; cls: number; outcome: number } | { said: 'failed-call'; callee: number; outcome: number };

const outcomesMost = 32;
const calls = 1 << 20;

export const answerMessage = (cls: number, outcome: number): number => cls * outcomesMost + outcome;
export const failedCallMessage = (callee: number, outcome: number): number => calls + callee * outcomesMost + outcome;

export function messageOf(code: number): LogMessage {
  const outcome = code % outcomesMost;
  if (code < calls) return { said: 'answer', cls: Math.floor(code / outcomesMost), outcome };
  return { said: 'failed-call', callee: Math.floor((code - calls) / outcomesMost), outcome };
}

export interface LogLine {
  time: number;
  /** Instance slot of the run. */
  slot: number;
  version: number;
  message: number;
  request: number;
}

export interface LogGroup {
  slot: number;
  version: number;
  message: number;
  count: number;
}

export interface LogView {
  lines: readonly LogLine[];
  groups: readonly LogGroup[];
}

const lineWidth = 5;
const groupWidth = 4;

export function packLogs({ lines, groups }: LogView): Float64Array {
  const packed = new Float64Array(2 + lines.length * lineWidth + groups.length * groupWidth);
  packed[0] = lines.length;
  packed[1] = groups.length;
  let at = 2;
  for (const { time, slot, version, message, request } of lines) {
    packed.set([time, slot, version, message, request], at);
    at += lineWidth;
  }
  for (const { slot, version, message, count } of groups) {
    packed.set([slot, version, message, count], at);
    at += groupWidth;
  }
  return packed;
}

export function unpackLogs(packed: Float64Array): LogView {
  const [lineCount, groupCount] = packed;
  const lines = Array.from({ length: lineCount }, (_, i) => {
    const [time, slot, version, message, request] = packed.subarray(2 + i * lineWidth);
    return { time, slot, version, message, request };
  });
  const from = 2 + lineCount * lineWidth;
  const groups = Array.from({ length: groupCount }, (_, i) => {
    const [slot, version, message, count] = packed.subarray(from + i * groupWidth);
    return { slot, version, message, count };
  });
  return { lines, groups };
}
