/** Templates are written in English; here their titles and labels are put into the reader's language. */

import type { Design } from '../design/design.ts';
import { fetchText } from '../i18n/lateText.ts';
import { localLabel } from '../i18n/localLabel.ts';
import { templateWords } from '../i18n/templateWords.ts';
import { type Text, textOf } from '../i18n/text.ts';
import { livingExample } from '../library/firstVisit.ts';
import type { Template, TemplateId } from '../library/template.ts';
import { sessionStore } from '../store/sessionStore.ts';

/** From then on the words are the reader's own. */
export function localTemplate(design: Design, title: string, t: Text): Design {
  return {
    ...design,
    title,
    nodes: design.nodes.map((node) => ({ ...node, label: localLabel(node.label, t) })),
    groups: design.groups.map((group) => ({ ...group, label: localLabel(group.label, t) })),
  };
}

/** In the language of the sitting; who has no id brings its title. A newcomer waits for no words but those that the page has; others for the title. */
export async function inOwnLanguage({
  id,
  design,
  title: given,
}: Pick<Template, 'design'> & { id?: TemplateId; title?: string }): Promise<Design> {
  const { locale } = sessionStore.getState();
  const t = textOf(locale);
  const known = id === livingExample.id ? t.templates.firstVisit : given;
  const title = known ?? (id ? (await fetchText(templateWords, locale))[id].title : design.title);
  return localTemplate(design, title, t);
}
