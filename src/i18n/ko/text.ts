/** Korean but for the words of the kinds, which live with the kinds. A gap does not compile. */

import type { SectionTexts } from '../text.ts';
import { actionsKo } from './actions.ts';
import { canvasKo } from './canvas.ts';
import { chartsKo } from './charts.ts';
import { commonKo } from './common.ts';
import { editsKo } from './edits.ts';
import { eventsKo } from './events.ts';
import { fieldsKo } from './fields.ts';
import { panelsKo } from './panels.ts';
import { templatesKo } from './templates.ts';

export const ko: SectionTexts = {
  locale: 'ko',
  common: commonKo,
  fields: fieldsKo,
  actions: actionsKo,
  panels: panelsKo,
  templates: templatesKo,
  edits: editsKo,
  events: eventsKo,
  canvas: canvasKo,
  charts: chartsKo,
};
