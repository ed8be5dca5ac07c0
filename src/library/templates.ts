/** Ready designs, in the order of the gallery. Their titles and descriptions are in the i18n room, under the same ids. */

import { autoscaled } from './autoscaled.ts';
import { balanced } from './balanced.ts';
import { canary } from './canary.ts';
import { cascade } from './cascade.ts';
import { chapter } from './chapter.ts';
import { farUsers } from './farUsers.ts';
import { figure119 } from './figure119.ts';
import { livingExample } from './firstVisit.ts';
import { nightlyBatch } from './nightlyBatch.ts';
import { operated } from './operated.ts';
import { photoQueue } from './photoQueue.ts';
import { retryStorm } from './retryStorm.ts';
import { single } from './single.ts';
import { splitServices } from './splitServices.ts';
import { stampede } from './stampede.ts';
import { statefulTier } from './statefulTier.ts';
import { statelessTier } from './statelessTier.ts';
import type { Template } from './template.ts';
import { twoDatacentres } from './twoDatacentres.ts';

/** What somebody sees who comes for the first time. */
export const firstVisit: Template = livingExample;

export const templates: readonly Template[] = [
  firstVisit,
  single,
  balanced,
  chapter,
  twoDatacentres,
  stampede,
  farUsers,
  autoscaled,
  canary,
  statefulTier,
  statelessTier,
  photoQueue,
  figure119,
  nightlyBatch,
  operated,
  retryStorm,
  cascade,
  splitServices,
];

/** By id, as typed on a command line; undefined when there is none. */
export function templateNamed(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
