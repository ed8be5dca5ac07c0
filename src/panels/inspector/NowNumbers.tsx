import { Check, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import type { Frame } from '../../engine/frame.ts';
import { useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import type { MetricSpec } from '../../schema/spec.ts';
import { useRun } from '../../store/hooks.ts';
import { formatClock, formatCount, formatDuration, formatNumber, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { balanceOf, columnsOfNode, largestOf, type NodeColumns, nodeNow, sumOf } from '../nodeNow.ts';
import styles from './Now.module.css';
import { Section } from './Section.tsx';

/** How a part is doing, from the newest frame; every number with its unit. */
export function NowNumbers({ node, kind }: { node: Id; kind: NodeKind }) {
  const t = useText();
  const layout = useRun((state) => state.layout);
  const index = useRun((state) => state.index);
  const frames = useRun((state) => state.frames);
  const at = index?.nodes.findIndex(({ id }) => id === node) ?? -1;
  const columns = useMemo(() => (layout && at >= 0 ? columnsOfNode(layout, at) : null), [layout, at]);
  const frame = frames.at(-1);
  const words = t.panels.inspector;
  if (!columns || !frame) {
    return (
      <Section title={words.now}>
        <p className={styles.classes}>{words.notYet}</p>
      </Section>
    );
  }
  const now = nodeNow(frame, columns);
  const has = (metric: string): boolean => (columns.get(metric)?.length ?? 0) > 0 && now.arrived + now.inside + now.completed > 0;
  return (
    <Section title={words.now} aside={<span title={words.nowHelp(formatClock(now.from), formatClock(now.to))}>{formatClock(now.to)}</span>}>
      <Tiles
        tiles={[
          { label: words.arrived, value: formatRate(now.arrived) },
          { label: words.completed, value: formatRate(now.completed) },
          { label: words.failed, value: formatRate(now.failed), isBad: now.failed > 0 },
          { label: words.p50, value: time(now.p50, t) },
          { label: words.p95, value: time(now.p95, t) },
          { label: words.p99, value: time(now.p99, t) },
        ]}
      />
      <dl className={styles.lines}>
        {now.utilization >= 0 && has('utilization') ? (
          <>
            <Line label={words.utilization} value={formatShare(now.utilization)} />
            <span className={styles.meter} aria-hidden>
              <i style={{ width: `${Math.min(100, now.utilization * 100)}%` }} />
            </span>
          </>
        ) : null}
        <Line label={words.queue} value={formatNumber(now.queue)} />
        <Line label={words.inside} value={formatNumber(now.inside)} />
        <OwnMetrics kind={kind} frame={frame} columns={columns} />
      </dl>
      <BalanceLine frames={frames} columns={columns} />
    </Section>
  );
}

const time = (seconds: number, t: ReturnType<typeof useText>): string =>
  seconds < 0 ? nothing : formatDuration(seconds, t.common.duration);

export function Tiles({ tiles }: { tiles: readonly { label: string; value: string; isBad?: boolean }[] }) {
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ label, value, isBad }) => (
        <div key={label} className={isBad ? `${styles.tile} ${styles.bad}` : styles.tile}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What only this kind counts. Counters read as rates, levels and gauges as they are. */
function OwnMetrics({ kind, frame, columns }: { kind: NodeKind; frame: Frame; columns: NodeColumns }) {
  const t = useText();
  const names = t.kinds[kind].metrics;
  const lookups = sumOf(frame, columns, 'hits') + sumOf(frame, columns, 'misses');
  return (
    <>
      {lookups > 0 ? <Line label={t.panels.inspector.hitRatio} value={formatShare(sumOf(frame, columns, 'hits') / lookups)} /> : null}
      {Object.entries<MetricSpec>(specOf(kind).metrics)
        .filter(([metric]) => columns.has(metric) && !metric.startsWith('is'))
        .map(([metric, spec]) => (
          <Line key={metric} label={names[metric] ?? metric} value={metricText(metric, spec, frame, columns, t)} />
        ))}
    </>
  );
}

function metricText(metric: string, spec: MetricSpec, frame: Frame, columns: NodeColumns, t: ReturnType<typeof useText>): string {
  if (spec.form === 'counter') return formatRate(sumOf(frame, columns, metric) / Math.max(frame.end - frame.start, 1e-9));
  if (spec.unit === 's') return time(largestOf(frame, columns, metric), t);
  if (spec.unit === 'ms') return time(largestOf(frame, columns, metric) / 1000, t);
  const sum = sumOf(frame, columns, metric);
  return spec.form === 'gauge' ? formatCount(sum) : formatNumber(sum, spec.unit);
}

/** Whatever came in has gone out again or is still inside: to the last request. */
function BalanceLine({ frames, columns }: { frames: readonly Frame[]; columns: NodeColumns }) {
  const t = useText();
  const balance = useMemo(() => balanceOf(frames, columns), [frames, columns]);
  if (!balance) return null;
  const { arrived, completed, failed, inside } = balance;
  const words = t.panels.inspector;
  const holds = inside >= 0;
  return (
    <p className={holds ? styles.balance : `${styles.balance} ${styles.broken}`} title={holds ? words.conserved : words.notConserved}>
      {holds ? <Check size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
      <span>
        {words.sum(formatCount(arrived), formatCount(completed), formatCount(failed), formatCount(inside))}
        <br />
        {holds ? words.conserved : words.notConserved}
      </span>
    </p>
  );
}
