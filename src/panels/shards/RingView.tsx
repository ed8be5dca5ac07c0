import { useMemo } from 'react';
import { ringPoints } from '../../engine/ring.ts';
import type { ShardSample, ShardsView } from '../../engine/shardView.ts';
import styles from './Shards.module.css';

const size = 128;
const middle = size / 2;
const circle = 46;

const at = (turn: number, radius: number): readonly [number, number] => {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return [middle + radius * Math.cos(angle), middle + radius * Math.sin(angle)];
};

/** As the view says it: the order of the router's options. */
const STRATEGY = { modulo: 0, ring: 2 } as const;

/** Colours repeat after so many; numbers and names tell shards apart, too. */
const hues = 6;

interface RingViewProps {
  view: ShardsView;
  /** Ids of the shards, by which they stand on the ring. */
  names: readonly string[];
  virtualNodes: number;
  labels: { onRing: string; byRemainder: string };
}

/** The ring with its virtual nodes and some keys, and the same keys by the remainder of their number. */
export function RingView({ view, names, virtualNodes, labels }: RingViewProps) {
  const points = useMemo(() => ringPoints(names.slice(0, view.inUse), virtualNodes), [names, view.inUse, virtualNodes]);
  const ownerOf = (turn: number) => (points.find((point) => point.turn >= turn) ?? points[0])?.member ?? 0;
  return (
    <div className={styles.rings}>
      <figure>
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={labels.onRing}>
          <circle className={styles.circle} cx={middle} cy={middle} r={circle} />
          {Array.from({ length: view.inUse }, (_, shard) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a shard is its number
              key={shard}
              className={styles.points}
              data-hue={shard % hues}
              d={points
                .filter(({ member }) => member === shard)
                .map(({ turn }) => `M${at(turn, circle + 5).join(' ')}L${at(turn, circle + 12).join(' ')}`)
                .join('')}
            />
          ))}
          {view.samples.map((sample) => (
            <Key key={sample.row} sample={sample} isReal={view.strategy === STRATEGY.ring} otherwise={ownerOf(sample.turn)} />
          ))}
        </svg>
        <figcaption>{labels.onRing}</figcaption>
      </figure>
      <figure>
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={labels.byRemainder}>
          <circle className={styles.circle} cx={middle} cy={middle} r={circle} />
          {view.samples.map((sample) => (
            <Key key={sample.row} sample={sample} isReal={view.strategy === STRATEGY.modulo} otherwise={sample.user % view.inUse} />
          ))}
        </svg>
        <figcaption>{labels.byRemainder}</figcaption>
      </figure>
    </div>
  );
}

/** Where a key is, if shards are found so; else where it would be. */
function Key({ sample, isReal, otherwise }: { sample: ShardSample; isReal: boolean; otherwise: number }) {
  const isMoving = isReal && sample.state !== 0;
  const home = !isReal ? otherwise : isMoving ? sample.belongs : sample.home;
  const [x, y] = at(sample.turn, isMoving ? circle - 10 : circle);
  return <circle className={isMoving ? styles.moving : styles.key} data-hue={home % hues} cx={x} cy={y} r={2.4} />;
}
