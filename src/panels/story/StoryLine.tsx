/** What the story line has to say of the design and of the machine: what keeps a run from beginning, and what it asks of both. */

import { ChevronUp, Gauge, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Problem } from '../../design/problems.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Popover } from '../../ui/Popover.tsx';
import { ProblemWords } from '../ProblemWords.tsx';
import styles from '../Story.module.css';
import { speedAsked, useLags, useTrueSpeed } from '../useLag.ts';
import { StoryTold } from './StoryTold.tsx';

export function StoryLine() {
  const found = useRun((state) => state.problems);
  const hasBegun = useRun((state) => state.frames.length > 0);
  const isCrashed = useRun((state) => state.status === 'crashed');
  const problems = useMemo(() => errorsFirst(found), [found]);
  return (
    <>
      {!isCrashed && !hasBegun && problems.length > 0 ? <ProblemLine problem={problems[0]} /> : <StoryTold />}
      <div className={styles.right}>
        <MachineNote />
        {problems.length > 1 || (problems.length === 1 && hasBegun) ? <ProblemList problems={problems} /> : null}
      </div>
    </>
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
  const Sign = problem.severity === 'error' ? OctagonAlert : TriangleAlert;
  return (
    <>
      <Sign size={16} className={problem.severity === 'error' ? styles.sign : `${styles.sign} ${styles.warningSign}`} aria-hidden />
      <button type="button" className={styles.problem} data-problem={problem.code} onClick={() => pointAt(problem)}>
        <ProblemWords problem={problem} />
      </button>
    </>
  );
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useText();
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
            <ProblemWords problem={problem} />
          </button>
        ))}
      </div>
    </Popover>
  );
}
