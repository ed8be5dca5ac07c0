import { useStore } from 'zustand';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { interviewStore } from '../../store/interview.ts';
import type { Played } from '../../store/interviewPlay.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

/** How far the playing is, or why it failed. */
export function Busy({ what }: { what: Played }) {
  const words = useLateText(interviewText);
  const mishaps = useLateText(mishapText);
  const { busy, failed } = useStore(interviewStore);
  return (
    <span role="status" className={styles.soft}>
      {busy?.what === what ? words.playing(busy.played, busy.of) : failed === null ? '' : words.failed(mishapIn(mishaps, failed))}
    </span>
  );
}
