import { Check, Send } from 'lucide-react';
import { useState } from 'react';
import { writeTicket } from '../../lessons/ticket.ts';
import { shareLink } from '../../store/share.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ExitTicket.module.css';
import type { LessonText } from './lessonText.ts';

interface ExitTicketProps {
  lesson: string;
  right: number;
  count: number;
  words: LessonText;
}

/** Hands the lesson in: a line for a chat or a mail, into the clipboard. The name is typed here and kept nowhere. */
export function ExitTicket({ lesson, right, count, words }: ExitTicketProps) {
  const [name, setName] = useState('');
  /** What was copied; where it could not be, it stands there to be copied by hand. */
  const [made, setMade] = useState<{ ticket: string; isCopied: boolean } | null>(null);
  const submit = async (): Promise<void> => {
    const { link } = await shareLink(null, false);
    const ticket = writeTicket({ name, lesson, right, count, link });
    const isCopied = await navigator.clipboard.writeText(ticket).then(
      () => true,
      () => false,
    );
    setMade({ ticket, isCopied });
    announce(isCopied ? words.ticket.copied : words.ticket.byHand, 'answer');
  };
  return (
    <form
      className={styles.ticket}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label className={styles.ticketName}>
        {words.ticket.name}
        <input
          className={styles.ticketBox}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMade(null);
          }}
        />
      </label>
      <Button type="submit" disabled={name.trim() === ''}>
        {made?.isCopied ? <Check size={16} aria-hidden /> : <Send size={16} aria-hidden />}
        {made?.isCopied ? words.ticket.again : words.ticket.submit}
      </Button>
      <p className={styles.help}>{made?.isCopied ? words.ticket.copied : made ? words.ticket.byHand : words.ticket.help}</p>
      {made ? <code className={styles.ticketText}>{made.ticket}</code> : null}
    </form>
  );
}
