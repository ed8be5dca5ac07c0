import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { type BoardHost, type BoardTier, unpackBoard } from '../../engine/boardView.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatClock, formatDuration, formatNumber, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { BusinessTiles } from '../economy/BusinessSection.tsx';
import { Section } from '../inspector/Section.tsx';
import { Alarms } from './Alarms.tsx';
import { Fact } from './Fact.tsx';
import { hostNumbers } from './hostNumbers.ts';
import { Incidents } from './Incidents.tsx';
import styles from './Tools.module.css';
import { toolText } from './toolWords.ts';
import { useNames, useShown } from './useShown.ts';

/** What the monitor knows, as old as its newest look: tiers, hosts, and the business. */
export function BoardSection({ node }: { node: Id }) {
  const words = useLateText(toolText).board;
  const numbers = useShown(node);
  const view = useMemo(() => (numbers ? unpackBoard(numbers) : null), [numbers]);
  const isWrong = useDesign((state) => state.design.nodes.find(({ id }) => id === node)?.params.aggregation === 'mean-of-p99');
  const at = Math.max(-1, ...(view?.tiers.map((tier) => tier.at) ?? []));
  return (
    <>
      <Section title={words.title} aside={at >= 0 ? words.age(formatClock(at)) : undefined}>
        <div data-board={view?.tiers.length ?? 0}>
          {view && at >= 0 ? (
            <Tabs
              label={words.which}
              tabs={[
                { id: 'tiers', label: words.tiers, content: <Tiers tiers={view.tiers} /> },
                { id: 'hosts', label: words.hosts, content: <Hosts hosts={view.hosts} /> },
                { id: 'business', label: words.business, content: <BusinessTiles /> },
              ]}
            />
          ) : (
            <p className={styles.quiet}>{words.never}</p>
          )}
          {isWrong ? <p className={styles.quiet}>{words.wrong}</p> : null}
        </div>
      </Section>
      <Alarms node={node} />
      <Incidents />
    </>
  );
}

const alarms = ['errors', 'latency', 'cpu', 'down', 'burn'] as const;

function Tiers({ tiers }: { tiers: readonly BoardTier[] }) {
  const t = useText();
  const words = useLateText(toolText).board;
  const names = useNames();
  return (
    <ul className={styles.cards}>
      {tiers.map((tier) => {
        const firing = alarms.filter((_, rule) => Math.floor(tier.firing / 2 ** rule) % 2 === 1);
        return (
          <li key={tier.node} data-tier={names.node(tier.node)} data-p99={tier.p99} data-alarms={firing.join(' ')}>
            <p className={styles.head}>
              <b>{names.node(tier.node)}</b>
              <span className={firing.length > 0 ? styles.alarm : styles.well}>
                {firing.length > 0 ? firing.map((alarm) => words.alarms[alarm]).join(', ') : words.well}
              </span>
            </p>
            <dl className={styles.facts}>
              <Fact name={words.up} value={`${tier.up}/${tier.there}`} isBad={tier.up < tier.there} />
              <Fact name={words.rate} value={formatRate(tier.answersPerSecond)} />
              <Fact name={words.errors} value={formatShare(tier.failedShare)} isBad={tier.failedShare > 0.01} />
              <Fact name={words.busy} value={tier.utilization < 0 ? nothing : formatShare(tier.utilization)} />
              <Fact name={words.p99} value={tier.p99 < 0 ? nothing : formatDuration(tier.p99, t.common.duration)} />
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Hosts({ hosts }: { hosts: readonly BoardHost[] }) {
  const t = useText();
  const words = useLateText(toolText).board;
  const names = useNames();
  const layout = useRun((state) => state.layout);
  const frame = useRun((state) => state.frames.at(-1));
  const index = useRun((state) => state.index);
  const machines = useMemo(() => (layout && frame && index ? hostNumbers(layout, frame, index) : null), [layout, frame, index]);
  return (
    <ul className={styles.cards}>
      {hosts.map((host) => {
        const machine = machines?.get(host.slot);
        return (
          <li key={host.slot} data-host={names.host(host.slot)}>
            <p className={styles.head}>
              <b>{names.host(host.slot)}</b>
              <span className={host.up === 0 ? styles.alarm : styles.well}>{host.up === 0 ? words.alarms.down : words.well}</span>
            </p>
            <dl className={styles.facts}>
              <Fact name={words.rate} value={formatRate(host.answersPerSecond)} />
              <Fact name={words.errors} value={formatShare(host.failedShare)} isBad={host.failedShare > 0.01} />
              <Fact name={words.busy} value={host.utilization < 0 ? nothing : formatShare(host.utilization)} />
              <Fact name={words.p99} value={host.p99 < 0 ? nothing : formatDuration(host.p99, t.common.duration)} />
              {machine?.memoryMb === undefined ? null : <Fact name={words.memory} value={formatNumber(machine.memoryMb, 'MB')} />}
              {machine?.diskPerSecond === undefined ? null : <Fact name={words.disk} value={formatRate(machine.diskPerSecond)} />}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
