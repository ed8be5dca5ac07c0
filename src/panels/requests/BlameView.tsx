import { useState } from 'react';
import { useStore } from 'zustand';
import { zoomStore } from '../../charts/zoom.ts';
import type { Plan } from '../../engine/plan.ts';
import { type RequestText, requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { type BlameRow, type Group, moreBy, type TailBlame } from '../../runner/requests/tail.ts';
import { designStore } from '../../store/designStore.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { blame, requestsStore, stopLooking } from '../../store/requests.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatCount, formatDuration, formatShare } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Select } from '../../ui/Select.tsx';
import { Why } from '../../ui/Why.tsx';
import blameStyles from './Blame.module.css';
import { leverFor } from './leverFor.ts';
import { Remedy } from './Remedy.tsx';
import styles from './Requests.module.css';
import { stretchOf, type WhichStretch } from './stretchOf.ts';
import { familyOf, namesOf, spentName } from './words.ts';

/** Rows that say anything. */
const mostRows = 12;

/** Where the slowest hundredth spent their time, beside those in the middle, and what would help. */
export function BlameView() {
  const words = useLateText(requestText);
  const { tailing, share, tail, requests, plan } = useStore(requestsStore);
  const zoom = useStore(zoomStore, (state) => state.zoom);
  const until = useRun((state) => Math.floor(state.time));
  const [chosen, setWhich] = useState<WhichStretch | null>(null);
  const ofCharts = stretchOf('charts', until, zoom);
  // what was dragged over in the charts is what is asked about, until something else is chosen
  const which = chosen === 'charts' && !ofCharts ? 'minute' : (chosen ?? (ofCharts ? 'charts' : 'minute'));
  const stretch = stretchOf(which, until, zoom);
  const isPlaying = tailing === 'playing';
  const look = () => stretch && void blame(stretch.since, stretch.until);
  return (
    <div className={blameStyles.blame} data-tailing={tailing}>
      <div className={blameStyles.ask}>
        <Select
          label={words.blame.stretch}
          value={which}
          options={[
            ...(ofCharts
              ? [{ value: 'charts' as const, label: words.blame.ofCharts(formatClock(ofCharts.since), formatClock(ofCharts.until)) }]
              : []),
            { value: 'minute', label: words.blame.lastMinute },
            { value: 'whole', label: words.blame.wholeRun },
          ]}
          disabled={isPlaying}
          onChange={setWhich}
        />
        {isPlaying ? (
          <Button size="small" onClick={stopLooking}>
            {words.blame.cancel}
          </Button>
        ) : (
          <Button size="small" look="primary" disabled={!stretch} onClick={look}>
            {words.blame.look}
          </Button>
        )}
        <p className={styles.quiet} aria-live="polite">
          {isPlaying
            ? words.blame.playing(formatShare(share))
            : tailing === 'failed'
              ? words.failed
              : tailing === 'done' && !tail
                ? words.blame.tooFew(formatCount(requests))
                : tailing === 'idle'
                  ? words.blame.intro
                  : ''}
        </p>
      </div>
      {tail && plan ? <Found tail={tail} /> : null}
    </div>
  );
}

function Found({ tail }: { tail: TailBlame }) {
  const t = useText();
  const words = useLateText(requestText);
  const nodes = useDesign((state) => state.design.nodes);
  const plan = useStore(requestsStore, (state) => state.plan);
  const [chosen, setChosen] = useState('');
  if (!plan) return null;
  const names = namesOf(plan, (id) => localLabel(nodes.find((node) => node.id === id)?.label ?? id, t), words);
  const placeOf = ({ node, link }: BlameRow): string =>
    link < 0 ? names.node(node) : words.blame.wire(names.node(plan.links[link].from), names.node(plan.links[link].to));
  const top = tail.rows[0];
  const keyOf = ({ node, link, on }: BlameRow): string => `${node}/${link}/${on}`;
  const row = tail.rows.find((each) => keyOf(each) === chosen) ?? firstToHelp(tail.rows, plan) ?? top;
  const longer = tail.slow.meanSeconds - tail.typical.meanSeconds;
  const most = Math.max(...tail.rows.map(({ slowShare, typicalShare }) => Math.max(slowShare, typicalShare)));
  return (
    <div className={blameStyles.found}>
      <div className={blameStyles.rowsOfBlame}>
        <p className={blameStyles.sentence}>
          <strong>
            <Why metric="blame-longer" of={given({ slowSpent: tail.slow.meanSeconds, typicalSpent: tail.typical.meanSeconds })}>
              {words.blame.sentence(
                formatDuration(Math.max(0, longer)),
                formatDuration(moreBy(top)),
                placeOf(top),
                spentName(top.on, words),
              )}
            </Why>
          </strong>
          <span className={styles.quiet}>
            {groupText(tail.slow, words.blame.slow, words)} · {groupText(tail.typical, words.blame.typical, words)}
          </span>
        </p>
        <table className={styles.table} data-blame={tail.rows.length}>
          <thead>
            <tr>
              <th scope="col">{words.blame.columns.place}</th>
              <th scope="col">{words.blame.columns.reason}</th>
              {(['slow', 'typical'] as const).map((group) => (
                <th key={group} scope="col">
                  <Why metric={`blame-${group}`} of={given({ requests: tail[group].requests, meanTook: tail[group].meanSeconds })}>
                    {words.blame.columns[group]}
                  </Why>
                </th>
              ))}
              <th scope="col">{words.blame.columns.difference}</th>
            </tr>
          </thead>
          <tbody>
            {tail.rows.slice(0, mostRows).map((each) => (
              <tr key={keyOf(each)} data-share={each.slowShare} data-chosen={each === row || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={blameStyles.place}
                    aria-pressed={each === row}
                    aria-label={words.blame.choose(placeOf(each), spentName(each.on, words))}
                    onClick={() => {
                      setChosen(keyOf(each));
                      select(each);
                    }}
                  >
                    {placeOf(each)}
                  </button>
                </th>
                <td>
                  <i className={styles.swatch} data-family={familyOf(each.on)} aria-hidden /> {spentName(each.on, words)}
                </td>
                <td>
                  <Share share={each.slowShare} most={most} seconds={each.slowSeconds} of={tail.slow} on={each.on} />
                </td>
                <td>
                  <Share share={each.typicalShare} most={most} seconds={each.typicalSeconds} of={tail.typical} on={each.on} />
                </td>
                <td>
                  <Why
                    metric="blame-difference"
                    about={spentName(each.on, words)}
                    of={given({ slowSpent: each.slowSeconds, typicalSpent: each.typicalSeconds })}
                  >
                    {formatDuration(Math.max(0, moreBy(each)))}
                  </Why>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Remedy row={row} plan={plan} />
    </div>
  );

  function select({ node, link }: BlameRow): void {
    const id = plan?.nodes[node]?.id;
    const wire = plan?.links[link]?.id;
    if (id) sessionStore.getState().select({ nodes: [id] });
    else if (wire) sessionStore.getState().select({ links: [wire] });
  }
}

/** The first that costs the slow ones more, at a part of which there can be more. */
function firstToHelp(rows: readonly BlameRow[], plan: Plan): BlameRow | undefined {
  const { design } = designStore.getState();
  const helped = rows.filter((row) => moreBy(row) > 0 && leverFor(design, plan, row)?.kind === 'set');
  // more of a part shortens its lines before it shortens its work
  return helped.find(({ on }) => familyOf(on) === 'wait') ?? helped[0];
}

function groupText(group: Group, say: (count: string, from: string, to: string) => string, words: RequestText): string {
  const text = say(formatCount(group.requests), formatDuration(group.from), formatDuration(group.to));
  return group.failed > 0 ? `${text} (${words.blame.failed(formatCount(group.failed))})` : text;
}

interface ShareProps {
  share: number;
  /** The largest in the table, which fills the bar. */
  most: number;
  seconds: number;
  of: Group;
  on: number;
}

function Share({ share, most, seconds, of, on }: ShareProps) {
  const words = useLateText(requestText);
  return (
    <span className={blameStyles.share}>
      <span className={blameStyles.shareBar} aria-hidden>
        <i data-family={familyOf(on)} style={{ width: `${most > 0 ? (100 * share) / most : 0}%` }} />
      </span>
      <span>
        <Why
          metric="blame-share"
          about={spentName(on, words)}
          of={given({ spent: seconds, meanTook: of.meanSeconds, requests: of.requests })}
        >
          {formatShare(share)}
        </Why>
      </span>
      <span className={styles.quiet}>{formatDuration(seconds)}</span>
    </span>
  );
}
