/** Failed requests per second, stacked by reason: the top edge is all of them, the pattern says why. */

import { useMemo } from 'react';
import { type FailureReason, failureReasons } from '../engine/plan.ts';
import { useText } from '../i18n/text.ts';
import { formatNumber } from '../ui/format.ts';
import { askBeside, ChartFrame, type ChartProps } from './ChartFrame.tsx';
import { type Colours, useColours } from './colours.ts';
import { useHidden } from './hidden.ts';
import { type FillName, fillPattern } from './patterns.ts';
import { linearAxis, lineSeries, type PlotSpec } from './plotOptions.ts';
import { perSecondText, readOut } from './readOut.ts';
import { allErrors, errorLines, stacked, withoutIdle } from './series.ts';
import { greatest, useSheet } from './useSheet.ts';

export const failureFills: Readonly<Record<FailureReason, FillName>> = { refused: 'hatch', timeout: 'dots', shed: 'bars', error: 'solid' };

/** Solid at the bottom, where it carries the others. */
const order: readonly FailureReason[] = ['error', 'refused', 'timeout', 'shed'];
const fromSheet = order.map((reason) => failureReasons.indexOf(reason));

function specOf(colours: Colours): PlotSpec {
  return {
    key: 'errors',
    // Drawn from the tallest to the lowest, each over the one before it, so every band shows its own fill.
    series: order.toReversed().map((reason) => ({
      ...lineSeries(reason, colours[reason], undefined, 1),
      fill: fillPattern(failureFills[reason], colours[reason], colours.surface),
    })),
    y: linearAxis((value) => formatNumber(value)),
  };
}

export function ErrorsChart({ context, isFirst }: ChartProps) {
  const t = useText();
  const colours = useColours();
  const layout = context.live.buckets?.layout;
  const lines = useMemo(() => (layout ? errorLines(layout) : []), [layout]);
  const sheet = useSheet(context.live, lines);
  const spec = useMemo(() => specOf(colours), [colours]);
  const hidden = useHidden();
  const shown = order.map((reason, i) => (hidden.has(`errors/${reason}`) ? [] : (sheet.values[fromSheet[i]] ?? [])));
  const stack = stacked(shown, sheet.seconds.length);
  const all = stack.at(-1) ?? [];
  const beside = askBeside(context, { key: 'errors', chart: 'errors', lineOf: allErrors, format: perSecondText, isHeat: false });
  const peak = greatest(all);
  // Only reasons that occurred: there is no room for four when one of them matters.
  const entries = failureReasons.flatMap((reason, i) => {
    const values = sheet.values[i] ?? [];
    if (greatest(values) === 0) return [];
    const look = { colour: colours[reason], fill: failureFills[reason] };
    return [
      {
        id: reason,
        label: t.common.outcomes[reason],
        why: `failed-${reason}`,
        look,
        valueAt: readOut(values, (value) => formatNumber(value)),
      },
    ];
  });
  const summary =
    all.length === 0
      ? t.charts.saysNothing(t.charts.names.errors)
      : peak === 0
        ? t.charts.saysNoErrors
        : t.charts.saysErrors(perSecondText(all.at(-1) ?? 0), perSecondText(peak));

  return (
    <ChartFrame
      context={context}
      isFirst={isFirst}
      beside={beside}
      id="errors"
      name={t.charts.names.errors}
      unit={t.charts.units.errors}
      legend={peak === 0 ? [{ id: 'none', label: all.length === 0 ? '' : t.charts.noErrors, valueAt: () => '' }] : entries}
      sheet={sheet}
      columns={failureReasons.map((reason) => ({
        title: t.charts.line(t.common.outcomes[reason], t.charts.perSecond),
        format: (value) => formatNumber(value),
      }))}
      spec={spec}
      data={[sheet.seconds, ...withoutIdle(stack).toReversed()]}
      tipOf={(tip) => {
        const next = order.map((reason, i) => (hidden.has(`errors/${reason}`) ? [] : [lines[fromSheet[i]]?.value(tip, [tip], 0) ?? null]));
        // none as yet: no line along the axis
        return stacked(next, 1)
          .map(([value]) => value || null)
          .toReversed();
      }}
      summary={summary}
    />
  );
}
