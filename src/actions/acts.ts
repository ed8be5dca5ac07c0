/** All acts there are. */

import type { Act, ActId } from './act.ts';
import { editActs } from './editActs.ts';
import { fileActs } from './fileActs.ts';
import { runActs } from './runActs.ts';
import { viewActs } from './viewActs.ts';

export const acts: readonly Act[] = [...editActs, ...runActs, ...viewActs, ...fileActs];

const byId = new Map(acts.map((act) => [act.id, act]));

export function actNamed(id: ActId): Act {
  const act = byId.get(id);
  if (!act) throw new Error(`no act is called ${id}`);
  return act;
}
