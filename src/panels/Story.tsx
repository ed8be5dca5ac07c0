import { ChevronUp, Gauge, OctagonAlert, TriangleAlert } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { setParam } from '../design/edits.ts';
import type { Problem } from '../design/problems.ts';
import { fieldWords } from '../i18n/fieldWords.ts';
import { useLateText } from '../i18n/lateText.ts';
import { problemText } from '../i18n/problemText.ts';
import { useText } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { formatClock, formatCount, formatNumber } from '../ui/format.ts';
import { Popover } from '../ui/Popover.tsx';
import type { Lever } from './lever.ts';
import styles from './Story.module.css';
import { speedAsked, useLags, useTrueSpeed } from './useLag.ts';
import { useStory } from './useStory.ts';

/** What is going on, in one line: problems first, then a failover, then failures. The only place for prose. */
export function Story() {
  const t = useText();
  const found = useRun((state) => state.problems);
  const problems = useMemo(() => errorsFirst(found), [found]);
  const story = useStory();
  return (
    <section className={styles.story} aria-label={t.panels.story.label} data-testid="story">
      {story.kind === 'quiet' && problems.length > 0 ? (
        <ProblemLine problem={problems[0]} />
      ) : (
        <>
          {story.at === null ? null : <span className={styles.time}>{formatClock(story.at)}</span>}
          <p className={story.kind === 'quiet' ? styles.quiet : story.kind === 'failover' ? styles.failover : undefined} title={story.text}>
            {story.text}
          </p>
          <Suspense>{story.lever?.kind === 'raise' ? <LeverButton lever={story.lever} /> : null}</Suspense>
          {story.kind === 'failover' ? (
            <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'report' })}>
              {t.panels.story.report}
            </Button>
          ) : null}
        </>
      )}
      <div className={styles.right}>
        <MachineNote />
        {problems.length > 1 || (problems.length === 1 && story.kind !== 'quiet') ? <ProblemList problems={problems} /> : null}
      </div>
    </section>
  );
}

/** The load is more than this machine can play at the speed asked for: said in a few words, in full when asked, since nothing is left out to keep up. */
function MachineNote() {
  const t = useText();
  const lags = useLags();
  const trueSpeed = useTrueSpeed();
  const asked = useRun(speedAsked);
  if (!lags) return null;
  const words = t.panels.story;
  const real = formatNumber(trueSpeed, 'x');
  return (
    <Popover
      label={words.machineShort(real)}
      side="top"
      trigger={
        <Button look="quiet" size="small" data-testid="machine-note">
          <Gauge size={14} aria-hidden />
          {words.machineShort(real)}
          <ChevronUp size={14} aria-hidden />
        </Button>
      }
    >
      {words.machine(formatNumber(asked, 'x'), real)}
    </Popover>
  );
}

/** Does what would help; while the run goes on, so that its effect is seen. */
function LeverButton({ lever }: { lever: Lever & { kind: 'raise' } }) {
  const t = useText();
  const field = useLateText(fieldWords).kinds[lever.nodeKind].fields[lever.field].label;
  const [from, to] = [formatCount(lever.from), formatCount(lever.to)];
  return (
    <Button
      size="small"
      look="primary"
      className={styles.lever}
      data-lever={lever.node}
      aria-label={`${lever.label}: ${t.panels.story.raise(field, from, to)}`}
      onClick={() => designStore.getState().edit('setParam', (design) => setParam(design, lever.node, lever.field, lever.to))}
    >
      {t.panels.story.raise(field, from, to)}
    </Button>
  );
}

/** What stops the run is said first. */
function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

/** Shows the part a problem is about. */
function pointAt(problem: Problem): void {
  const { select } = sessionStore.getState();
  if (problem.node !== null) select({ nodes: [problem.node] });
  else if (problem.link !== null) select({ links: [problem.link] });
  else select({});
}

function ProblemLine({ problem }: { problem: Problem }) {
  const t = useText();
  const design = useDesign((state) => state.design);
  const Sign = problem.severity === 'error' ? OctagonAlert : TriangleAlert;
  return (
    <>
      <Sign size={16} className={problem.severity === 'error' ? styles.sign : `${styles.sign} ${styles.warningSign}`} aria-hidden />
      <button type="button" className={styles.problem} data-problem={problem.code} onClick={() => pointAt(problem)}>
        {problemText(problem, design, t)}
      </button>
    </>
  );
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useText();
  const design = useDesign((state) => state.design);
  return (
    <Popover
      label={t.panels.story.problems(problems.length)}
      side="top"
      trigger={
        <Button look="quiet" size="small">
          <TriangleAlert size={14} aria-hidden />
          {t.panels.story.problems(problems.length)}
          <ChevronUp size={14} aria-hidden />
        </Button>
      }
    >
      <div className={styles.problems}>
        {problems.map((problem) => (
          <button
            type="button"
            key={`${problem.code}/${problem.node ?? problem.link}/${JSON.stringify(problem.details)}`}
            className={styles.problem}
            onClick={(event) => {
              pointAt(problem);
              event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
            }}
          >
            {problemText(problem, design, t)}
          </button>
        ))}
      </div>
    </Popover>
  );
}
