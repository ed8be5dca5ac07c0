import { Check, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import type { Frame } from '../../engine/frame.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { holds } from '../../schema/fields.ts';
import type { MetricSpec } from '../../schema/spec.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatClock, formatCount, formatDuration, formatNumber, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { balanceOf, columnsOfNode, hasMoved, largestOf, type NodeColumns, nodeNow, sumOf } from '../nodeNow.ts';
import styles from './Now.module.css';
import { percentileTiles } from './percentileTiles.ts';
import { Section } from './Section.tsx';
import { dash, Tiles } from './Tiles.tsx';

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
  const { role } = specOf(kind);
  // Nobody waits at the users, and they are not busy; nobody calls a tool, nor a scheduler.
  const isSource = role === 'source';
  const isCalled = role !== 'operator' && role !== 'scheduler';
  const now = columns && frame ? nodeNow(frame, columns) : null;
  // Before the first frame the same boxes stand there with dashes, so that nothing jumps when the numbers come.
  const rate = (perSecond: number | undefined): string => (perSecond === undefined ? dash('/s') : formatRate(perSecond));
  const duration = (seconds: number | undefined): string => (seconds === undefined ? dash('ms') : time(seconds, t));
  const busy = now && now.utilization >= 0 && now.arrived + now.inside + now.completed > 0 ? now.utilization : null;
  return (
    <Section
      title={words.now}
      aside={now ? <span title={words.nowHelp(formatClock(now.from), formatClock(now.to))}>{formatClock(now.to)}</span> : words.notYet}
    >
      {isCalled ? (
        <Tiles
          of={node}
          tiles={[
            { label: words.arrived, value: rate(now?.arrived), why: 'arrived' },
            { label: words.completed, value: rate(now?.completed), why: 'completed' },
            { label: words.failed, value: rate(now?.failed), why: 'node-failed', isBad: (now?.failed ?? 0) > 0 },
            ...percentileTiles(now, duration, words),
          ]}
        />
      ) : null}
      <dl className={styles.lines}>
        {isCalled && !isSource && columns?.has('utilization') ? (
          <>
            <Line of={node} why="utilization" label={words.utilization} value={busy === null ? dash('%') : formatShare(busy)} />
            <span className={styles.meter} aria-hidden>
              <i style={{ width: `${Math.min(100, (busy ?? 0) * 100)}%` }} />
            </span>
          </>
        ) : null}
        {isCalled && !isSource ? <Line of={node} why="queue" label={words.queue} value={now ? formatNumber(now.queue) : nothing} /> : null}
        {isCalled ? <Line of={node} why="inside" label={words.inside} value={now ? formatNumber(now.inside) : nothing} /> : null}
        {columns && now && hasMoved(frames, columns, 'vain') ? (
          <Line of={node} label={words.vain} value={rate(now.vain)} metric="vain" />
        ) : null}
        {columns ? <OwnMetrics node={node} kind={kind} frames={frames} columns={columns} /> : null}
      </dl>
      {columns && isCalled ? <BalanceLine frames={frames} columns={columns} /> : null}
    </Section>
  );
}

const time = (seconds: number, t: ReturnType<typeof useText>): string =>
  seconds < 0 ? nothing : formatDuration(seconds, t.common.duration);

function Line({ label, value, metric, why = metric, of }: { label: string; value: string; metric?: string; why?: string; of: Id }) {
  return (
    <div className={styles.line} data-own-metric={metric}>
      <dt>
        {why ? (
          <Why metric={why} of={of}>
            {label}
          </Why>
        ) : (
          label
        )}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

interface OwnMetricsProps {
  node: Id;
  kind: NodeKind;
  frames: readonly Frame[];
  columns: NodeColumns;
}

/** A part that counts more than this names what has been zero so far in one paragraph, so that what happens is seen. */
const mostLines = 8;

/** What only this kind counts, of what is in use. Counters read as rates, or where they are rare as sums; levels and gauges as they are. */
function OwnMetrics({ node, kind, frames, columns }: OwnMetricsProps) {
  const t = useText();
  const frame = frames.at(-1);
  const params = useDesign((state) => state.design.nodes.find(({ id }) => id === node)?.params);
  const { fields, metrics } = specOf(kind);
  const names = useLateText(fieldWords).kinds[kind].metrics;
  const lookups = frame ? sumOf(frame, columns, 'hits') + sumOf(frame, columns, 'misses') : 0;
  const ratio = frame && lookups > 0 ? formatShare(sumOf(frame, columns, 'hits') / lookups) : dash('%');
  const used = Object.entries<MetricSpec>(metrics).filter(
    ([metric, { when, hidden }]) => columns.has(metric) && !hidden && holds(when, fields, params ?? {}),
  );
  const isStill = ([metric]: [string, MetricSpec]) => used.length > mostLines && !hasMoved(frames, columns, metric);
  const still = used.filter(isStill);
  return (
    <>
      {columns.has('hits') && columns.has('misses') ? (
        <Line of={node} why="hitRatio" label={t.panels.inspector.hitRatio} value={ratio} />
      ) : null}
      {used
        .filter((entry) => !isStill(entry))
        .map(([metric, spec]) => (
          <Line
            key={metric}
            of={node}
            metric={metric}
            label={names[metric] ?? metric}
            value={metricText(metric, spec, frames, columns, t)}
          />
        ))}
      {still.length > 0 ? (
        <div className={styles.still}>
          <dt>{t.panels.inspector.still}</dt>
          <dd>{still.map(([metric]) => names[metric] ?? metric).join(' · ')}</dd>
        </div>
      ) : null}
    </>
  );
}

function metricText(
  metric: string,
  spec: MetricSpec,
  frames: readonly Frame[],
  columns: NodeColumns,
  t: ReturnType<typeof useText>,
): string {
  const isTime = spec.unit === 's' || spec.unit === 'ms';
  const frame = frames.at(-1);
  if (spec.rare && spec.form === 'counter') return total(frames, columns, metric, spec.unit);
  if (!frame) return spec.form === 'counter' ? dash('/s') : isTime ? dash('ms') : nothing;
  if (spec.form === 'counter') return formatRate(sumOf(frame, columns, metric) / Math.max(frame.end - frame.start, 1e-9));
  if (isTime) {
    const most = largestOf(frame, columns, metric);
    return spec.rare && most === 0 ? nothing : time(most / (spec.unit === 'ms' ? 1000 : 1), t);
  }
  if (spec.unit === 'share') {
    const most = largestOf(frame, columns, metric);
    return most < 0 ? nothing : formatShare(most);
  }
  if (spec.unit === '/s') return formatRate(largestOf(frame, columns, metric));
  const sum = sumOf(frame, columns, metric);
  if (spec.unit !== '') return formatNumber(sum, spec.unit);
  return spec.form === 'gauge' ? formatCount(sum) : formatNumber(sum, spec.unit);
}

/** Since the run began; nothing when its first frames are no longer held. */
function total(frames: readonly Frame[], columns: NodeColumns, metric: string, unit: MetricSpec['unit']): string {
  if (frames[0]?.index !== 0) return nothing;
  const sum = frames.reduce((all, frame) => all + sumOf(frame, columns, metric), 0);
  return unit === '' ? formatCount(sum) : formatNumber(sum, unit);
}

/** Whatever came in has gone out again or is still inside: to the last request. */
function BalanceLine({ frames, columns }: { frames: readonly Frame[]; columns: NodeColumns }) {
  const t = useText();
  const balance = useMemo(() => balanceOf(frames, columns), [frames, columns]);
  const words = t.panels.inspector;
  if (!balance) {
    return (
      <p className={`${styles.balance} ${styles.open}`} title={words.conserved}>
        <Check size={14} aria-hidden />
        <span>
          {words.sum(nothing, nothing, nothing, nothing)}
          <br />
          {words.conserved}
        </span>
      </p>
    );
  }
  const { arrived, completed, failed, inside } = balance;
  const holds = inside >= 0;
  return (
    <p className={holds ? styles.balance : `${styles.balance} ${styles.broken}`} title={holds ? words.conserved : words.notConserved}>
      {holds ? <Check size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
      <span>
        <Why metric="balance" of={given({ arrived, completed, failed, inside })}>
          {words.sum(formatCount(arrived), formatCount(completed), formatCount(failed), formatCount(inside))}
        </Why>
        <br />
        {holds ? words.conserved : words.notConserved}
      </span>
    </p>
  );
}
