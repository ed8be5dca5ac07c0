import { CircleHelp, Trash2 } from 'lucide-react';
import { removeNotes } from '../../design/notes.ts';
import { strangerKind, strangersOf } from '../../design/strangerNotes.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { strangerText } from '../../i18n/strangerText.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Outline.module.css';

/** Parts that this version does not know, after all that it knows. */
export function Strangers() {
  const words = useLateText(strangerText);
  const design = useDesign((state) => state.design);
  const chosen = useSession(({ selection }) => selection.notes);
  const strangers = strangersOf(design);
  if (strangers.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.groupName}>{words.title}</h3>
      <ul className={styles.list} aria-label={words.title}>
        {strangers.map(({ id, text, stranger }) => (
          <li key={id} className={styles.part}>
            <div className={styles.line} data-line={id} data-outline-stranger={id} data-selected={chosen.includes(id) || undefined}>
              <span className={styles.icon}>
                <CircleHelp size={16} aria-hidden />
              </span>
              <h4 className={styles.name}>
                <button
                  type="button"
                  className={styles.nameButton}
                  data-line-name
                  aria-pressed={chosen.includes(id)}
                  aria-describedby={`outline-${id}`}
                  onClick={() => sessionStore.getState().select({ notes: [id] })}
                >
                  {text}
                </button>
              </h4>
              <div className={styles.facts} id={`outline-${id}`}>
                <span className={styles.kind}>{words.what(strangerKind(stranger))}</span>
              </div>
              <IconButton
                label={words.remove(text)}
                className={styles.atEnd}
                data-do="remove"
                onClick={() => designStore.getState().edit('remove', (now) => removeNotes(now, [id]))}
              >
                <Trash2 size={16} aria-hidden />
              </IconButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
