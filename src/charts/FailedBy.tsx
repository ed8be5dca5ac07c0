/** Why requests of a run failed, and how many each time. */

import { failureReasons } from '../engine/plan.ts';
import { useText } from '../i18n/text.ts';
import type { Tally } from '../runner/tally.ts';
import { formatCount } from '../ui/format.ts';
import { Why } from '../ui/Why.tsx';
import styles from './RunSummary.module.css';

/** Only reasons that occurred: four zeros say less than none. */
export function FailedBy({ tally }: { tally: Tally }) {
  const t = useText();
  const occurred = failureReasons.filter((reason) => tally.failedBy[reason] > 0);
  if (occurred.length === 0 && tally.limited === 0) return null;
  return (
    <p className={styles.reasons}>
      {occurred.map((reason) => (
        <span key={reason} title={t.common.outcomesHelp[reason]}>
          <Why metric={`failed-${reason}`}>{t.common.outcomes[reason]}</Why>{' '}
          <b data-metric={`failed-${reason}`} data-value={String(tally.failedBy[reason])}>
            {formatCount(tally.failedBy[reason])}
          </b>
        </span>
      ))}
      {tally.limited > 0 && (
        <span title={t.common.outcomesHelp.limited}>
          <Why metric="limited">{t.common.outcomes.limited}</Why>{' '}
          <b data-metric="limited" data-value={String(tally.limited)}>
            {formatCount(tally.limited)}
          </b>
        </span>
      )}
    </p>
  );
}
