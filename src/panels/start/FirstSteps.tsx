import { ClipboardCheck, GraduationCap, type LucideIcon, SquareDashed, X } from 'lucide-react';
import { useEffect } from 'react';
import { refitView } from '../../canvas/viewport.ts';
import { emptyDesign, setParam } from '../../design/edits.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign } from '../../store/hooks.ts';
import { newDocument } from '../../store/persistence.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { formatRate } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { firstStepOf, firstUsers } from './firstVisit.ts';
import styles from './Start.module.css';
import { startText } from './startWords.ts';

const range = { min: 50, max: 1000, integer: true };

/** One sentence, one slider, and where to go from here: no tour. The sentence follows what the visitor has done. */
export function FirstSteps({ onClose }: { onClose: () => void }) {
  const title = useText().templates.firstVisit;
  const words = useLateText(startText).first;
  const design = useDesign((state) => state.design);
  const now = firstStepOf(design, title);
  // The parts make room for it, and take it back.
  useEffect(() => {
    refitView();
    return () => void requestAnimationFrame(refitView);
  }, []);
  const { edit, beginGesture, endGesture } = designStore.getState();
  if (!now) return null;
  return (
    <section className={styles.place} aria-label={words.title} data-floats data-testid="first-steps" data-step={now.step}>
      <div className={styles.first}>
        <div className={styles.close}>
          <IconButton label={words.close} onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
        <p className={styles.sentence}>{words[now.step]}</p>
        <div className={styles.rate}>
          <span>{words.rate}</span>
          <Slider
            range={range}
            value={now.ratePerSecond}
            label={words.rate}
            valueText={formatRate(now.ratePerSecond)}
            onBegin={() => beginGesture('setParam')}
            onEnd={endGesture}
            onChange={(value) => edit('setParam', (changed) => setParam(changed, firstUsers, 'ratePerSecond', value))}
          />
          <strong>{formatRate(now.ratePerSecond)}</strong>
        </div>
        <div className={styles.ways}>
          <Way Icon={GraduationCap} name={words.learn} what={words.learnWhat} go={() => sessionStore.getState().set({ dialog: 'learn' })} />
          <Way
            Icon={ClipboardCheck}
            name={words.practise}
            what={words.practiseWhat}
            go={() => sessionStore.getState().set({ dialog: 'interview' })}
          />
          <Way Icon={SquareDashed} name={words.blank} what={words.blankWhat} go={() => void newDocument(emptyDesign())} />
        </div>
      </div>
    </section>
  );
}

function Way({ Icon, name, what, go }: { Icon: LucideIcon; name: string; what: string; go: () => void }) {
  return (
    <button type="button" className={styles.way} onClick={go}>
      <Icon size={20} aria-hidden />
      <span className={styles.wayName}>{name}</span>
      <span className={styles.wayWhat}>{what}</span>
    </button>
  );
}
