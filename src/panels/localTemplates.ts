/** Templates are written in English; here their titles and labels are put into the reader's language. */

import type { Design } from '../design/design.ts';
import { type Text, textOf } from '../i18n/text.ts';
import type { Template } from '../library/template.ts';
import { templates } from '../library/templates.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';

/** From then on the words are the reader's own. */
export function localTemplate({ id, design }: Pick<Template, 'id' | 'design'>, t: Text): Design {
  const words = t.dialogs.templates;
  return {
    ...design,
    title: words.items[id].title,
    nodes: design.nodes.map((node) => ({ ...node, label: localLabel(node.label, words.labels) })),
    groups: design.groups.map((group) => ({ ...group, label: localLabel(group.label, words.labels) })),
  };
}

function localLabel(label: string, labels: Readonly<Record<string, string>>): string {
  const [, name = label, number = ''] = /^(.*?)( \d+)?$/.exec(label) ?? [];
  return Object.hasOwn(labels, name) ? labels[name] + number : label;
}

/** A template that was just opened, and not by the gallery, gets its words too. Returns how to stop. */
export function startLocalTemplates(): () => void {
  return designStore.subscribe(({ design, documentId, ownership, open }) => {
    const { locale } = sessionStore.getState();
    // The very object: a document that only looks like a template is somebody's own.
    const template = locale === 'en' ? undefined : templates.find((each) => each.design === design);
    if (template) open(localTemplate(template, textOf(locale)), documentId, ownership);
  });
}
