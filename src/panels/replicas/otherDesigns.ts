/** Designs that the one in hand can be compared with: itself as it was, what is saved, and the templates. */

import type { Design } from '../../design/design.ts';
import type { TemplateWords } from '../../i18n/templateWords.ts';
import type { Text } from '../../i18n/text.ts';
import { templates } from '../../library/templates.ts';
import { browserShelf } from '../../store/browserShelf.ts';
import { designStore } from '../../store/designStore.ts';
import { loadDocument } from '../../store/documentCopies.ts';
import type { DocumentEntry } from '../../store/documents.ts';
import { runsAlike } from '../../store/replay.ts';
import { runStore } from '../../store/runStore.ts';
import { localTemplate } from '../localTemplates.ts';

export interface OtherDesign {
  /** Value of its option. */
  key: string;
  group: 'earlier' | 'mine' | 'templates';
  label: string;
  read(): Promise<Design | null>;
}

/** Earlier states offered: as many as one remembers. */
const mostSteps = 5;

export interface Words {
  atStart: string;
  before(step: string): string;
  untitled: string;
}

/** The design when the run began, and before the newest steps that changed what it does; none that runs like the one in hand. */
function earlier(words: Words, t: Text): OtherDesign[] {
  const { design, history } = designStore.getState();
  const { startedFrom } = runStore.getState();
  const found: OtherDesign[] = [];
  const add = (key: string, label: string, was: Design) => found.push({ key, group: 'earlier', label, read: async () => was });
  if (startedFrom && !runsAlike(startedFrom, design)) add('start', words.atStart, startedFrom);
  let newer = design;
  for (const { label, design: was } of [...history.past].reverse()) {
    if (found.length > mostSteps) break;
    if (runsAlike(was, newer)) continue;
    newer = was;
    if (!runsAlike(was, design) && was.nodes.length > 0)
      add(`step-${found.length}`, words.before(t.edits[label as keyof typeof t.edits] ?? label), was);
  }
  return found;
}

/**
 * @param documents saved ones; the one in hand is left out
 */
export function otherDesigns(documents: readonly DocumentEntry[], words: Words, titles: TemplateWords, t: Text): OtherDesign[] {
  const { documentId } = designStore.getState();
  const mine = documents.filter(({ id }) => id !== documentId);
  return [
    ...earlier(words, t),
    ...mine.map(
      ({ id, title }): OtherDesign => ({
        key: `doc-${id}`,
        group: 'mine',
        label: title || words.untitled,
        async read() {
          const loaded = await loadDocument(browserShelf, id);
          return loaded.ok ? loaded.design : null;
        },
      }),
    ),
    ...templates.map(({ id, design }): OtherDesign => {
      const local = localTemplate(design, titles[id].title, t);
      return { key: `template-${id}`, group: 'templates', label: local.title, read: async () => local };
    }),
  ];
}
