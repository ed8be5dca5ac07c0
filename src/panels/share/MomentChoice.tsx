import { useEffect, useId, useState } from 'react';
import type { SharedMoment } from '../../design/sharedMoment.ts';
import { longestMomentNote } from '../../design/text.ts';
import { textOfNumber } from '../../runner/requests/numbers.ts';
import { useDesign } from '../../store/hooks.ts';
import { formatClock } from '../../ui/format.ts';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { momentOnScreen } from './momentOnScreen.ts';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

interface MomentChoiceProps {
  moment: SharedMoment | null;
  onChange: (moment: SharedMoment | null) => void;
}

/** Whether the link opens at the second that was on the screen when the dialog opened, and what goes with it. */
export function MomentChoice({ moment, onChange }: MomentChoiceProps) {
  const words = useShareText().moment;
  const design = useDesign((state) => state.design);
  const [seen, setSeen] = useState<SharedMoment | null>(null);
  const [note, setNote] = useState('');
  const help = useId();
  useEffect(() => {
    let isHere = true;
    void momentOnScreen().then((now) => isHere && setSeen(now));
    return () => {
      isHere = false;
    };
  }, []);
  if (!seen) return null;
  const write = (text: string) => {
    setNote(text);
    onChange({ ...seen, note: text });
  };
  const part = design.nodes.find(({ id }) => id === seen.part);
  const wire = design.links.find(({ id }) => id === seen.part);
  const labelOf = (id: string) => design.nodes.find((node) => node.id === id)?.label ?? id;
  const along = [
    seen.view ? words.view : '',
    part ? words.selected(part.label) : wire ? words.selected(`${labelOf(wire.from)} → ${labelOf(wire.to)}`) : '',
    seen.request ? words.request(textOfNumber(seen.request.number)) : '',
  ].filter(Boolean);
  const name = words.choose(formatClock(seen.at));
  return (
    <section className={styles.moment} aria-label={name}>
      <div className={styles.choice}>
        <Switch checked={moment !== null} label={name} describedBy={help} onChange={(on) => onChange(on ? { ...seen, note } : null)} />
        <span aria-hidden>{name}</span>
      </div>
      <p id={help} className={styles.help}>
        {words.help}
        {moment && along.length > 0 ? ` ${words.withIt} ${along.join(', ')}.` : null}
      </p>
      {moment ? (
        <>
          <TextArea
            label={words.note}
            rows={2}
            maxLength={longestMomentNote}
            placeholder={words.notePlaceholder}
            value={note}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <p className={styles.help}>
            {words.note} · {words.left(longestMomentNote - note.length)}
          </p>
        </>
      ) : null}
    </section>
  );
}
