import { useMemo } from 'react';
import { useStore } from 'zustand';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { compareMetric, pairsOf } from '../../runner/compareWorlds.ts';
import type { World } from '../../runner/world.ts';
import { estimateMetric, mergeWorlds, metricNames } from '../../runner/worldMetrics.ts';
import { type ReplicaArm, replicasStore } from '../../store/replicas.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';
import styles from './Replicas.module.css';
import { ComparisonTable, EstimateTable } from './ReplicaTables.tsx';
import { AloneVerdict, Verdict } from './ReplicaVerdict.tsx';
import { replicaText } from './replicaWords.ts';

const ReplicaCharts = latePart(async () => (await import('./ReplicaCharts.tsx')).ReplicaCharts);

/** Fewer worlds than this say nothing yet. */
const leastShown = 3;

/** In words, over time, in numbers; also of what there is while it goes on. */
export function ReplicaResult() {
  const words = useLateText(replicaText);
  const mishaps = useLateText(mishapText);
  const { status, arms, played, failed } = useStore(replicasStore);
  if (status === 'idle') return <p className={styles.idle}>{words.idle}</p>;
  const done = Math.min(...played.map((list) => list.length));
  return (
    <div className={styles.result} data-result>
      {failed.length > 0 ? (
        <p className={styles.problem}>{words.failed(failed.length, mishapIn(mishaps, failed[0]?.reason ?? ''))}</p>
      ) : null}
      {done < leastShown ? (
        status === 'playing' && <p className={styles.waiting}>{words.waiting}</p>
      ) : arms.length === 2 ? (
        <Compared arms={arms} played={played} />
      ) : (
        <Alone played={played[0] ?? []} />
      )}
    </div>
  );
}

function Compared({ arms, played }: { arms: readonly ReplicaArm[]; played: readonly (readonly World[])[] }) {
  const words = useLateText(replicaText);
  const [a = [], b = []] = played;
  const found = useMemo(() => metricNames.map((name) => compareMetric(a, b, name)), [a, b]);
  const pairs = useMemo(() => pairsOf(a, b), [a, b]);
  return (
    <>
      <ul className={styles.arms}>
        {arms.map(({ title }, arm) => (
          <li key={arm === 0 ? 'a' : 'b'}>
            <b data-tone={arm === 0 ? 'a' : 'b'}>{arm === 0 ? 'A' : 'B'}</b>
            {arm === 0 ? `${words.thisDesign}: ${title}` : title}
          </li>
        ))}
        <li className={styles.faint}>{words.sameUsers}</li>
      </ul>
      <Verdict found={found} />
      <Charts a={pairs.a} b={pairs.b} />
      <ComparisonTable found={found} />
    </>
  );
}

function Alone({ played }: { played: readonly World[] }) {
  const found = useMemo(() => metricNames.map((name) => ({ name, ...estimateMetric(played, name) })), [played]);
  return (
    <>
      <AloneVerdict found={found} worlds={played.length} requests={mergeWorlds(played).all.offered} />
      <Charts a={played} b={null} />
      <EstimateTable found={found} worlds={played.length} />
    </>
  );
}

function Charts(props: { a: readonly World[]; b: readonly World[] | null }) {
  return (
    <LatePlace form="pane" fallback={<div className={styles.chartsPlace} />}>
      <ReplicaCharts {...props} />
    </LatePlace>
  );
}
