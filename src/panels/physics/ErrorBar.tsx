import { intervalText, type MetricView, valueText } from './caseView.ts';
import styles from './ErrorBar.module.css';
import { usePhysicsText } from './words.ts';

const width = 200;
const height = 20;
const middle = width / 2;
/** How far from the middle the tolerance reaches; the rest is room for what is off. */
const reach = 50;
const edge = middle - 4;

/** What one tolerance is on the drawing, in the metric's own unit; where none is asked, what there is to see fills the bar. */
function scaleOf({ allowed, estimate, expected }: MetricView): number {
  if (allowed !== null && allowed > 0) return allowed;
  if (!estimate) return 1;
  return Math.max(estimate.high - expected, expected - estimate.low, Math.abs(estimate.value - expected)) / 1.4 || 1;
}

/**
 * Expected in the middle, the tolerance as a band around it, measured as a dot with its interval: every metric of every case on
 * one scale, so that they can be read like instruments side by side.
 */
export function ErrorBar({ metric, label }: { metric: MetricView; label: string }) {
  const words = usePhysicsText();
  const { estimate, expected, unit, allowed, verdict } = metric;
  const theory = valueText(expected, unit);
  const spoken =
    estimate && Number.isFinite(estimate.value)
      ? words.barLabel(label, theory, valueText(estimate.value, unit), intervalText(estimate, unit))
      : words.barEmpty(label, theory);
  const scale = scaleOf(metric);
  const x = (value: number) => middle + Math.max(-edge, Math.min(edge, ((value - expected) / scale) * reach));
  const isOff = (value: number) => Math.abs((value - expected) / scale) * reach > edge;
  return (
    <svg className={styles.bar} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken} data-verdict={verdict ?? 'open'}>
      <line className={styles.axis} x1={0} x2={width} y1={height / 2} y2={height / 2} />
      {allowed !== null ? <rect className={styles.band} x={middle - reach} y={3} width={2 * reach} height={height - 6} rx={2} /> : null}
      <line className={styles.theory} x1={middle} x2={middle} y1={0} y2={height} />
      {estimate && Number.isFinite(estimate.value) ? (
        <g className={styles.measured}>
          {estimate.low < estimate.high ? (
            <>
              <line x1={x(estimate.low)} x2={x(estimate.high)} y1={height / 2} y2={height / 2} />
              {isOff(estimate.low) ? null : <line x1={x(estimate.low)} x2={x(estimate.low)} y1={6} y2={height - 6} />}
              {isOff(estimate.high) ? null : <line x1={x(estimate.high)} x2={x(estimate.high)} y1={6} y2={height - 6} />}
            </>
          ) : null}
          {isOff(estimate.value) ? (
            <path d={estimate.value > expected ? `M${width - 8} 5 l7 5 l-7 5 z` : 'M8 5 l-7 5 l7 5 z'} />
          ) : (
            <circle cx={x(estimate.value)} cy={height / 2} r={4} />
          )}
        </g>
      ) : null}
    </svg>
  );
}

/** How to read it, once, above all of them. */
export function BarKey() {
  const words = usePhysicsText();
  return (
    <dl className={styles.key} aria-label={words.key.title}>
      <div>
        <dt>
          <svg className={styles.sign} viewBox="0 0 24 20" aria-hidden>
            <line className={styles.theory} x1={12} x2={12} y1={0} y2={20} />
          </svg>
        </dt>
        <dd>{words.key.theory}</dd>
      </div>
      <div>
        <dt>
          <svg className={styles.sign} viewBox="0 0 24 20" aria-hidden>
            <rect className={styles.band} x={0} y={3} width={24} height={14} rx={2} />
          </svg>
        </dt>
        <dd>{words.key.allowed}</dd>
      </div>
      <div>
        <dt>
          <svg className={styles.sign} viewBox="0 0 24 20" aria-hidden>
            <g className={styles.measured}>
              <path d="M2 10 H22 M2 6 V14 M22 6 V14" />
              <circle cx={12} cy={10} r={4} />
            </g>
          </svg>
        </dt>
        <dd>{words.key.measured}</dd>
      </div>
    </dl>
  );
}
