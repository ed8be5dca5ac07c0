import { useStore } from 'zustand';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/hooks.ts';
import { presentingStore } from '../store/presenting.ts';
import { latePart } from '../ui/latePart.tsx';
import { LatePlace } from './LatePlace.tsx';
import styles from './Story.module.css';
import { WhyLayer } from './story/why/WhyLayer.tsx';
import { useCanRun } from './useCanRun.ts';

const StoryLine = latePart(async () => (await import('./story/StoryLine.tsx')).StoryLine);
const Presenter = latePart(async () => (await import('./presenter/Presenter.tsx')).Presenter);

/** Until the words of the run are there: what is known without them. */
function Waiting() {
  const t = useText();
  const canRun = useCanRun();
  const status = useRun((state) => state.status);
  const hasBegun = useRun((state) => state.frames.length > 0);
  const { run, story } = t.panels;
  // whoever has pressed play, or has a page that plays by itself, is not asked to
  const isAsked = status === 'paused' && canRun;
  return <p className={styles.quiet}>{hasBegun || status === 'playing' ? run.status[status] : isAsked ? story.quiet : null}</p>;
}

/** What is going on, in one line: what keeps the run from beginning, or what the run says. The only place for prose. */
export function Story() {
  const t = useText();
  const isPresenting = useStore(presentingStore, (state) => state.isOn);
  return (
    <section className={styles.story} id="story" tabIndex={-1} aria-label={t.panels.story.label} data-testid="story">
      <LatePlace fallback={<Waiting />}>{isPresenting ? <Presenter /> : <StoryLine />}</LatePlace>
      <WhyLayer />
    </section>
  );
}
