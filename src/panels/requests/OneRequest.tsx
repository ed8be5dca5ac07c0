import { ChevronLeft, ChevronRight, Copy, FileDown, Rows3, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { say } from '../../actions/toast.ts';
import { download } from '../../charts/download.ts';
import { toCsv } from '../../design/csvText.ts';
import type { Story } from '../../engine/follow/story.ts';
import { OUTCOME, type Plan } from '../../engine/plan.ts';
import { type RequestText, requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { textOfNumber } from '../../runner/requests/numbers.ts';
import { totalsOf, vainSecondsOf, type Waterfall, waterfallOf } from '../../runner/requests/waterfall.ts';
import { pointMark } from '../../store/followMark.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { follow, requestsStore } from '../../store/requests.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatCount, formatDuration, formatShare } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Why } from '../../ui/Why.tsx';
import { Calls } from './Calls.tsx';
import { CallTable } from './CallTable.tsx';
import styles from './Requests.module.css';
import { callName, className, eventsOf, familyOf, metText, type Names, namesOf, outcomeName, partsText, spentName } from './words.ts';

/** One request: what it is, its calls, and where its time went. */
export function OneRequest() {
  const words = useLateText(requestText);
  const { wanted, following, story, plan } = useStore(requestsStore);
  if (wanted === null) {
    return (
      <div className={styles.note}>
        <p>{words.list.hint}</p>
        <p className={styles.quiet}>{words.empty}</p>
      </div>
    );
  }
  if (following === 'done' && story && plan) return <Told key={story.request} story={story} plan={plan} />;
  return (
    <div className={styles.note} aria-live="polite" data-following={following}>
      <p>{following === 'playing' ? words.playing : following === 'done' ? words.gone : words.failed}</p>
      {following === 'failed' ? (
        <Button size="small" onClick={() => void follow(wanted.request, wanted.bornAt)}>
          {words.again}
        </Button>
      ) : null}
    </div>
  );
}

function Told({ story, plan }: { story: Story; plan: Plan }) {
  const t = useText();
  const words = useLateText(requestText);
  const nodes = useDesign((state) => state.design.nodes);
  const [isTable, setIsTable] = useState(false);
  const now = useRun((state) => Math.floor(state.time * 10) / 10);
  const names = useMemo(
    () => namesOf(plan, (id) => localLabel(nodes.find((node) => node.id === id)?.label ?? id, t), words),
    [plan, nodes, t, words],
  );
  const fall = useMemo(() => waterfallOf(story, plan.seconds), [story, plan]);
  const events = useMemo(() => eventsOf(story, names, words), [story, names, words]);
  const isOver = story.outcome >= 0;
  const vain = isOver ? vainSecondsOf(story) : 0;
  const isLater = fall.rows.length > 0 && (!isOver || story.endAt > now + 0.1);
  const took = story.endAt - story.bornAt;
  return (
    <div className={styles.told} data-story={textOfNumber(story.request)} data-took={isOver ? took : undefined}>
      <div className={styles.head}>
        <strong className={styles.number}>{words.request(textOfNumber(story.request))}</strong>
        <span>{className(story.cls, words)}</span>
        <span data-outcome={story.outcome === OUTCOME.ok ? 'ok' : 'bad'} className={styles.outcome}>
          {outcomeName(story.outcome, words)}
          {story.isStale ? `, ${words.stale}` : ''}
        </span>
        {isOver ? (
          <strong data-took-text>
            <Why metric="request-took" of={given({ meantAt: story.bornAt, knownAt: story.endAt })}>
              {words.head.took(formatDuration(took))}
            </Why>
          </strong>
        ) : null}
        {isOver && story.countedSeconds > took + 1e-9 ? (
          <span>
            <Why metric="request-counts" of={given({ took, counted: story.countedSeconds })}>
              {words.head.counts(formatDuration(story.countedSeconds))}
            </Why>
          </span>
        ) : null}
        <span className={styles.quiet}>{words.head.meant(formatClock(story.bornAt))}</span>
        {vain > 0 ? <span className={styles.vain}>{words.head.vain(formatDuration(vain))}</span> : null}
        <span className={styles.tools}>
          <Stepper events={events} from={story.bornAt} />
          <IconButton label={isTable ? words.bars : words.table} size="small" onClick={() => setIsTable(!isTable)}>
            {isTable ? <Rows3 size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
          </IconButton>
          <IconButton label={words.copy} size="small" onClick={() => void copy(textOf(story, fall, names, words), words)}>
            <Copy size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={words.csv}
            size="small"
            onClick={() => download(`request-${textOfNumber(story.request)}.csv`, csvOf(fall, names, words), 'text/csv')}
          >
            <FileDown size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      {isLater ? <p className={styles.later}>{words.head.later(formatClock(now))}</p> : null}
      <div className={styles.scroll}>
        {isTable ? <CallTable fall={fall} names={names} /> : <Calls story={story} fall={fall} names={names} events={events} />}
      </div>
      <Totals fall={fall} took={took} />
    </div>
  );
}

/** Everything that happened to it, one after the other; the call it is about is pointed at, here and on the canvas. */
function Stepper({ events, from }: { events: ReturnType<typeof eventsOf>; from: number }) {
  const words = useLateText(requestText);
  const step = useStore(requestsStore, (state) => state.step);
  const story = useStore(requestsStore, (state) => state.story);
  const go = (to: number) => {
    const at = Math.min(events.length - 1, Math.max(0, to));
    const span = events[at].span;
    requestsStore.setState({ step: at, span: span < 0 ? null : span });
    const call = story?.spans[span];
    pointMark(call?.link ?? -1, call?.node ?? -1);
  };
  const event = events[step];
  return (
    <fieldset className={styles.stepper} aria-label={words.steps.group}>
      <output className={styles.event} aria-live="polite">
        {event ? `+${formatDuration(event.at - from)} ${event.text}` : ''}
      </output>
      <IconButton label={words.steps.previous} size="small" disabled={step <= 0} onClick={() => go(step - 1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <span className={styles.count}>{words.steps.at(formatCount(step + 1), formatCount(events.length))}</span>
      <IconButton label={words.steps.next} size="small" disabled={step >= events.length - 1} onClick={() => go(step + 1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
    </fieldset>
  );
}

/** The legend of the bars, with what each came to on the way of its user's wait. */
function Totals({ fall, took }: { fall: Waterfall; took: number }) {
  const words = useLateText(requestText);
  const totals = useMemo(() => totalsOf(fall.path), [fall]);
  return (
    <ul className={styles.totals} aria-label={words.where}>
      {totals.map(({ on, seconds }) => (
        <li key={on} data-spent={on} data-seconds={seconds}>
          <i className={styles.swatch} data-family={familyOf(on)} aria-hidden />
          <span>{spentName(on, words)}</span>
          <strong>
            <Why metric="request-spent" about={spentName(on, words)} of={given({ spent: seconds, took })}>
              {formatDuration(seconds)}
            </Why>
          </strong>
          <span className={styles.quiet}>{formatShare(seconds / took)}</span>
        </li>
      ))}
    </ul>
  );
}

async function copy(text: string, words: RequestText): Promise<void> {
  await navigator.clipboard.writeText(text);
  say(words.copied);
}

function textOf(story: Story, fall: Waterfall, names: Names, words: RequestText): string {
  const head = [words.request(textOfNumber(story.request)), className(story.cls, words), outcomeName(story.outcome, words)];
  if (story.outcome >= 0) head.push(words.head.took(formatDuration(story.endAt - story.bornAt)));
  head.push(words.head.meant(formatClock(story.bornAt)));
  const lines = fall.rows.map((row) => {
    const details = [...partsText(row, words), ...metText(row, words)].join(', ');
    return `${'  '.repeat(row.depth)}${callName(row.span, names, words)}: ${formatDuration(row.to - row.from)} (${details})`;
  });
  return `${head.join(' · ')}\n${lines.join('\n')}\n`;
}

function csvOf(fall: Waterfall, names: Names, words: RequestText): string {
  const rows = fall.rows.flatMap((row) =>
    row.segments.map(({ from, to, on }) => [
      row.depth,
      callName(row.span, names, words),
      spentName(on, words),
      from,
      to,
      to - from,
      metText(row, words).join('; '),
    ]),
  );
  return toCsv(['depth', 'call', 'spent on', 'from (s)', 'to (s)', 'seconds', 'met'], rows);
}
