import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Formula } from '../../physics/textbook/reading.ts';
import { formatClock, formatCount, formatDuration, formatNumber, formatRate, nothing } from '../../ui/format.ts';
import { Section } from '../inspector/Section.tsx';
import { ErrorBar } from './ErrorBar.tsx';
import styles from './Theory.module.css';
import { type Row, type TheoryView, theoryOf } from './theoryRows.ts';
import { halfText, reasonText, roughShare, theoryText, valueText } from './theoryWords.ts';
import { useSlowRun } from './useSlowRun.ts';

/** What a textbook says of this part, beside what the run measures; or why no formula fits. Nothing where theory is silent. */
export function TheorySection({ node }: { node: Id }) {
  const t = useText();
  const words = useLateText(theoryText);
  const fields = useLateText(fieldWords);
  const run = useSlowRun();
  const view = useMemo(() => theoryOf(run, node), [run, node]);
  if (!view) return null;
  const { reading, rows, isBroken } = view;
  if (rows.length === 0 && !reading.reason && !reading.overload) return null;
  return (
    <Section title={words.title} aside={reading.model?.notation}>
      <div data-theory={reading.model?.formula ?? reading.reason?.code ?? ''}>
        <Inputs view={view} />
        <OverloadNote view={view} />
        {isBroken ? <p className={styles.quiet}>{words.broken}</p> : rows.length > 0 ? <Table view={view} /> : null}
        {reading.reason ? <p className={styles.quiet}>{reasonText(reading.reason, view.design, words, fields, t)}</p> : null}
        {isBroken ? null : <Footer view={view} />}
        {rows.length > 0 ? <Why rows={rows} /> : null}
      </div>
    </Section>
  );
}

/** What the formula is fed with. */
function Inputs({ view }: { view: TheoryView }) {
  const t = useText();
  const words = useLateText(theoryText);
  const { inputs } = view.reading;
  if (!inputs) return null;
  const { ratePerSecond, serviceSeconds, servers, instances } = inputs;
  return (
    <p className={styles.inputs}>
      {instances > 1 ? words.arrivalsEach : words.arrivals} <b>{formatRate(ratePerSecond)}</b> · {words.service}{' '}
      <b>{formatDuration(serviceSeconds, t.common.duration)}</b> · <span className={styles.whole}>{words.servers(servers)}</span>
    </p>
  );
}

function OverloadNote({ view }: { view: TheoryView }) {
  const words = useLateText(theoryText);
  const { overload } = view.reading;
  if (!overload) return null;
  const { load, growsPerSecond, room } = overload;
  return (
    <p className={styles.overload} role="note">
      <TriangleAlert size={14} aria-hidden />
      <span>
        {room === Infinity ? `${words.noSteadyState} ` : ''}
        {words.overload(formatNumber(load), formatRate(growsPerSecond))}{' '}
        {room === Infinity ? words.forEver : words.untilFull(formatCount(room))}
      </span>
    </p>
  );
}

function Table({ view }: { view: TheoryView }) {
  const words = useLateText(theoryText);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.theory}</th>
          <th scope="col">{words.measured}</th>
        </tr>
      </thead>
      {view.rows.map((row) => (
        <TableRow key={row.metric} row={row} hasRun={view.measurement !== null} />
      ))}
    </table>
  );
}

function TableRow({ row, hasRun }: { row: Row; hasRun: boolean }) {
  const t = useText();
  const words = useLateText(theoryText);
  const { metric, value, measured, agrees, basis } = row;
  const text = (number: number): string => valueText(metric, number, t);
  const isNear = basis === 'approximation';
  const off = measured.state === 'known' ? words.differs(signed(measured.value / value - 1)) : '';
  const verdict = agrees === null ? words.unsettled : agrees ? words.agrees : off;
  return (
    <tbody className={styles.row} data-theory-metric={metric} data-agrees={agrees ?? ''} data-theory-value={value}>
      <tr>
        <th scope="row">{words.metrics[metric]}</th>
        <td title={isNear ? words.approximately : undefined}>
          {isNear ? '≈ ' : ''}
          {text(value)}
        </td>
        <td className={styles.measured}>
          {measured.state === 'few' ? (
            <span className={styles.faint}>{hasRun ? words.few : nothing}</span>
          ) : (
            <>
              {text(measured.value)}
              <span className={styles.half}>
                {measured.state === 'known'
                  ? ` ±${halfText(metric, (measured.high - measured.low) / 2, measured.value)}`
                  : ` ${words.unsettled}`}
              </span>
            </>
          )}
        </td>
      </tr>
      {measured.state === 'known' ? (
        <tr>
          <td colSpan={3} className={styles.barCell}>
            <ErrorBar
              theory={value}
              value={measured.value}
              low={measured.low}
              high={measured.high}
              agrees={agrees !== false}
              label={words.barLabel(text(measured.value), text(measured.low), text(measured.high), text(value), verdict)}
            />
            {agrees === false ? <span className={styles.verdict}>{off}</span> : null}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${roughShare(Math.abs(share))}`;

/** What was counted, whether it is enough, and the law that holds anyway. */
function Footer({ view }: { view: TheoryView }) {
  const t = useText();
  const words = useLateText(theoryText);
  const { measurement, rows } = view;
  if (!measurement) return rows.length > 0 ? <p className={styles.quiet}>{words.notRun}</p> : null;
  const widest = Math.max(0, ...rows.map(({ measured }) => (measured.state === 'known' && !measured.isConverged ? measured.relative : 0)));
  const isKnown = rows.some(({ measured }) => measured.state === 'known');
  const { laws } = measurement;
  const duration = (seconds: number): string => formatDuration(seconds, t.common.duration);
  return (
    <>
      {widest > 0 && Number.isFinite(widest) ? <p className={styles.converging}>{words.converging(roughShare(widest))}</p> : null}
      {isKnown ? <p className={styles.quiet}>{words.since(formatClock(measurement.from), duration(measurement.seconds))}</p> : null}
      {laws && laws.inside >= 0.01 ? (
        <p className={styles.quiet}>
          {words.little}: {words.littleWords(formatNumber(laws.inside), formatRate(laws.arrivedPerSecond), duration(laws.response))}
        </p>
      ) : null}
    </>
  );
}

/** The formulas in words. */
function Why({ rows }: { rows: readonly Row[] }) {
  const words = useLateText(theoryText);
  const formulas = [...new Set<Formula>(rows.map(({ formula }) => formula))];
  return (
    <details className={styles.why}>
      <summary>{words.why}</summary>
      <dl>
        {formulas.map((formula) => (
          <div key={formula}>
            <dt>{words.formulas[formula].name}</dt>
            <dd>{words.formulas[formula].words}</dd>
          </div>
        ))}
      </dl>
      <p>{words.assumed}</p>
    </details>
  );
}
