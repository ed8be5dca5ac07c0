import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { type ShardsView, unpackShards } from '../../engine/shardView.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { formatCount, formatDuration, formatNumber, formatRate, formatShare, nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { Why } from '../../ui/Why.tsx';
import { Section } from '../inspector/Section.tsx';
import { useNames, useShown } from '../tools/useShown.ts';
import { HeatMap } from './HeatMap.tsx';
import { RingTheory } from './RingTheory.tsx';
import { RingView } from './RingView.tsx';
import styles from './Shards.module.css';
import { type ShardLoads, shardLoads } from './shardLoads.ts';
import { shardText } from './shardWords.ts';

const mostColumns = 60;
const rowsShown = 24;

/** What the router knows: how much each shard has to do, where keys are, which are wanted most, and single rows. */
export function ShardsSection({ node }: { node: Id }) {
  const words = useLateText(shardText);
  const numbers = useShown(node);
  const view = useMemo(() => (numbers ? unpackShards(numbers) : null), [numbers]);
  const layout = useRun((state) => state.layout);
  const frames = useRun((state) => state.frames);
  const loads = useMemo(
    () =>
      view && layout
        ? shardLoads(
            layout,
            frames,
            view.shards.map((shard) => shard.node),
            mostColumns,
          )
        : null,
    [view, layout, frames],
  );
  return (
    <Section title={words.title} aside={view && view.left > 0 ? words.left(formatCount(view.left)) : undefined}>
      <div data-shards={view?.shards.length ?? 0} data-left={view?.left ?? 0}>
        {view && loads && view.shards.length > 0 ? (
          <Tabs
            label={words.which}
            tabs={[
              { id: 'heat', label: words.heat, content: <Load view={view} loads={loads} /> },
              { id: 'ring', label: words.ring, content: <Places view={view} node={node} /> },
              { id: 'hot', label: words.hot, content: <Hottest view={view} /> },
              { id: 'rows', label: words.rows, content: <Rows view={view} /> },
            ]}
          />
        ) : (
          <p className={styles.quiet}>{words.none}</p>
        )}
      </div>
    </Section>
  );
}

/** Names of the shards as the page gives them. */
function useShardNames(view: ShardsView): readonly string[] {
  const t = useText();
  const names = useNames();
  return view.shards.map((shard) => localLabel(names.node(shard.node), t));
}

function Load({ view, loads }: { view: ShardsView; loads: ShardLoads }) {
  const t = useText();
  const words = useLateText(shardText);
  const names = useShardNames(view);
  const newest = loads.rates.map((row) => row.at(-1) ?? 0);
  const most = newest.indexOf(Math.max(...newest));
  const mean = newest.reduce((sum, rate) => sum + rate, 0) / Math.max(1, view.inUse);
  const summary = words.heatSummary(names[most] ?? '', mean > 0 ? formatNumber(newest[most] / mean, 'x') : nothing);
  return (
    <>
      <HeatMap loads={loads} inUse={view.inUse} summary={`${words.heatHelp} ${summary}`} />
      <p className={styles.quiet}>{words.heatHelp}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.shard}</th>
            {(['keys', 'rate', 'busy', 'p99'] as const).map((name) => (
              <th key={name}>{words[name]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.shards.map((shard, i) => (
            <tr key={shard.node} data-shard={i} data-keys={shard.keys}>
              <th scope="row">
                <i className={styles.swatch} data-hue={i % 6} aria-hidden="true" />
                {names[i]}
                {i >= view.inUse && shard.keys === 0 ? <small>{words.spare}</small> : null}
              </th>
              <td title={formatNumber(shard.megabytes, 'MB')}>
                <Why metric="shard-keys" about={names[i]} of={given({ keys: shard.keys, size: shard.megabytes })}>
                  {formatCount(shard.keys)}
                </Why>
              </td>
              <td>
                <Why
                  metric="shard-rate"
                  about={names[i]}
                  of={given({ count: newest[i] * loads.newestSeconds, seconds: loads.newestSeconds, meanRate: mean })}
                >
                  {formatRate(newest[i])}
                </Why>
              </td>
              <td>
                <Why metric="shard-busy" about={names[i]} of={given({ busy: loads.busy[i] ?? 0, to: loads.to })}>
                  {formatShare(loads.busy[i] ?? 0)}
                </Why>
              </td>
              <td>
                {(loads.p99[i] ?? -1) < 0 ? (
                  nothing
                ) : (
                  <Why metric="shard-p99" about={names[i]} of={given({ perSecond: newest[i], to: loads.to })}>
                    {formatDuration(loads.p99[i], t.common.duration)}
                  </Why>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Places({ view, node }: { view: ShardsView; node: Id }) {
  const words = useLateText(shardText);
  const names = useShardNames(view);
  const index = useRun((state) => state.index);
  const points = useDesign((state) => Number(state.design.nodes.find(({ id }) => id === node)?.params.virtualNodes ?? 1));
  const nodes = view.shards.map((shard) => shard.node).join(' ');
  const ids = useMemo(() => nodes.split(' ').map((at) => index?.nodes[Number(at)]?.id ?? ''), [nodes, index]);
  const all = Math.max(
    1,
    view.shards.reduce((sum, { keys }) => sum + keys, 0),
  );
  return (
    <>
      <RingView view={view} names={ids} virtualNodes={points} labels={words} />
      <ul className={styles.bars}>
        {view.shards.map((shard, i) => (
          <li key={shard.node}>
            <span>{names[i]}</span>
            <meter className={styles.bar} data-hue={i % 6} min={0} max={1} value={shard.keys / all} aria-label={names[i]} />
            <Why metric="shard-share" about={names[i]} of={given({ keys: shard.keys, allKeys: all })}>
              {formatShare(shard.keys / all)}
            </Why>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{words.ringHelp}</p>
      <RingTheory view={view} names={ids} virtualNodes={points} />
    </>
  );
}

function Hottest({ view }: { view: ShardsView }) {
  const words = useLateText(shardText);
  const names = useShardNames(view);
  const top = Math.max(1e-9, view.hottest[0]?.perSecond ?? 0);
  const total = view.hottest.reduce((sum, { perSecond }) => sum + perSecond, 0);
  return (
    <>
      <p className={styles.quiet}>{words.hotHelp}</p>
      <ul className={styles.bars}>
        {view.hottest.map(({ row, perSecond, home, isHot }) => (
          <li key={row} data-hot={isHot}>
            <span>
              {formatCount(row + 1)}
              <small>{isHot ? `${names[home]}, ${words.looked}` : names[home]}</small>
            </span>
            <meter className={styles.bar} data-hue={home % 6} min={0} max={top} value={perSecond} aria-label={String(row + 1)} />
            <Why metric="shard-hot" about={formatCount(row + 1)} of={given({ perSecond, allRate: total })}>
              {formatRate(perSecond)}
            </Why>
          </li>
        ))}
      </ul>
    </>
  );
}

function Rows({ view }: { view: ShardsView }) {
  const words = useLateText(shardText);
  const names = useShardNames(view);
  const step = Math.max(1, Math.floor(view.samples.length / rowsShown));
  return (
    <>
      <p className={styles.quiet}>{words.rowsHelp}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.row}</th>
            <th>{words.shard}</th>
            <th>{words.versions}</th>
          </tr>
        </thead>
        <tbody>
          {view.samples
            .filter((_, i) => i % step === 0)
            .map(({ row, user, home, belongs, state, versions }) => (
              <tr key={row} data-row={row} data-home={home}>
                <th scope="row">
                  {formatCount(row + 1)}
                  <small>{words.user(formatCount(user))}</small>
                </th>
                <td>
                  {names[home]}
                  {state === 0 ? null : <small>{words.moves(names[belongs] ?? '')}</small>}
                </td>
                <td>
                  <Why
                    metric="shard-versions"
                    about={formatCount(row + 1)}
                    of={given({ copies: versions.filter((version) => version >= 0).length, newest: Math.max(...versions) })}
                  >
                    {versions.filter((version) => version >= 0).join(' · ') || nothing}
                  </Why>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
