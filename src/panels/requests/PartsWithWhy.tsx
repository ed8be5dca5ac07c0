import { requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { WaterfallRow } from '../../runner/requests/waterfall.ts';
import { formatDuration } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { metText, partsOf, spentName } from './words.ts';

/** What a call went through, each with what it is made of. */
export function PartsWithWhy({ row }: { row: WaterfallRow }) {
  const words = useLateText(requestText);
  return partsOf(row).map(({ on, seconds }) => (
    <Why key={on} metric="request-part" of={given({ spent: seconds, took: row.to - row.from })}>
      {`${spentName(on, words)} ${formatDuration(seconds)}`}
    </Why>
  ));
}

/** The state that a call met, and when it came. */
export function MetWhy({ row }: { row: WaterfallRow }) {
  const words = useLateText(requestText);
  return (
    <Why metric="request-met" of={given({ cameAt: row.span.arriveAt, ahead: row.span.insideMet })}>
      {metText(row, words).join(' · ')}
    </Why>
  );
}
