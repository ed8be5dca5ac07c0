import { Play, SquareArrowOutUpRight } from 'lucide-react';
import { useState } from 'react';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { lengthOf } from '../../physics/length.ts';
import { lookAt } from '../../store/persistence.ts';
import { designsFor, playCases } from '../../store/physicsPlayer.ts';
import type { CaseState, ShownCase } from '../../store/physicsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatDuration, formatNumber } from '../../ui/format.ts';
import { MetricTable } from './MetricTable.tsx';
import styles from './Rows.module.css';
import { usePhysicsText } from './words.ts';

interface CaseDetailsProps {
  shown: ShownCase;
  state: CaseState;
  onClose: () => void;
}

/** Of a case that could not be played at all there is a code; what a case came to is told in the language of its file. */
function Failed({ reason }: { reason: string }) {
  const mishaps = useLateText(mishapText);
  return Object.hasOwn(mishaps.why, reason) ? (
    <p className={styles.fault}>{mishapIn(mishaps, reason)}</p>
  ) : (
    <p className={styles.fault} lang="en">
      {reason}
    </p>
  );
}

/** All of a case: its metrics, how long it runs, where its answers come from, and what can be done with it. */
export function CaseDetails({ shown, state, onClose }: CaseDetailsProps) {
  const words = usePhysicsText();
  const isUnderWay = state.state === 'queued' || state.state === 'playing';
  const result = state.state === 'ended' ? state.result : null;
  return (
    <div className={styles.details}>
      {result?.verdict === 'waiting' ? <p className={styles.reason}>{words.waitsFor(result.reason)}</p> : null}
      {result?.verdict === 'failed' ? <Failed reason={result.reason} /> : null}
      {shown.given.tier === 'ordering' ? <p className={styles.note}>{words.ordering}</p> : null}
      <MetricTable shown={shown} state={state} />
      <dl className={styles.facts}>
        <div>
          <dt>{words.source}</dt>
          <dd lang="en">{shown.source}</dd>
        </div>
      </dl>
      <p className={styles.length}>
        <RunLength shown={shown} state={state} />
        {result && result.events > 0 ? ` · ${words.cost(formatDuration(result.seconds), formatNumber(result.events))}` : ''}
        {state.state === 'playing' && state.soFar ? ` · ${words.soFar(state.soFar.done, state.soFar.of)}` : ''}
      </p>
      <div className={styles.tools}>
        <Button size="small" disabled={isUnderWay} onClick={() => playCases([shown], true)}>
          <Play size={12} fill="currentColor" aria-hidden />
          {words.run}
        </Button>
        {shown.given.quick ? (
          <Button size="small" look="quiet" disabled={isUnderWay} onClick={() => playCases([shown], false)}>
            {words.runFull}
          </Button>
        ) : null}
        <OpenOnCanvas shown={shown} onClose={onClose} />
      </div>
    </div>
  );
}

function RunLength({ shown, state }: Pick<CaseDetailsProps, 'shown' | 'state'>) {
  const { length } = usePhysicsText();
  const { n, counts, warmup } = lengthOf(shown.given, state.state === 'unplayed' || state.quick);
  if (n === 0) return length.once;
  return counts === 'replications' ? length.replications(formatCount(n)) : length.requests(formatCount(n), formatCount(warmup));
}

/** The design the case is played with, as another's link is opened: looked at, never over one's own work. */
function OpenOnCanvas({ shown, onClose }: Pick<CaseDetailsProps, 'shown' | 'onClose'>) {
  const words = usePhysicsText();
  const [note, setNote] = useState('');
  const [choices, setChoices] = useState<readonly (() => void)[]>([]);
  const open = async () => {
    try {
      const designs = await designsFor(shown);
      const looks = designs.map((design) => () => void lookAt(design).then(onClose));
      if (looks.length === 1) looks[0]();
      else setChoices(looks);
    } catch (error) {
      setNote(`${words.openFailed} ${error instanceof Error ? error.message : ''}`);
    }
  };
  return (
    <>
      {choices.length === 0 ? (
        <Button size="small" look="quiet" onClick={() => void open()}>
          <SquareArrowOutUpRight size={12} aria-hidden />
          {words.open}
        </Button>
      ) : (
        choices.map((look, i) => (
          <Button key={words.openWhich(i + 1)} size="small" look="quiet" onClick={look}>
            <SquareArrowOutUpRight size={12} aria-hidden />
            {words.openWhich(i + 1)}
          </Button>
        ))
      )}
      <span className={styles.note} role="status">
        {note}
      </span>
    </>
  );
}
