/** Ready designs, in the order of the gallery. Their titles and descriptions are in the i18n room, under the same ids. */

import { apiGateway } from './apiGateway.ts';
import { autoscaled } from './autoscaled.ts';
import { balanced } from './balanced.ts';
import { campaign } from './campaign.ts';
import { canary } from './canary.ts';
import { cascade } from './cascade.ts';
import { celebrity } from './celebrity.ts';
import { chapter } from './chapter.ts';
import { farUsers } from './farUsers.ts';
import { figure119 } from './figure119.ts';
import { livingExample } from './firstVisit.ts';
import { firstVisitClaims } from './firstVisitClaims.ts';
import { geoFailover } from './geoFailover.ts';
import { netflix2013 } from './netflix2013.ts';
import { nightlyBatch } from './nightlyBatch.ts';
import { photoQueue } from './photoQueue.ts';
import { replicas } from './replicas.ts';
import { retryStorm } from './retryStorm.ts';
import { sharded } from './sharded.ts';
import { single } from './single.ts';
import { splitServices } from './splitServices.ts';
import { stackOverflow2013 } from './stackOverflow2013.ts';
import { stampede } from './stampede.ts';
import { statefulTier } from './statefulTier.ts';
import { statelessTier } from './statelessTier.ts';
import type { Template, TemplateId } from './template.ts';
import { twoDatacentres } from './twoDatacentres.ts';

/** What somebody sees who comes for the first time. */
export const firstVisit: Template = { ...livingExample, mustShow: firstVisitClaims };

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
  retryStorm,
  cascade,
  splitServices,
  apiGateway,
  campaign,
  netflix2013,
  geoFailover,
  replicas,
  stackOverflow2013,
  sharded,
  celebrity,
];

/** What templates were called that are part of others now; links and command lines with these names go on working. */
const formerIds: ReadonlyMap<string, TemplateId> = new Map([['operated', 'figure-1-19']]);

/** By id, as typed on a command line or in an address; undefined when there is none. */
export function templateNamed(id: string): Template | undefined {
  const now = formerIds.get(id) ?? id;
  return templates.find((template) => template.id === now);
}
