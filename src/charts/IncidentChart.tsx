/** The still picture of an incident in the report. The only reader of Recharts, and a chunk of its own. */

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useText } from '../i18n/text.ts';
import { formatNumber } from '../ui/format.ts';
import { clockTick, linearRange, linearTicks, timeSteps } from './axes.ts';
import { ChartNumbers } from './ChartNumbers.tsx';
import { useColours } from './colours.ts';
import styles from './FailoverReport.module.css';
import { type IncidentPoint, type Moment, momentLines } from './incident.ts';
import { incidentNumbers } from './numbers.ts';
import { greatest } from './useSheet.ts';

const tick = { fontSize: 12 } as const;

interface IncidentChartProps {
  /** For the name of its file. */
  id: string;
  points: readonly IncidentPoint[];
  moments: readonly Moment<string>[];
}

export function IncidentChart({ id, points, moments }: IncidentChartProps) {
  const t = useText();
  const colours = useColours();
  const from = points[0]?.seconds ?? 0;
  const to = points.at(-1)?.seconds ?? from + 1;
  const [, top] = linearRange(greatest(points.flatMap(({ offered, served, failed }) => [offered, served, failed])));
  const step = timeSteps.find((s) => (to - from) / s <= 8) ?? 86_400;
  const first = Math.ceil(from / step) * step;
  const times = Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
  const peak = formatNumber(greatest(points.map((point) => point.failed)), '/s');

  const { offered, served, failed } = t.charts.lines;
  const rate = (line: string): string => t.charts.line(line, t.charts.perSecond);
  const numbers = () => incidentNumbers(points, [t.charts.line(t.panels.run.time, 's'), rate(offered), rate(served), rate(failed)]);

  return (
    <figure className={styles.incident}>
      <div className={styles.incidentHead}>
        <ul className={styles.key} aria-hidden="true">
          <li>
            <i style={{ background: colours.offered }} /> {t.charts.lines.offered}
          </li>
          <li>
            <i style={{ background: colours.served }} /> {t.charts.lines.served}
          </li>
          <li>
            <i style={{ background: colours.error }} /> {t.charts.lines.failed}
          </li>
          <li className={styles.unit}>{t.charts.units.requests}</li>
        </ul>
        <ChartNumbers id={id} name={t.charts.report.chart} numbers={numbers} />
      </div>
      <div role="img" aria-label={t.charts.report.chartHelp(peak)}>
        <ResponsiveContainer width="100%" height={220}>
          <ComposedChart data={[...points]} margin={{ top: 18, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke={colours.hairline} />
            <XAxis
              dataKey="seconds"
              type="number"
              domain={[from, to]}
              ticks={times}
              tickFormatter={clockTick}
              tick={{ ...tick, fill: colours.textSoft }}
              stroke={colours.hairlineStrong}
            />
            <YAxis
              domain={[0, top]}
              ticks={[...linearTicks(top, 5)]}
              tickFormatter={(value: number) => formatNumber(value)}
              tick={{ ...tick, fill: colours.textSoft }}
              stroke="transparent"
              width={56}
            />
            <Area
              dataKey="failed"
              type="linear"
              stroke={colours.error}
              fill={colours.error}
              fillOpacity={0.28}
              strokeWidth={1.5}
              isAnimationActive={false}
              dot={false}
            />
            <Line
              dataKey="offered"
              type="linear"
              stroke={colours.offered}
              strokeDasharray="5 3"
              strokeWidth={1.5}
              isAnimationActive={false}
              dot={false}
            />
            <Line dataKey="served" type="linear" stroke={colours.served} strokeWidth={2} isAnimationActive={false} dot={false} />
            {momentLines(moments, to - from).map(({ at, label }) => (
              <ReferenceLine
                key={label}
                x={at}
                stroke={colours.text}
                strokeDasharray="2 3"
                label={{ value: label, position: 'top', fill: colours.text, fontSize: 12, fontWeight: 600 }}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
