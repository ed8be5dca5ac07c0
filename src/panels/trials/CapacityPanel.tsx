/** "How much can this take?": the promise, the probes as they come, and the answer with its confidence. */

import { Check, CircleHelp, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type Capacity, type CapacityAsked, capacityOf, limitOf, type Probe } from '../../runner/capacity.ts';
import { mostFactorOf, planUnder } from '../../runner/capacitySearch.ts';
import { capacityCsv } from '../../runner/trialCsv.ts';
import { capacityTrial, startCapacity } from '../../store/capacity.ts';
import { useDesign } from '../../store/hooks.ts';
import { formatDuration, formatNumber, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Table } from '../../ui/Table.tsx';
import { Why } from '../../ui/Why.tsx';
import replicas from '../replicas/Replicas.module.css';
import { replicaText, spanText } from '../replicas/replicaWords.ts';
import { NumberField, SecondsField, useTrialSeconds } from './Field.tsx';
import { TrialFrame } from './TrialFrame.tsx';
import styles from './Trials.module.css';
import { type TrialText, trialText } from './trialWords.ts';

/** The two ends are to be as near as this. */
const precision = 0.05;

export function CapacityPanel() {
  const words = useLateText(trialText);
  const design = useDesign((state) => state.design);
  const { status, asked, design: played, result } = useStore(capacityTrial.store);
  const [p99Ms, setP99Ms] = useState((asked?.p99Seconds ?? 0.2) * 1000);
  const [percent, setPercent] = useState((asked?.availability ?? 0.999) * 100);
  const [seconds, setSeconds] = useTrialSeconds(design, asked?.seconds);
  const [problem, setProblem] = useState<string | null>(null);
  const isPlaying = status === 'playing';
  const wish: CapacityAsked = {
    p99Seconds: p99Ms / 1000,
    availability: percent / 100,
    seconds,
    precision,
  };
  const idOf = (node: number) => played?.nodes[node]?.id ?? '';
  return (
    <TrialFrame
      trial={capacityTrial}
      intro={words.capacity.intro}
      problem={problem}
      onPlay={() => setProblem(startCapacity(design, wish) ? null : words.cannotRun)}
      csv={{ name: 'capacity', text: () => capacityCsv(result.probes, idOf) }}
      fields={
        <div className={styles.form}>
          <div className={styles.row}>
            <NumberField
              label={words.capacity.p99}
              range={{ min: 1, max: 60_000, scale: 'log' }}
              unit="ms"
              value={p99Ms}
              disabled={isPlaying}
              onChange={setP99Ms}
            />
            <NumberField
              label={words.capacity.availability}
              range={{ min: 0, max: 99.999 }}
              unit="%"
              value={percent}
              disabled={isPlaying}
              onChange={setPercent}
            />
            <SecondsField design={design} value={seconds} disabled={isPlaying} onChange={setSeconds} />
          </div>
        </div>
      }
    >
      {asked && played ? <Answer design={played} asked={asked} probes={result.probes} isPlaying={isPlaying} /> : null}
      {result.probes.length > 0 || result.open ? (
        <Probes design={played as Design} asked={asked ?? wish} probes={result.probes} open={result.open} />
      ) : (
        <p className={replicas.waiting}>{words.capacity.waiting}</p>
      )}
    </TrialFrame>
  );
}

interface AnswerProps {
  design: Design;
  asked: CapacityAsked;
  probes: readonly Probe[];
  isPlaying: boolean;
}

function Answer({ design, asked, probes, isPlaying }: AnswerProps) {
  const words = useLateText(trialText);
  const found = capacityOf(probes, mostFactorOf(design));
  if (found.found === 'nothing' && isPlaying) return null;
  const { headline, details } = answerText(found, design, asked, words);
  return (
    <div
      className={styles.verdict}
      data-found={found.found}
      data-low={'low' in found ? found.low.factor : ''}
      data-high={'high' in found ? found.high.factor : ''}
      aria-live="polite"
    >
      <b>
        {found.found === 'between' ? (
          <Why
            metric="trial-capacity"
            of={given({
              keptRate: found.low.offeredPerSecond,
              brokenRate: found.high.offeredPerSecond,
              promise: asked.p99Seconds,
              promisedShare: 1 - asked.availability,
              probes: probes.length,
              worlds: probes.reduce((sum, { worlds }) => sum + worlds, 0),
            })}
          >
            {headline}
          </Why>
        ) : (
          headline
        )}
      </b>
      {details.map((detail) => (
        <span key={detail}>{detail}</span>
      ))}
    </div>
  );
}

const times = (factor: number): string => formatNumber(factor, 'x');

function answerText(
  found: Capacity,
  design: Design,
  asked: CapacityAsked,
  { capacity: words }: TrialText,
): { headline: string; details: string[] } {
  switch (found.found) {
    case 'nothing':
      return { headline: words.nothing, details: [] };
    case 'unmoved':
      return { headline: words.unmoved, details: [] };
    case 'none':
      return { headline: words.none(formatRate(found.high.offeredPerSecond)), details: [] };
    case 'any':
      return { headline: words.any(formatRate(found.low.offeredPerSecond)), details: [] };
    case 'between': {
      const { low, high } = found;
      const plan = planUnder(design, asked, high.factor);
      const limit = plan && limitOf(plan, high);
      const label = design.nodes.find(({ id }) => id === limit?.id)?.label ?? '';
      return {
        headline: words.takes(formatRate(low.offeredPerSecond), times(low.factor)),
        details: [
          words.breaks(formatRate(high.offeredPerSecond), times(high.factor)),
          limit ? words.limit(label, formatShare(limit.share)) : words.noLimit,
          words.confidence,
          ...(high.factor / low.factor > 1 + asked.precision + 0.01 ? [words.wide] : []),
        ],
      };
    }
  }
}

const signs = { met: Check, missed: X, open: CircleHelp };

/** What a probe was asked, and what it came to. */
const inputsOf = (probe: Probe, { p99Seconds, availability, seconds }: CapacityAsked): string =>
  given({
    worlds: probe.worlds,
    length: seconds,
    perSecond: probe.offeredPerSecond,
    low: [probe.p99?.low ?? Number.NaN, 's'],
    high: [probe.p99?.high ?? Number.NaN, 's'],
    promise: p99Seconds,
    failedShare: probe.failed,
    promisedShare: 1 - availability,
    busy: probe.fullest?.share ?? null,
  });

interface ProbeWhyProps {
  metric: string;
  /** null before its first world is over. */
  probe: Probe | null;
  asked: CapacityAsked;
  children: ReactNode;
}

function ProbeWhy({ metric, probe, asked, children }: ProbeWhyProps) {
  if (!probe) return nothing;
  return (
    <Why metric={metric} about={times(probe.factor)} of={inputsOf(probe, asked)}>
      {children}
    </Why>
  );
}

function Probes({
  design,
  asked,
  probes,
  open,
}: {
  design: Design;
  asked: CapacityAsked;
  probes: readonly Probe[];
  open: { factor: number; probe: Probe | null } | null;
}) {
  const words = useLateText(trialText);
  const numbers = useLateText(replicaText);
  const { columns, verdicts } = words.capacity;
  const rows = [...probes.map((probe) => ({ factor: probe.factor, probe, isOpen: false })), ...(open ? [{ ...open, isOpen: true }] : [])];
  return (
    <Table
      label={words.capacity.ladder}
      head={[columns.factor, columns.rate, columns.p99, columns.failed, columns.fullest, columns.worlds, columns.verdict]}
    >
      {rows.map(({ factor, probe, isOpen }) => {
        const Sign = isOpen || !probe ? null : signs[probe.verdict];
        const why = { probe, asked };
        return (
          <tr key={factor} data-probe={factor} data-verdict={isOpen ? 'playing' : probe?.verdict}>
            <th scope="row">
              <ProbeWhy metric="trial-factor" {...why}>
                {times(factor)}
              </ProbeWhy>
            </th>
            <td>
              <ProbeWhy metric="trial-rate" {...why}>
                {formatRate(probe?.offeredPerSecond ?? 0)}
              </ProbeWhy>
            </td>
            <td>
              <ProbeWhy metric="trial-p99" {...why}>
                {probe?.p99 ? spanText(numbers, formatDuration(Math.max(0, probe.p99.low)), formatDuration(probe.p99.high)) : nothing}
              </ProbeWhy>
            </td>
            <td>
              <ProbeWhy metric="trial-failed" {...why}>
                {formatShare(probe?.failed ?? 0)}
              </ProbeWhy>
            </td>
            <td>
              <ProbeWhy metric="trial-fullest" {...why}>
                {probe?.fullest ? `${design.nodes[probe.fullest.node]?.label ?? ''} ${formatShare(probe.fullest.share)}` : nothing}
              </ProbeWhy>
            </td>
            <td>
              <ProbeWhy metric="trial-worlds" {...why}>
                {probe?.worlds ?? 0}
              </ProbeWhy>
            </td>
            <td className={styles.sign}>
              {Sign ? <Sign size={14} aria-hidden /> : null}
              {isOpen || !probe ? (
                words.capacity.playing
              ) : (
                <ProbeWhy metric="trial-promise" {...why}>
                  {verdicts[probe.verdict]}
                </ProbeWhy>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
