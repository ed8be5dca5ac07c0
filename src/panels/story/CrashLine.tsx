import { OctagonAlert } from 'lucide-react';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Mishap } from '../../runner/mishap.ts';
import { saveFile } from '../../store/files.ts';
import { play } from '../../store/runController.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './StoryTold.module.css';
import type { StoryWords } from './storyWords.ts';

/** The engine broke, or never came: what happened, and the ways out. */
export function CrashLine({ crash, words }: { crash: Mishap; words: StoryWords }) {
  const { notLoaded, header } = useText().panels;
  const said = words.crashed(mishapIn(useLateText(mishapText), crash));
  return (
    <>
      <OctagonAlert size={16} className={styles.crashSign} aria-hidden />
      <p className={`${styles.line} ${styles.crashed}`} role="alert" title={said} data-crash={crash}>
        {said}
      </p>
      <Button size="small" look="primary" className={styles.button} onClick={play}>
        {notLoaded.again}
      </Button>
      <Button size="small" className={styles.button} onClick={() => void saveFile()}>
        {header.download}
      </Button>
    </>
  );
}
