/** One part's instances over time: rows of colour for shares and rates of several instances, lines for everything else. */

import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Text, useText } from '../i18n/text.ts';
import { instanceColumn } from '../runner/columnIndex.ts';
import { useDesign, useRun, useSession } from '../store/hooks.ts';
import { formatNumber, nothing } from '../ui/format.ts';
import { askBeside, type ChartContext, ChartFrame, type ChartProps } from './ChartFrame.tsx';
import styles from './Charts.module.css';
import { between, type Colours, rampOf, useColours } from './colours.ts';
import { drawHeat, rowAxis } from './heat.ts';
import { type LegendEntry, ramp } from './Legend.tsx';
import type { GhostColumn } from './lateBeside.ts';
import { type Live, tipNow } from './live.ts';
import { highestLine, loadLines, type MeasureName, type MeasureUnit, measures, memberLines } from './load.ts';
import { busiestOf, busyShare, choosePart, type LoadPart, loadChosen, partsOf, shardsOf, withSiblings } from './loadChoice.ts';
import { linearAxis, lineSeries, type PlotSpec } from './plotOptions.ts';
import { perSecondText, readOut, secondsTextIn, shareText } from './readOut.ts';
import type { Sheet } from './series.ts';
import { greatest, useSheet } from './useSheet.ts';

const formatsIn = (t: Text): Readonly<Record<MeasureUnit, (value: number) => string>> => ({
  share: shareText,
  '/s': perSecondText,
  s: secondsTextIn(t),
  count: (value) => formatNumber(value),
});

/** Measures whose instances are compared by colour; a lag or a backlog is read off a line. */
const heatUnits: ReadonlySet<MeasureUnit> = new Set(['share', '/s']);
const mostLines = 4;
/** As have room beside a row. */
const mostLetters = 8;
const dashes = [undefined, [6, 3], [2, 2], [8, 3, 2, 3]];
const rampSteps = 24;
/** Names the row of another run; the legend says in words which. */
const ghostSign = '┄';

export function LoadChart({ context, isFirst }: ChartProps) {
  const t = useText();
  const colours = useColours();
  const { live } = context;
  const layout = live.buckets?.layout;
  const index = useRun((state) => state.index);
  const design = useDesign((state) => state.design);
  const selected = useSession((state) => state.selection.nodes);
  const { part: picked, measure: wanted } = useStore(loadChosen);

  const alone = useMemo(() => (layout && index ? partsOf(design, index, layout) : []), [design, index, layout]);
  const shards = useMemo(() => shardsOf(design, alone), [design, alone]);
  const parts = [...shards, ...alone];
  // A choice holds until something else is selected on the canvas.
  const part = choosePart(parts, [
    picked?.during === selected ? picked.id : selected[0],
    picked?.id,
    withSiblings(shards, useBusiest(alone, live)),
  ]);
  const measure = part?.measures.find((name) => name === wanted) ?? part?.measures[0];
  const instances = part ? Math.max(part.instances, live.instances.get(part.node) ?? 0) : 0;
  const node = part?.node;
  const members = part?.members;
  const lines = useMemo(
    () =>
      !layout || node === undefined || !measure
        ? []
        : members
          ? memberLines(
              layout,
              members.map((member) => member.node),
              measure,
            )
          : loadLines(layout, node, measure, instances),
    [layout, node, members, measure, instances],
  );
  const sheet = useSheet(live, lines);

  const unit = measure ? measures[measure].unit : 'share';
  const format = formatsIn(t)[unit];
  const isHeat = lines.length > 1 && (heatUnits.has(unit) || lines.length > mostLines);
  const primary = layout && node !== undefined && !members ? primaryOf(context, node, instances) : -1;
  const names = lines.map(({ instance }) => {
    if (members) return members[instance].label.length <= mostLetters ? members[instance].label : `#${instance + 1}`;
    if (instance < 0 || lines.length === 1) return part?.label ?? '';
    return instance === primary ? `★ #${instance + 1}` : `#${instance + 1}`;
  });
  const top = unit === 'share' ? 1 : sheet.values.reduce((most, column) => Math.max(most, greatest(column)), 0);
  const beside = askBeside(context, {
    key: `load/${part?.id}/${measure}`,
    chart: 'load',
    // The other run may have had more instances, fewer, or no such part: its highest is one line that always fits.
    lineOf: (other, otherIndex) =>
      part && measure ? highestLine(other, otherIndex?.nodes.findIndex(({ id }) => id === part.id) ?? -1, measure) : null,
    format,
    isHeat,
  });
  const spec = specOf({ isHeat, names, top, unit, format, colours, context, ghost: beside?.ghost ?? null });

  const last = sheet.seconds.length - 1;
  const highest = highestAt(sheet, last);
  const name = part && measure ? `${part.label}: ${t.charts.measures[measure]}` : t.charts.names.load;
  const summary =
    part && measure && highest
      ? t.charts.saysLoad(part.label, t.charts.measures[measure], format(highest.value), names[highest.row])
      : t.charts.saysNothing(name);

  return (
    <ChartFrame
      context={context}
      isFirst={isFirst}
      beside={beside}
      id="load"
      name={name}
      head={
        part && measure ? (
          <span className={styles.choices}>
            <select
              aria-label={t.charts.part}
              value={part.id}
              onChange={(event) => loadChosen.setState({ part: { id: event.currentTarget.value, during: selected } })}
            >
              {parts.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
            <select
              aria-label={t.charts.measure}
              value={measure}
              onChange={(event) => loadChosen.setState({ measure: event.currentTarget.value as MeasureName })}
            >
              {part.measures.map((option) => (
                <option key={option} value={option}>
                  {t.charts.measures[option]}
                </option>
              ))}
            </select>
          </span>
        ) : undefined
      }
      legend={isHeat ? (sheet.seconds.length > 0 ? heatLegend() : []) : lineLegend()}
      sheet={sheet}
      columns={names.map((line) => ({
        title: t.charts.line(line, unit === 'share' ? t.charts.share : unit === 'count' ? '' : unit),
        format: (value) => formatNumber(value),
        ...(unit === 'share' ? { scale: 100 } : {}),
      }))}
      spec={spec}
      data={[sheet.seconds, ...sheet.values]}
      tipOf={(tip) => lines.map((line) => line.value(tip, [tip], 0))}
      summary={summary}
    />
  );

  function heatLegend(): LegendEntry[] {
    const from = format(0);
    const to = format(top);
    return [
      { id: 'ramp', label: from, look: { colour: ramp }, help: t.charts.emptyToFull(from, to), valueAt: () => to },
      {
        id: 'highest',
        label: t.charts.highest,
        valueAt: (at) => {
          const most = highestAt(sheet, at);
          return most ? `${format(most.value)} ${names[most.row]}` : nothing;
        },
      },
      ...(primary < 0 ? [] : [{ id: 'primary', label: `★ ${t.charts.primary}`, valueAt: () => '' }]),
    ];
  }

  function lineLegend(): LegendEntry[] {
    return names.map((line, i) => ({
      id: line,
      label: line,
      look: lookOf(i, colours),
      why: measure ?? '',
      of: members?.[i].id ?? (lines[i].instance < 0 ? part?.id : `${part?.id}#${lines[i].instance}`),
      ...(lines[i].instance === primary ? { help: t.charts.primary } : {}),
      valueAt: readOut(sheet.values[i], format),
    }));
  }
}

/** The part that is busiest by what was measured of late; nobody before that. */
function useBusiest(parts: readonly LoadPart[], { buckets }: Live): string | undefined {
  const layout = buckets?.layout;
  const [leading, setLeading] = useState<string>();
  const lines = useMemo(
    () => (layout ? parts.map(({ id, node }) => ({ id, line: highestLine(layout, node, 'utilization') })) : []),
    [parts, layout],
  );
  const list = buckets?.list ?? [];
  const busiest = busiestOf(
    lines.map(({ id, line }) => ({ id, share: busyShare(line, list) })),
    leading,
  );
  if (busiest !== leading && busiest !== undefined) setLeading(busiest);
  return busiest ?? leading;
}

function lookOf(line: number, colours: Colours) {
  const colour = [colours.p95, colours.p99, colours.p50, colours.offered][line % mostLines];
  const dash = dashes[line % mostLines];
  return dash ? { colour, dash } : { colour };
}

function highestAt(sheet: Sheet, index: number): { row: number; value: number } | null {
  let best: { row: number; value: number } | null = null;
  for (const [row, column] of sheet.values.entries()) {
    const value = column[index] ?? null;
    if (value !== null && (best === null || value > best.value)) best = { row, value };
  }
  return best;
}

/** The instance that is the primary at the newest moment, -1 for parts without one. */
function primaryOf({ live }: ChartContext, node: number, instances: number): number {
  const { buckets } = live;
  const values = buckets?.list.at(-1)?.values;
  if (!buckets || !values) return -1;
  for (let i = 0; i < instances; i++) if (values[instanceColumn(buckets.layout, node, i, 'isPrimary')] > 0.5) return i;
  return -1;
}

interface SpecInput {
  isHeat: boolean;
  names: readonly string[];
  top: number;
  unit: MeasureUnit;
  format: (value: number) => string;
  colours: Colours;
  context: ChartContext;
  ghost: GhostColumn | null;
}

function specOf({ isHeat, names, top, unit, format, colours, context, ghost }: SpecInput): PlotSpec {
  if (!isHeat) {
    return {
      key: `lines/${unit}/${names.join()}`,
      series: names.map((_, i) => {
        const { colour, dash } = lookOf(i, colours);
        return lineSeries(names[i], colour, dash);
      }),
      y: linearAxis(format, unit === 'share' ? 1 : undefined),
    };
  }
  const steps = rampOf(colours, rampSteps);
  const greys = between([colours.surface, colours.textFaint], rampSteps);
  return {
    key: `heat/${unit}/${names.join()}/${ghost !== null}`,
    series: names.map(() => ({ paths: () => null, points: { show: false } })),
    y: rowAxis(ghost ? [...names, ghostSign] : names),
    under: (plot) => {
      const list = context.live.buckets?.list ?? [];
      const before = ghost && { values: ghost.values, edges: ghost.edges, ramp: greys };
      const edges = (i: number): readonly [number, number] | null => {
        const interval = list[i] ?? tipNow();
        return interval && [interval.start, interval.end];
      };
      drawHeat(plot, edges, top, steps, { outline: colours.bad, before });
    },
  };
}
