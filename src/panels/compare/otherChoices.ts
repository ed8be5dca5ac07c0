/** What B may be: this design as it was or with one change, a run of this sitting, another design, a link. */

import type { Design } from '../../design/design.ts';
import { underUsersOf } from '../../design/sameUsers.ts';
import type { TemplateWords } from '../../i18n/templateWords.ts';
import type { Text } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import type { DocumentEntry } from '../../store/documents.ts';
import { designOfKept, futuresStore } from '../../store/futures.ts';
import { formatClock } from '../../ui/format.ts';
import { otherDesigns } from '../replicas/otherDesigns.ts';
import type { ReplicaText } from '../replicas/replicaWords.ts';
import type { CompareText } from './compareWords.ts';

export interface Choice {
  key: string;
  group: 'earlier' | 'kept' | 'mine' | 'templates';
  label: string;
  /** The design as it is compared with `a`; null when it cannot be read. */
  read(a: Design): Promise<Design | null>;
}

export function choicesFor(
  documents: readonly DocumentEntry[],
  words: CompareText,
  replicas: ReplicaText,
  titles: TemplateWords,
  t: Text,
): Choice[] {
  const { design } = designStore.getState();
  const others = otherDesigns(documents, replicas, titles, t).map(
    ({ key, group, label, read }): Choice => ({
      key,
      group,
      label,
      async read(a) {
        const found = await read();
        // What it was keeps its own traffic: that may be what was changed. A stranger gets the users of A.
        return found && (group === 'earlier' ? found : underUsersOf(found, a));
      },
    }),
  );
  const kept = futuresStore.getState().kept.map(
    (run): Choice => ({
      key: `kept-${run.id}`,
      group: 'kept',
      label: words.keptRun(formatClock(run.until).replace(/\.0$/, ''), run.note || run.design.title || design.title || words.untitled),
      read: async () => designOfKept(run),
    }),
  );
  return [...others.filter(({ group }) => group === 'earlier'), ...kept.reverse(), ...others.filter(({ group }) => group !== 'earlier')];
}
