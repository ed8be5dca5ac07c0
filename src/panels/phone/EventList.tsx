import { isTold, marksOf } from '../../charts/marks.ts';
import { markWords, useFaultNames, useNodeLabels } from '../../charts/words.ts';
import { withoutConcealed } from '../../design/concealed.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { seek } from '../../store/runController.ts';
import { formatClock } from '../../ui/format.ts';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';

/** As many as anybody reads on a phone. */
const mostEvents = 50;

/** The run as text, the newest event first; a press goes to its moment. The same events as on the time line of a computer. */
export function EventList() {
  const t = useText();
  const words = useLateText(phoneText);
  const notes = useRun((state) => state.notes);
  const index = useRun((state) => state.index);
  const design = useDesign((state) => state.design);
  const labels = useNodeLabels();
  const faultNames = useFaultNames();
  const seen = seenParts(design);
  const told = withoutConcealed(notes, design.scenario).filter((note) =>
    isTold(note, (node) => isSeen(seen, index?.nodes[node]?.id ?? '')),
  );
  const marks = marksOf(told).slice(-mostEvents).reverse();
  return (
    <section className={styles.events} aria-label={words.events}>
      <h2 className={styles.eventsTitle}>{words.events}</h2>
      {marks.length === 0 ? (
        <p className={styles.none}>{words.noEvents}</p>
      ) : (
        <ol>
          {marks.map((mark) => {
            const text = markWords(t, labels, mark, faultNames);
            return (
              <li key={`${mark.time}/${mark.code}/${mark.node}/${mark.fault}/${mark.link}`}>
                <button
                  type="button"
                  className={styles.event}
                  data-tone={mark.tone}
                  aria-label={words.goTo(formatClock(mark.time), text)}
                  onClick={() => seek(mark.time)}
                >
                  <span className={styles.when}>{formatClock(mark.time)}</span>
                  <span>{text}</span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
