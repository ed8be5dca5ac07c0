/** Templates are written in English; here their titles and labels are put into the reader's language. */

import type { Design } from '../design/design.ts';
import { localLabel } from '../i18n/localLabel.ts';
import type { Text } from '../i18n/text.ts';
import type { Template } from '../library/template.ts';

/** From then on the words are the reader's own. */
export function localTemplate({ id, design }: Pick<Template, 'id' | 'design'>, t: Text): Design {
  return {
    ...design,
    title: t.templates.items[id].title,
    nodes: design.nodes.map((node) => ({ ...node, label: localLabel(node.label, t) })),
    groups: design.groups.map((group) => ({ ...group, label: localLabel(group.label, t) })),
  };
}
