/** Every parameter of every reference case, replaced by something that cannot be: an answer soon, never an exception, never a hang. */

import { describe, expect, it } from 'vitest';
import text from '../library/physics/cases.json?raw';
import { listCases } from './caseList.ts';
import { runListed } from './check.ts';

type Path = readonly (string | number)[];

/** Where the leaves of a value are. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, Array.isArray(value) ? Number(name) : name]));
}

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.map((part, i) => (i === name ? replaced(part, rest, by) : part));
  return { ...(value as object), [name]: replaced((value as Record<string, unknown>)[name], rest, by) };
}

const rubbish = [null, 'x', -1, 0, 1e15, 1e-300, [], {}, true];
/** Few requests: what is asked is whether it is answered, not what. */
const short = { suggested_run: { requests: 300, warmup_requests: 30 }, quick_run: null };
const limits = { seconds: 0.05, megabytes: 1e9, calls: 100_000 };

const cases = listCases(text);

describe('a parameter that cannot be', () => {
  it.each(cases.map((listed) => [listed.id, listed] as const))('of %s', (_, listed) => {
    const given = listed.value as { parameters: unknown };
    for (const path of leavesOf(given.parameters)) {
      for (const by of rubbish) {
        const value = { ...given, ...short, parameters: replaced(given.parameters, path, by) };
        // what the processor worked for it: a busy machine makes that no longer
        const before = process.cpuUsage();
        const { verdict, reason } = runListed({ ...listed, value }, { quick: false, limits });
        expect(['passed', 'failed', 'waiting']).toContain(verdict);
        // what a builder did not foresee is a fault of ours
        expect(`${path.join('.')} = ${JSON.stringify(by)}: ${reason}`).not.toMatch(/could not be played|undefined|NaN/);
        expect(process.cpuUsage(before).user / 1000, `${path.join('.')} = ${JSON.stringify(by)}`).toBeLessThan(4000);
      }
    }
  });
});
