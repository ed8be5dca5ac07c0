/** What stands where a part would that this version does not know: its name, and that nobody here knows it. */

import { CircleHelp } from 'lucide-react';
import { type StrangerNote, strangerKind } from '../design/strangerNotes.ts';
import { useLateText } from '../i18n/lateText.ts';
import { strangerText } from '../i18n/strangerText.ts';
import css from './Strangers.module.css';

export function StrangerCard({ note: { id, text, stranger }, isSelected }: { note: StrangerNote; isSelected: boolean }) {
  const words = useLateText(strangerText);
  const kind = strangerKind(stranger);
  return (
    <div className={css.card} data-stranger-id={id} data-selected={isSelected || undefined} title={words.what(kind)}>
      <span className={css.head}>
        <CircleHelp size={16} aria-hidden className={css.icon} />
        <span className={css.label}>{text}</span>
      </span>
      <span className={css.kind}>{words.unknown}</span>
      <span className={css.kind}>{kind}</span>
    </div>
  );
}
