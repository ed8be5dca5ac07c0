import { useEffect, useState } from 'react';
import { isTold, marksOf } from '../../charts/marks.ts';
import { markWords, useFaultNames, useNodeLabels } from '../../charts/words.ts';
import { withoutConcealed } from '../../design/concealed.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { seek } from '../../store/runController.ts';
import { formatClock } from '../../ui/format.ts';
import type { TimelineItem } from '../timeline/items.ts';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';

type Told = Pick<TimelineItem, 'key' | 'time' | 'tone' | 'words' | 'happening'>;

/** What began and ended by itself: who reads that comes when the rest stands. */
function useHappenings(): readonly Told[] {
  const [told, setTold] = useState<readonly Told[]>([]);
  useEffect(() => {
    let stop: (() => void) | undefined;
    // without it the list lacks these, and is right otherwise
    import('./happenings.ts').then(
      ({ watchHappenings }) => {
        stop = watchHappenings(setTold);
      },
      () => undefined,
    );
    return () => stop?.();
  }, []);
  return told;
}

/** As many as anybody reads on a phone. */
const mostEvents = 50;

/** The run as text, the newest event first; a press goes to its moment. The same events as on the time line of a computer. */
export function EventList() {
  const t = useText();
  const words = useLateText(phoneText);
  const notes = useRun((state) => state.notes);
  const index = useRun((state) => state.index);
  const design = useDesign((state) => state.design);
  const labels = useNodeLabels().map((label) => localLabel(label, t));
  const faultNames = useFaultNames();
  const seen = seenParts(design);
  const told = withoutConcealed(notes, design.scenario).filter((note) =>
    isTold(note, (node) => isSeen(seen, index?.nodes[node]?.id ?? '')),
  );
  const events: Told[] = marksOf(told).map((mark) => ({
    key: `${mark.time}/${mark.code}/${mark.node}/${mark.fault}/${mark.link}`,
    time: mark.time,
    tone: mark.tone,
    words: markWords(t, labels, mark, faultNames),
  }));
  events.push(...useHappenings());
  events.sort((a, b) => b.time - a.time).splice(mostEvents);
  return (
    <section className={styles.events} aria-label={words.events}>
      <h2 className={styles.eventsTitle}>{words.events}</h2>
      {events.length === 0 ? (
        <p className={styles.none}>{words.noEvents}</p>
      ) : (
        <ol>
          {events.map(({ key, time, tone, happening, words: text }) => (
            <li key={key}>
              <button
                type="button"
                className={styles.event}
                data-tone={tone}
                data-happening={happening}
                aria-label={words.goTo(formatClock(time), text)}
                onClick={() => seek(time)}
              >
                <span className={styles.when}>{formatClock(time)}</span>
                <span>{text}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
