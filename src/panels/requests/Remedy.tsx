import { useStore } from 'zustand';
import type { Plan } from '../../engine/plan.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { type RequestText, requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { applyChange } from '../../runner/changes.ts';
import type { MetricComparison } from '../../runner/compareWorlds.ts';
import type { BlameRow } from '../../runner/requests/tail.ts';
import { useDesign } from '../../store/hooks.ts';
import { remedyStore, remedyWorlds, stopRemedy, tryRemedy } from '../../store/remedy.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatDuration } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { leverText, perform } from '../story/leverText.ts';
import { storyWords } from '../story/storyWords.ts';
import blameStyles from './Blame.module.css';
import { leverFor } from './leverFor.ts';
import styles from './Requests.module.css';

/** What would help where most of the time goes, and whether it does: by playing both in the same worlds. */
export function Remedy({ row, plan }: { row: BlameRow; plan: Plan }) {
  const t = useText();
  const words = useLateText(requestText);
  const fields = useLateText(fieldWords);
  const story = useLateText(storyWords);
  const design = useDesign((state) => state.design);
  const { status, name, played, p99 } = useStore(remedyStore);
  const lever = leverFor(design, plan, row);
  if (lever?.kind !== 'set') {
    const node = design.nodes.find(({ id }) => id === plan.nodes[row.node]?.id);
    const isAlone = lever?.kind === 'hint' && lever.code === 'balance' && node;
    return (
      <section className={blameStyles.remedy} aria-label={words.blame.remedy}>
        <h3>{words.blame.remedy}</h3>
        <p>{isAlone ? words.blame.balance(localLabel(node.label, t)) : words.blame.noLever}</p>
      </section>
    );
  }
  const { part, text } = leverText(lever, design, { t, words: story, fields });
  const change = words.blame.raise(localLabel(part, t), text);
  const changed = lever.changes.reduce(applyChange, design);
  const isMine = name === change;
  const isPlaying = isMine && status === 'playing';
  return (
    <section className={blameStyles.remedy} aria-label={words.blame.remedy} data-remedy={isMine ? status : 'idle'}>
      <h3>{words.blame.remedy}</h3>
      <p>{change}</p>
      <div className={blameStyles.remedyActs}>
        {isPlaying ? (
          <Button size="small" onClick={stopRemedy}>
            {words.blame.cancel}
          </Button>
        ) : (
          <Button size="small" look="primary" onClick={() => tryRemedy(change, design, changed)}>
            {words.blame.test(formatCount(remedyWorlds))}
          </Button>
        )}
        <Button size="small" onClick={() => perform(lever)}>
          {words.blame.apply}
        </Button>
      </div>
      <div className={blameStyles.verdict} aria-live="polite">
        {isPlaying ? <p className={styles.quiet}>{words.blame.testing(formatCount(played), formatCount(remedyWorlds))}</p> : null}
        {isMine && status === 'stopped' ? <p className={styles.quiet}>{words.blame.stopped}</p> : null}
        {isMine && status === 'cannot-run' ? <p>{words.blame.cannotRun}</p> : null}
        {isMine && p99 ? <Verdict p99={p99} words={words} /> : null}
      </div>
    </section>
  );
}

function Verdict({ p99, words }: { p99: MetricComparison; words: RequestText }) {
  const { a, b, bBetter, worlds, paired, verdict } = p99;
  const interval = paired?.difference;
  return (
    <>
      <strong data-verdict={verdict}>
        <Why metric="remedy-p99" of={given({ worlds, withoutP99: a.value, withP99: b.value, better: bBetter })}>
          {words.blame.result(formatDuration(a.value ?? -1), formatDuration(b.value ?? -1), formatCount(bBetter), formatCount(worlds))}
        </Why>
      </strong>
      {verdict === 'same' ? <p>{words.blame.same}</p> : null}
      {verdict === 'not-real' ? <p>{words.blame.noDifference}</p> : null}
      {verdict === 'too-little' ? <p>{words.blame.tooLittle}</p> : null}
      {interval && verdict !== 'same' ? (
        <p className={styles.quiet}>
          <Why
            metric="trial-difference"
            of={given({ worlds, low: [interval.low, 's'], high: [interval.high, 's'], difference: [interval.value, 's'] })}
          >
            {words.blame.band(signed(interval.low), signed(interval.high))}
          </Why>
        </p>
      ) : null}
    </>
  );
}

/** Of a difference: less is said as less. */
const signed = (seconds: number): string => (seconds < 0 ? `−${formatDuration(-seconds)}` : `+${formatDuration(seconds)}`);
