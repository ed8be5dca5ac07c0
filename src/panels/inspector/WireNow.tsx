import { useMemo } from 'react';
import type { DesignLink } from '../../design/design.ts';
import { linkFields } from '../../design/linkFields.ts';
import { type LinkMetric, linkMetrics } from '../../engine/linkMetrics.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { holds, type When } from '../../schema/fields.ts';
import { useRun } from '../../store/hooks.ts';
import { formatClock, formatNumber, formatRate, nothing } from '../../ui/format.ts';
import { Why } from '../../ui/Why.tsx';
import { columnsOfLink, sumOf } from '../nodeNow.ts';
import styles from './Now.module.css';
import { Section } from './Section.tsx';
import { dash } from './Tiles.tsx';

const ofRetries: When = { field: 'retries', above: 0 };
const ofPool: When = { field: 'poolSize', above: 0 };
const ofHedges: When = { field: 'hedge', is: ['after', 'percentile'] };
const ofBreaker: When = { field: 'breaker', is: ['true'] };

/** Under which settings of the wire a number says something. */
const meansSomething: Readonly<Record<LinkMetric, When | undefined>> = {
  attempts: undefined,
  retries: ofRetries,
  turnedAway: undefined,
  hedges: ofHedges,
  hedgeWins: ofHedges,
  connections: ofPool,
  waitingForConnection: ofPool,
  budgetLeft: { field: 'retryBudget', above: 0 },
  breakersOpen: ofBreaker,
};

const names = Object.keys(linkMetrics) as LinkMetric[];

/** How a wire's policy is doing, from the newest frame. Nothing where its callers have none, for then nothing is counted of it. */
export function WireNow({ link }: { link: DesignLink }) {
  const t = useText();
  const { linkMetrics: words } = useLateText(fieldWords);
  const layout = useRun((state) => state.layout);
  const index = useRun((state) => state.index);
  const frame = useRun((state) => state.frames.at(-1));
  const columns = useMemo(() => (layout && index ? columnsOfLink(layout, index, link.id) : null), [layout, index, link.id]);
  if (!columns || columns.size === 0) return null;
  const shown = names.filter((name) => holds(meansSomething[name], linkFields, link.params));
  const valueOf = (name: LinkMetric): string => {
    const isRate = linkMetrics[name] === 'counter';
    if (!frame) return isRate ? dash('/s') : nothing;
    const sum = sumOf(frame, columns, name);
    return isRate ? formatRate(sum / Math.max(frame.end - frame.start, 1e-9)) : formatNumber(sum);
  };
  return (
    <Section title={t.panels.inspector.now} aside={frame ? formatClock(frame.end) : t.panels.inspector.notYet}>
      <dl>
        {shown.map((name) => (
          <div key={name} className={styles.line} data-wire-metric={name} data-value={frame ? sumOf(frame, columns, name) : ''}>
            <dt>
              <Why metric={name} of={link.id}>
                {words[name]}
              </Why>
            </dt>
            <dd>{valueOf(name)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
