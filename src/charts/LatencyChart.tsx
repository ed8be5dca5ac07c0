/** How long users waited: three percentiles as three lightness steps of one hue with dashes, on a log axis. */

import { useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import { formatDuration, formatNumber } from '../ui/format.ts';
import { askBeside, ChartFrame, type ChartProps } from './ChartFrame.tsx';
import { useColours } from './colours.ts';
import { lineSeries, logAxis, type PlotSpec } from './plotOptions.ts';
import { readOut, secondsTextIn } from './readOut.ts';
import { latencyLines } from './series.ts';
import { greatest, newest, useSheet } from './useSheet.ts';

const names = ['p50', 'p95', 'p99'] as const;
const dashes = { p50: undefined, p95: [7, 3], p99: [2, 2] };

/** Ticks are round: "100 ms", "10 s", "100 s" are shorter than minutes and as clear. */
const tickText = (seconds: number): string => (seconds < 1 ? formatDuration(seconds) : formatNumber(seconds, 's'));

export function LatencyChart({ context, isFirst }: ChartProps) {
  const t = useText();
  const colours = useColours();
  const secondsText = secondsTextIn(t);
  const sheet = useSheet(context.live, latencyLines);
  const [p50, , p99] = sheet.values;

  const spec = useMemo<PlotSpec>(
    () => ({
      key: 'latency',
      series: names.map((name) => lineSeries(name, colours[name], dashes[name], name === 'p99' ? 1.75 : 1.5)),
      y: logAxis(tickText),
    }),
    [colours],
  );

  const beside = askBeside(context, {
    key: 'latency',
    chart: 'latency',
    lineOf: () => latencyLines[2],
    format: secondsText,
    isHeat: false,
  });
  const last = newest(p99);
  const measured = p99.filter((value) => value !== null);
  const summary =
    last === null
      ? t.charts.saysNothing(t.charts.names.latency)
      : t.charts.saysLatency(
          secondsText(newest(p50) ?? 0),
          secondsText(last),
          secondsText(Math.min(...measured)),
          secondsText(greatest(p99)),
        );

  return (
    <ChartFrame
      context={context}
      isFirst={isFirst}
      beside={beside}
      id="latency"
      name={t.charts.names.latency}
      unit={t.charts.units.latency}
      legend={names.map((name, i) => ({
        id: name,
        label: t.charts.lines[name],
        why: name,
        look: dashes[name] ? { colour: colours[name], dash: dashes[name] } : { colour: colours[name] },
        valueAt: readOut(sheet.values[i], secondsText),
      }))}
      sheet={sheet}
      columns={names.map((name) => ({
        title: t.charts.line(t.charts.lines[name], 'ms'),
        scale: 1000,
        format: (value) => formatNumber(value),
      }))}
      spec={spec}
      data={[sheet.seconds, ...sheet.values]}
      tipOf={(tip) => {
        const list = [...(context.live.buckets?.list ?? []), tip];
        return latencyLines.map((line) => line.value(tip, list, list.length - 1));
      }}
      summary={summary}
    />
  );
}
