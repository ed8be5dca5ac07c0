/** Reference cases as the property tests use them: by id, changed where a law speaks of several. */

import text from '../../library/physics/cases.json?raw';
import { build } from '../builders.ts';
import { type ReferenceCase, readCase } from '../caseFile.ts';
import { listCases } from '../caseList.ts';
import type { Steady } from '../experiment.ts';

const listed = new Map(listCases(text).map((each) => [each.id, each]));

type Json = Record<string, unknown>;

/** A case of the file, with some of its fields put in the place of its own. */
export function caseNamed(id: string, change: Json = {}, parameters: Json = {}): ReferenceCase {
  const found = listed.get(id);
  if (!found) throw new Error(`no case is called ${id}`);
  const value = found.value as Json;
  return readCase({ ...value, ...change, parameters: { ...(value.parameters as Json), ...parameters } }, found.position);
}

/** What a steady case is played with. */
export function steadyOf(given: ReferenceCase): Steady {
  const experiment = build(given);
  if (experiment.form !== 'steady') throw new Error(`${given.id} is no steady state`);
  return experiment;
}
