import { type KeyboardEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { OUTCOME } from '../../engine/plan.ts';
import { requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { localLabel } from '../../i18n/localLabel.ts';
import { useText } from '../../i18n/text.ts';
import { textOfNumber } from '../../runner/requests/numbers.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { follow, requestsStore } from '../../store/requests.ts';
import { formatClock, formatCount, formatDuration } from '../../ui/format.ts';
import { Select } from '../../ui/Select.tsx';
import { groupsIn, listed, type NotableRequest, type Wanted } from './notableRows.ts';
import styles from './Requests.module.css';
import { className, outcomeName } from './words.ts';

/** Requests that stand out in the run so far: to be chosen from. */
export function RequestList() {
  const t = useText();
  const words = useLateText(requestText);
  const chunks = useRun((state) => state.notable);
  const index = useRun((state) => state.index);
  const newest = useRun((state) => state.frames.at(-1)?.index ?? -1);
  const nodes = useDesign((state) => state.design.nodes);
  const chosen = useStore(requestsStore, (state) => state.wanted?.request ?? null);
  const [wanted, setWanted] = useState<Wanted>('slowest');
  const rows = useMemo(() => listed(chunks, wanted, newest), [chunks, wanted, newest]);
  const groups = useMemo(() => groupsIn(chunks), [chunks]);
  const labelOf = (node: number): string => {
    const id = index?.nodes[node]?.id;
    return localLabel(nodes.find((each) => each.id === id)?.label ?? id ?? '', t);
  };
  const options: { value: Wanted; label: string }[] = [
    { value: 'slowest', label: words.list.slowest },
    { value: 'failed', label: words.list.failed },
    { value: 'retried', label: words.list.retried },
    ...(groups.classes.length > 1
      ? groups.classes.map((cls) => ({ value: `class:${cls}` as const, label: words.list.ofClass(className(cls, words)) }))
      : []),
    ...(groups.nodes.length > 1
      ? groups.nodes.map((node) => ({ value: `node:${node}` as const, label: words.list.from(labelOf(node)) }))
      : []),
  ];
  const none = { failed: words.list.noneFailed, retried: words.list.noneRetried }[wanted as string] ?? words.list.none;
  return (
    <div className={styles.list}>
      <Select label={words.list.which} value={wanted} options={options} onChange={setWanted} className={styles.which} />
      {rows.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <div role="listbox" aria-label={words.list.label} className={styles.rows} onKeyDown={moveFocus}>
          {rows.map((row, i) => (
            <Row
              key={row.request}
              row={row}
              isChosen={row.request === chosen}
              isStop={chosen === row.request || (i === 0 && !rows.some((r) => r.request === chosen))}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Row({ row, isChosen, isStop }: { row: NotableRequest; isChosen: boolean; isStop: boolean }) {
  const words = useLateText(requestText);
  const choose = () => void follow(row.request, row.bornAt);
  return (
    <div
      role="option"
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      className={styles.option}
      data-request={textOfNumber(row.request)}
      data-outcome={row.outcome === OUTCOME.ok ? 'ok' : 'bad'}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      <span className={styles.optionTime}>{formatDuration(row.seconds)}</span>
      <span className={styles.optionWhat}>
        {row.outcome === OUTCOME.ok ? className(row.cls, words) : `${className(row.cls, words)}, ${outcomeName(row.outcome, words)}`}
        {row.attempts > 0 ? `, ${words.list.tries(formatCount(row.attempts + 1))}` : ''}
      </span>
      <span className={styles.optionAt}>{formatClock(row.bornAt)}</span>
    </div>
  );
}

/** Arrows go from one to the next. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
}
