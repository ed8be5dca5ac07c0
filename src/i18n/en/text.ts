/** English but for the words of the kinds, which live with the kinds. It gives the dictionary its shape. */

import { actionsEn } from './actions.ts';
import { canvasEn } from './canvas.ts';
import { chartsEn } from './charts.ts';
import { commonEn } from './common.ts';
import { editsEn } from './edits.ts';
import { eventsEn } from './events.ts';
import { fieldsEn } from './fields.ts';
import { panelsEn } from './panels.ts';
import { templatesEn } from './templates.ts';

export const en = {
  locale: 'en',
  common: commonEn,
  fields: fieldsEn,
  actions: actionsEn,
  panels: panelsEn,
  templates: templatesEn,
  edits: editsEn,
  events: eventsEn,
  canvas: canvasEn,
  charts: chartsEn,
};
