import { openView } from '../../canvas/viewport.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { templateWords } from '../../i18n/templateWords.ts';
import { useText } from '../../i18n/text.ts';
import type { TemplateId } from '../../library/template.ts';
import { templates } from '../../library/templates.ts';
import { designStore } from '../../store/designStore.ts';
import { useSession } from '../../store/hooks.ts';
import { DesignPicture } from '../dialogs/DesignPicture.tsx';
import { localTemplate } from '../localTemplates.ts';
import styles from './Start.module.css';
import { startText } from './startWords.ts';

/** From the smallest up, each with one more idea in it. */
const starters: readonly TemplateId[] = ['single', 'balanced', 'photo-queue', 'sharded', 'two-datacentres', 'chapter'];

/** An empty canvas says what to do, and offers six designs to begin with: one click, and undo takes them away again. */
export function EmptyCanvas() {
  const t = useText();
  const words = useLateText(startText).empty;
  const titles = useLateText(templateWords);
  const hasList = useSession(({ paletteOpen }) => paletteOpen);
  return (
    <div className={styles.empty} data-testid="empty-canvas">
      <h2 className={styles.emptyTitle}>{words.title}</h2>
      <p className={styles.hint}>{hasList ? words.hint : words.hintWithoutList}</p>
      <ul className={styles.starters} aria-label={words.starters}>
        {starters.map((id) => {
          const design = templates.find((template) => template.id === id)?.design;
          return design ? (
            <li key={id}>
              <button
                type="button"
                className={styles.starter}
                data-starter={id}
                onClick={() => {
                  designStore.getState().edit('paste', ({ title }) => {
                    const ready = localTemplate(design, titles[id].title, t);
                    return title === '' ? ready : { ...ready, title };
                  });
                  openView();
                }}
              >
                <span className={styles.picture}>
                  <DesignPicture design={design} />
                </span>
                {titles[id].title}
              </button>
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
