/** A part that was just added is called by the reader's word for it, "웹 서버 2" on a Korean page. */

import type { Design } from '../design/design.ts';
import { setLabel } from '../design/edits.ts';
import { localLabel } from '../i18n/localLabel.ts';
import { textOf } from '../i18n/text.ts';
import { sessionStore } from '../store/sessionStore.ts';

/** The newest node or group of the design, which bears the label that it got by itself. */
export function named(design: Design, what: 'node' | 'group'): Design {
  const part = (what === 'node' ? design.nodes : design.groups).at(-1);
  return part ? setLabel(design, part.id, localLabel(part.label, textOf(sessionStore.getState().locale))) : design;
}
