import { useStore } from 'zustand';
import { weakMarksText, weakText } from '../../canvas/weakText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { foundStore, type WeakMark } from '../../store/foundStore.ts';
import styles from './Outline.module.css';

/** What the search for weak points found of a part or a wire: its outline on the canvas, in words. */
export function WeakNote({ of }: { of: string }) {
  const mark = useStore(foundStore, ({ marks }) => marks.get(of));
  return mark ? <Note mark={mark} /> : null;
}

function Note({ mark }: { mark: WeakMark }) {
  const t = useText();
  const words = useLateText(weakMarksText);
  return (
    <p className={styles.problem} data-weak-rank={mark.rank}>
      {weakText(words, mark, t)}
    </p>
  );
}
