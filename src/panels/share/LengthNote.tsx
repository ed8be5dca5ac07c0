import { TriangleAlert } from 'lucide-react';
import { formatCount } from '../../ui/format.ts';
import dialogs from '../dialogs/Dialogs.module.css';
import { useShareText } from './shareWords.ts';

/** Longer links are cut by some chats, and these by many programs. Characters. */
const longLink = 2000;
const veryLongLink = 8000;

/** How long a link is, and whether that may be too long. */
export function LengthNote({ length }: { length: number }) {
  const words = useShareText();
  return (
    <>
      <p className={dialogs.length}>{words.length(formatCount(length))}</p>
      {length > longLink ? (
        <p className={dialogs.warning}>
          <TriangleAlert size={16} aria-hidden />
          {length > veryLongLink ? words.veryLongWarning : words.longWarning}
        </p>
      ) : null}
    </>
  );
}
