/** What users asked for and what they got, per second: the space between the two lines is what went wrong. */

import { useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import { formatNumber } from '../ui/format.ts';
import { askBeside, ChartFrame, type ChartProps } from './ChartFrame.tsx';
import { useColours, withAlpha } from './colours.ts';
import { linearAxis, lineSeries, type PlotSpec } from './plotOptions.ts';
import { perSecondText, readOut } from './readOut.ts';
import { requestLines } from './series.ts';
import { greatest, newest, useSheet } from './useSheet.ts';

const offeredDash = [5, 3];

export function RequestsChart({ context, isFirst }: ChartProps) {
  const t = useText();
  const colours = useColours();
  const layout = context.live.buckets?.layout;
  const lines = useMemo(() => (layout ? requestLines(layout) : []), [layout]);
  const sheet = useSheet(context.live, lines);
  const [offered = [], served = []] = sheet.values;

  const spec = useMemo<PlotSpec>(
    () => ({
      key: 'requests',
      series: [
        { ...lineSeries('served', colours.served, undefined, 1.75), fill: withAlpha(colours.served, 0.14) },
        lineSeries('offered', colours.offered, offeredDash),
      ],
      y: linearAxis((value) => formatNumber(value)),
    }),
    [colours],
  );

  const beside = askBeside(context, {
    key: 'requests',
    chart: 'requests',
    lineOf: (other) => requestLines(other)[1],
    format: perSecondText,
    isHeat: false,
  });
  const says = newest(offered);
  const summary =
    says === null
      ? t.charts.saysNothing(t.charts.names.requests)
      : t.charts.saysRequests(perSecondText(says), perSecondText(newest(served) ?? 0), perSecondText(greatest(offered)));

  return (
    <ChartFrame
      context={context}
      isFirst={isFirst}
      beside={beside}
      id="requests"
      name={t.charts.names.requests}
      unit={t.charts.units.requests}
      legend={[
        {
          id: 'offered',
          label: t.charts.lines.offered,
          why: 'offered',
          look: { colour: colours.offered, dash: offeredDash },
          valueAt: readOut(offered, perSecondText),
        },
        {
          id: 'served',
          label: t.charts.lines.served,
          why: 'goodput',
          look: { colour: colours.served },
          valueAt: readOut(served, perSecondText),
        },
      ]}
      sheet={sheet}
      columns={[t.charts.lines.offered, t.charts.lines.served].map((line) => ({
        title: t.charts.line(line, t.charts.perSecond),
        format: (value) => formatNumber(value),
      }))}
      spec={spec}
      data={[sheet.seconds, served, offered]}
      tipOf={(tip) => lines.map((line) => line.value(tip, [tip], 0)).toReversed()}
      summary={summary}
    />
  );
}
