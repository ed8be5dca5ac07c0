/** All acts there are. */

import type { Act, ActId } from './act.ts';
import { deskActs } from './deskActs.ts';
import { editActs } from './editActs.ts';
import { fileActs } from './fileActs.ts';
import { partActs } from './partActs.ts';
import { runActs } from './runActs.ts';
import { timeActs } from './timeActs.ts';
import { viewActs } from './viewActs.ts';
import { voiceActs } from './voiceActs.ts';

export const acts: readonly Act[] = [
  ...editActs,
  ...partActs,
  ...runActs,
  ...timeActs,
  ...viewActs,
  ...deskActs,
  ...fileActs,
  ...voiceActs,
];

const byId = new Map(acts.map((act) => [act.id, act]));

export function actNamed(id: ActId): Act {
  const act = byId.get(id);
  if (!act) throw new Error(`no act is called ${id}`);
  return act;
}
