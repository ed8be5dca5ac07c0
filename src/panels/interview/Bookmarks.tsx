/** Moments that somebody wanted to find again, as ways to them; and the way to set one more. */

import { Bookmark } from 'lucide-react';
import { useLateText } from '../../i18n/lateText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Build.module.css';
import { clockText } from './clockText.ts';
import { interviewText } from './interviewWords.ts';

interface BookmarksProps {
  bookmarks: readonly number[];
  /** The second that is looked at. */
  time: number;
  goTo: (seconds: number) => void;
  /** Sets one at that second, or takes away the one that is there. */
  onToggle: () => void;
}

export function Bookmarks({ bookmarks, time, goTo, onToggle }: BookmarksProps) {
  const words = useLateText(interviewText).bookmarks;
  return (
    <div className={styles.bookmarks}>
      <Button size="small" onClick={onToggle} aria-keyshortcuts="M" title={words.help}>
        <Bookmark size={14} aria-hidden />
        {words.toggle}
      </Button>
      {bookmarks.length === 0 ? (
        <span className={styles.soft}>{words.none}</span>
      ) : (
        <ul aria-label={words.title}>
          {bookmarks.map((at) => (
            <li key={at}>
              <button
                type="button"
                className={styles.mark}
                aria-label={words.goTo(clockText(at))}
                aria-current={Math.abs(at - time) < 1 || undefined}
                data-bookmark={at}
                onClick={() => goTo(at)}
              >
                {clockText(at)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
