/** Event marks and their many icons come when the charts stand, or with the first event. Their lane is kept free. */

import { Suspense } from 'react';
import { late, useLate } from '../ui/late.ts';
import { useSoon } from '../ui/useSoon.ts';
import styles from './Charts.module.css';
import type { MarkLaneProps } from './MarkLane.tsx';

const lane = late(async () => (await import('./MarkLane.tsx')).MarkLane);

export function LateMarkLane(props: MarkLaneProps) {
  useSoon(lane.fetch);
  const empty = <div className={styles.lane} />;
  return props.clusters.length === 0 ? (
    empty
  ) : (
    <Suspense fallback={empty}>
      <Lane {...props} />
    </Suspense>
  );
}

function Lane(props: MarkLaneProps) {
  const MarkLane = useLate(lane);
  return <MarkLane {...props} />;
}
