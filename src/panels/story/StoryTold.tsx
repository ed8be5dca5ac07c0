import { ChevronUp, CircleHelp } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Lever } from '../../runner/diagnosis/remedies.ts';
import { useRun, useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { CrashLine } from './CrashLine.tsx';
import type { Tongue } from './causeText.ts';
import { FinishedActs } from './FinishedActs.tsx';
import { leverText, perform } from './leverText.ts';
import { SlowNote } from './SlowNote.tsx';
import styles from './StoryTold.module.css';
import { storyWords } from './storyWords.ts';
import { type Telling, tellingOf } from './tellings.ts';
import { type Told, useDiagnosis } from './useDiagnosis.ts';
import { WhyCause } from './WhyCause.tsx';

const RestLine = latePart(async () => (await import('./RestLine.tsx')).RestLine);

/** What users notice since when, where it began, and what to try: three clauses, the last of them buttons. */
export function StoryTold() {
  const t = useText();
  const words = useLateText(storyWords);
  const fields = useLateText(fieldWords);
  const told = useDiagnosis();
  const isOver = useRun((state) => state.status === 'finished') && told.ended === null;
  const crash = useRun(({ status, crash }) => (status === 'crashed' ? crash : null));
  const isAsked = useSession((state) => state.runLocked);
  const isPlaying = useRun((state) => state.status === 'playing');
  const hasBegun = isPlaying || told.now > 0;
  const tongue = { t, words, fields };
  const telling = tellingOf(told, tongue);
  useAnnounced(telling);
  const { kind, at, effect, cause, levers, aftermath, hasReport } = telling;
  if (crash !== null) return <CrashLine crash={crash} words={words} />;
  if (isOver) return <FinishedActs words={words} />;
  return (
    <>
      {at === null ? null : <span className={styles.time}>{formatClock(at)}</span>}
      <p className={styles.line} data-story={kind} title={[effect, cause, aftermath].filter(Boolean).join(' · ')}>
        {kind === 'quiet' ? (
          <Suspense fallback={hasBegun || isAsked ? null : <span className={styles.effect}>{effect}</span>}>
            <RestLine words={words} />
          </Suspense>
        ) : (
          <span className={styles.effect}>{effect}</span>
        )}
        {cause ? (
          <span className={styles.cause} data-story-cause={told.diagnosis?.cause?.code}>
            {cause}
          </span>
        ) : null}
        {aftermath ? <span className={styles.aftermath}>{aftermath}</span> : null}
      </p>
      <SlowNote isTrouble={kind === 'failing' || kind === 'slow'} words={words} />
      {told.diagnosis?.cause ? (
        <Popover
          label={words.whyTitle}
          side="top"
          trigger={
            <Button look="quiet" size="small" className={styles.button}>
              <CircleHelp size={14} aria-hidden />
              {words.why}
            </Button>
          }
        >
          <WhyCause told={told} tongue={tongue} />
        </Popover>
      ) : null}
      <Levers levers={levers} told={told} tongue={tongue} />
      {hasReport ? (
        <Button size="small" className={styles.button} onClick={() => sessionStore.getState().set({ dialog: 'report' })}>
          {t.panels.story.report}
        </Button>
      ) : null}
    </>
  );
}

/** The best as a button, the others in a list that opens. */
function Levers({ levers, told, tongue }: { levers: readonly Lever[]; told: Told; tongue: Tongue }) {
  const { words } = tongue;
  const [first, ...others] = levers;
  const isStrict = useSession((state) => state.interview === 'strict');
  if (!first || isStrict) return null;
  return (
    <>
      <LeverItem lever={first} told={told} tongue={tongue} isFirst />
      {others.length > 0 ? (
        <Popover
          label={words.more}
          side="top"
          trigger={
            <Button look="quiet" size="small" className={styles.button} aria-label={words.more} data-more-levers>
              +{others.length}
              <ChevronUp size={14} aria-hidden />
            </Button>
          }
        >
          <div className={styles.levers}>
            {others.map((lever) => (
              <LeverItem key={JSON.stringify(lever)} lever={lever} told={told} tongue={tongue} />
            ))}
          </div>
        </Popover>
      ) : null}
    </>
  );
}

function LeverItem({ lever, told, tongue, isFirst = false }: { lever: Lever; told: Told; tongue: Tongue; isFirst?: boolean }) {
  if (lever.kind === 'hint') return <span className={styles.hint}>{tongue.words.hints[lever.code]}</span>;
  const { part, text } = leverText(lever, told.design, tongue);
  const isNamed = text.includes(part);
  return (
    <Button
      size="small"
      look={isFirst ? 'primary' : 'plain'}
      className={styles.button}
      data-lever={lever.node}
      aria-label={isNamed ? text : `${part}: ${text}`}
      title={`${tongue.words.try}: ${isNamed ? text : `${part}: ${text}`}`}
      onClick={(event) => {
        perform(lever);
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
      }}
    >
      {isFirst || isNamed ? text : `${part}: ${text}`}
    </Button>
  );
}

/** Screen readers hear of a change of class, never of numbers that stream. */
export function useAnnounced({ kind, effect, cause, aftermath }: Telling): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    const now = `${kind} ${aftermath === '' ? '' : 'after'}`;
    const isNews = before.current !== null && before.current !== now;
    before.current = now;
    if (isNews && kind !== 'quiet') announce([effect, cause, aftermath].filter(Boolean).join('. '));
  });
}
