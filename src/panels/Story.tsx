import { useStore } from 'zustand';
import { useText } from '../i18n/text.ts';
import { presentingStore } from '../store/presenting.ts';
import { latePart } from '../ui/latePart.tsx';
import { LatePlace } from './LatePlace.tsx';
import styles from './Story.module.css';
import { WhyLayer } from './story/why/WhyLayer.tsx';

const StoryLine = latePart(async () => (await import('./story/StoryLine.tsx')).StoryLine);
const Presenter = latePart(async () => (await import('./presenter/Presenter.tsx')).Presenter);

/** What is going on, in one line: what keeps the run from beginning, or what the run says. The only place for prose. */
export function Story() {
  const t = useText();
  const isPresenting = useStore(presentingStore, (state) => state.isOn);
  return (
    <section className={styles.story} id="story" tabIndex={-1} aria-label={t.panels.story.label} data-testid="story">
      <LatePlace fallback={<p className={styles.quiet}>{t.panels.story.quiet}</p>}>
        {isPresenting ? <Presenter /> : <StoryLine />}
      </LatePlace>
      <WhyLayer />
    </section>
  );
}
