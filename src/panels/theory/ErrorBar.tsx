import styles from './Theory.module.css';

interface ErrorBarProps {
  theory: number;
  value: number;
  low: number;
  high: number;
  agrees: boolean;
  label: string;
}

const width = 100;
const middle = width / 2;

/** The measured interval as a line, the measured value as a point, and what theory says as a mark in the middle. */
export function ErrorBar({ theory, value, low, high, agrees, label }: ErrorBarProps) {
  // as wide as needed to show the farther end, and never so narrow that a hair looks like a gap
  const reach = 1.15 * Math.max(Math.abs(high - theory), Math.abs(low - theory), 0.05 * Math.abs(theory), 1e-12);
  const at = (point: number): number => middle + ((point - theory) / reach) * middle;
  return (
    <svg className={agrees ? styles.bar : `${styles.bar} ${styles.off}`} viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" role="img">
      <title>{label}</title>
      <line className={styles.axis} x1={0} x2={width} y1={6} y2={6} />
      <line className={styles.span} x1={at(low)} x2={at(high)} y1={6} y2={6} />
      <line className={styles.end} x1={at(low)} x2={at(low)} y1={3} y2={9} />
      <line className={styles.end} x1={at(high)} x2={at(high)} y1={3} y2={9} />
      <line className={styles.point} x1={at(value)} x2={at(value)} y1={3.5} y2={8.5} />
      <line className={styles.mark} x1={middle} x2={middle} y1={1.5} y2={11.5} />
    </svg>
  );
}
