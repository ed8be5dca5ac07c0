import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type FoundTicket, readTickets } from '../../lessons/ticket.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Learn.module.css';
import type { LearnText } from './LearnDialog.tsx';

/** Exit tickets of a class, pasted: who handed in what, and whether it came whole. Nothing of it is kept. */
export function Tickets({ words: { tickets: words } }: { words: LearnText }) {
  const [found, setFound] = useState<readonly FoundTicket[] | null>(null);
  const show = (text: string): void => setFound(text.trim() === '' ? null : readTickets(text));
  return (
    <section className={styles.tickets} aria-label={words.title}>
      <h4>{words.title}</h4>
      <p className={styles.faint}>{words.help}</p>
      <TextArea label={words.paste} placeholder={words.placeholder} rows={3} onChange={(event) => show(event.currentTarget.value)} />
      <p role="status" className={styles.faint}>
        {found === null ? '' : words.found(found.length)}
      </p>
      {found && found.length > 0 ? (
        <table className={styles.ticketTable}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.lesson}</th>
              <th scope="col">{words.right}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ name, lesson, right, count, isWhole, link }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and their order is that of the text
              <tr key={at} data-whole={isWhole}>
                <th scope="row">{name}</th>
                <td>{lesson}</td>
                <td className={styles.number}>
                  {right}/{count}
                </td>
                <td title={link}>
                  {isWhole ? <Check size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}{' '}
                  {isWhole ? words.whole : words.changed}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
