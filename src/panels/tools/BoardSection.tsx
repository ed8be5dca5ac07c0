import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { type BoardHost, type BoardTier, type BoardView, unpackBoard } from '../../engine/boardView.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatClock, formatDuration, formatNumber, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { BusinessTiles } from '../economy/BusinessSection.tsx';
import { Section } from '../inspector/Section.tsx';
import { Alarms } from './Alarms.tsx';
import { Fact } from './Fact.tsx';
import { hostNumbers } from './hostNumbers.ts';
import { Incidents } from './Incidents.tsx';
import { type LookedNumber, lookedInputs } from './lookedInputs.ts';
import styles from './Tools.module.css';
import { toolText } from './toolWords.ts';
import { useNames, useShown } from './useShown.ts';

/** What the monitor knows, as old as its newest look: tiers, hosts, and the business. */
export function BoardSection({ node }: { node: Id }) {
  const words = useLateText(toolText).board;
  const numbers = useShown(node);
  const view = useMemo(() => (numbers ? unpackBoard(numbers) : null), [numbers]);
  const params = useDesign((state) => state.design.nodes.find(({ id }) => id === node)?.params);
  const isWrong = params?.aggregation === 'mean-of-p99';
  const every = Number(params?.scrapeSeconds);
  const at = Math.max(-1, ...(view?.tiers.map((tier) => tier.at) ?? []));
  return (
    <>
      <Section title={words.title} aside={at >= 0 ? words.age(formatClock(at)) : undefined}>
        <div data-board={view?.tiers.length ?? 0}>
          {view && at >= 0 ? (
            <Tabs
              label={words.which}
              tabs={[
                { id: 'tiers', label: words.tiers, content: <Tiers tiers={view.tiers} every={every} /> },
                { id: 'hosts', label: words.hosts, content: <Hosts view={view} every={every} /> },
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

/** What the monitor tells of a tier and of a host alike. */
function Looked({ looked, of }: { looked: Omit<BoardHost, 'slot' | 'up'>; of: Readonly<Record<LookedNumber, string>> }) {
  const t = useText();
  const words = useLateText(toolText).board;
  const { answersPerSecond, failedShare, utilization, p99 } = looked;
  return (
    <>
      <Fact why="tool-rate" of={of.rate} name={words.rate} value={formatRate(answersPerSecond)} />
      <Fact why="tool-errors" of={of.errors} name={words.errors} value={formatShare(failedShare)} isBad={failedShare > 0.01} />
      <Fact why="tool-busy" of={of.busy} name={words.busy} value={utilization < 0 ? nothing : formatShare(utilization)} />
      <Fact why="tool-p99" of={of.p99} name={words.p99} value={p99 < 0 ? nothing : formatDuration(p99, t.common.duration)} />
    </>
  );
}

function Tiers({ tiers, every }: { tiers: readonly BoardTier[]; every: number }) {
  const words = useLateText(toolText).board;
  const names = useNames();
  return (
    <ul className={styles.cards}>
      {tiers.map((tier) => {
        const of = given({ to: tier.at, up: tier.up, there: tier.there });
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
              <Fact why="tool-up" of={of} name={words.up} value={`${tier.up}/${tier.there}`} isBad={tier.up < tier.there} />
              <Looked of={lookedInputs(tier, { at: tier.at, every })} looked={tier} />
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Hosts({ view: { hosts, tiers }, every }: { view: BoardView; every: number }) {
  const words = useLateText(toolText).board;
  const names = useNames();
  const layout = useRun((state) => state.layout);
  const frame = useRun((state) => state.frames.at(-1));
  const index = useRun((state) => state.index);
  const machines = useMemo(() => (layout && frame && index ? hostNumbers(layout, frame, index) : null), [layout, frame, index]);
  return (
    <ul className={styles.cards}>
      {hosts.map((host) => {
        const { memoryMb, diskPerSecond } = machines?.get(host.slot) ?? {};
        const at = tiers.find(({ node }) => node === names.nodeOf(host.slot))?.at ?? -1;
        return (
          <li key={host.slot} data-host={names.host(host.slot)}>
            <p className={styles.head}>
              <b>{names.host(host.slot)}</b>
              <span className={host.up === 0 ? styles.alarm : styles.well}>{host.up === 0 ? words.alarms.down : words.well}</span>
            </p>
            <dl className={styles.facts}>
              <Looked of={lookedInputs(host, { at, every })} looked={host} />
              {memoryMb === undefined ? null : (
                <Fact why="tool-memory" of={given({ to: frame?.end ?? null })} name={words.memory} value={formatNumber(memoryMb, 'MB')} />
              )}
              {diskPerSecond === undefined || !frame ? null : (
                <Fact
                  why="tool-disk"
                  of={given({ count: diskPerSecond * (frame.end - frame.start), seconds: frame.end - frame.start })}
                  name={words.disk}
                  value={formatRate(diskPerSecond)}
                />
              )}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
