import styles from './Curve.module.css';

interface CurveProps {
  /** Evenly spaced heights, at least two. */
  heights: readonly number[];
  label: string;
  /** Words under the left and right end. */
  from: string;
  to: string;
  height?: number;
}

/** A small line over time; the highest point touches the top. */
export function Curve({ heights, label, from, to, height = 64 }: CurveProps) {
  const top = Math.max(...heights, 1e-9);
  const x = (i: number): string => ((i / (heights.length - 1)) * 100).toFixed(2);
  const y = (value: number): string => (38 - (value / top) * 35).toFixed(2);
  const line = heights.map((value, i) => `${x(i)} ${y(value)}`).join(' L');
  return (
    <figure className={styles.figure}>
      <svg className={styles.curve} style={{ height }} viewBox="0 0 100 38" preserveAspectRatio="none" role="img" aria-label={label}>
        <path className={styles.area} d={`M0 38 L${line} L100 38 Z`} />
        <path className={styles.line} d={`M${line}`} />
      </svg>
      <figcaption className={styles.caption}>
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
