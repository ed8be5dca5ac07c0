import { CircleHelp } from 'lucide-react';
import { type StrangerNote, strangerKind } from '../../design/strangerNotes.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { strangerText } from '../../i18n/strangerText.ts';
import { ActButton } from '../ActButton.tsx';
import styles from './Inspector.module.css';
import now from './Now.module.css';
import { Section } from './Section.tsx';

/** What is known of a part that this version does not know: what it is called, and what came with it. */
export function StrangerPart({ note: { text, stranger } }: { note: StrangerNote }) {
  const words = useLateText(strangerText);
  const { part, wires, events } = stranger;
  const kind = strangerKind(stranger);
  const besides = [wires.length > 0 && words.wires(wires.length), events.length > 0 && words.events(events.length)].filter(Boolean);
  return (
    <>
      <header className={styles.head}>
        <span className={styles.icon}>
          <CircleHelp size={20} aria-hidden />
        </span>
        <div className={styles.titles}>
          <h2 className={styles.bigTitle}>{text}</h2>
          <p className={styles.kind}>{words.kind(kind)}</p>
        </div>
        <div className={styles.tools}>
          <ActButton id="duplicate" />
          <ActButton id="remove" />
        </div>
      </header>
      <div className={styles.section} data-testid="stranger">
        <p className={`${styles.help} ${styles.intro}`}>{words.what(kind)}</p>
        <p className={styles.help}>{words.kept}</p>
      </div>
      <Section title={words.came} help={besides.join(' · ') || undefined}>
        <dl className={now.lines}>
          {linesOf(part).map(([name, value]) => (
            <div key={name} className={now.line}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

const shownElsewhere = ['id', 'kind', 'label', 'x', 'y', 'group'];
const mostLines = 40;
const longestValue = 80;

/** Its settings first, then whatever else it said of itself; as data, since nobody here has words for them. */
function linesOf({ params, ...rest }: Readonly<Record<string, unknown>>): [string, string][] {
  const settings = typeof params === 'object' && params !== null ? Object.entries(params) : [];
  const more = Object.entries(rest).filter(([name]) => !shownElsewhere.includes(name));
  return [...settings, ...more].slice(0, mostLines).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [name.slice(0, longestValue), text.length > longestValue ? `${text.slice(0, longestValue)}…` : text];
  });
}
