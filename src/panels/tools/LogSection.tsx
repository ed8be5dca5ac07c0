import { useMemo, useState } from 'react';
import type { Id } from '../../design/design.ts';
import { messageOf, unpackLogs } from '../../engine/logView.ts';
import { outcomes, requestClasses } from '../../engine/plan.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type Text, useText } from '../../i18n/text.ts';
import { formatClock, formatCount } from '../../ui/format.ts';
import { Switch } from '../../ui/Switch.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Section } from '../inspector/Section.tsx';
import { linesByHost } from './linesByHost.ts';
import styles from './Tools.module.css';
import { type ToolText, toolText } from './toolWords.ts';
import { type Names, useNames, useShown } from './useShown.ts';

const mostRows = 100;

interface Row {
  key: string;
  message: string;
  host: string;
  version: number;
  isFailure: boolean;
  /** How many, or when. */
  value: number;
}

/** One searchable stream of all lines: counted by message, host and version, and the newest of them. */
export function LogSection({ node }: { node: Id }) {
  const t = useText();
  const words = useLateText(toolText).logs;
  const names = useNames();
  const numbers = useShown(node);
  const [wanted, setWanted] = useState('');
  const [onlyFailures, setOnlyFailures] = useState(false);
  const view = useMemo(() => (numbers ? unpackLogs(numbers) : null), [numbers]);
  const rowOf = (slot: number, version: number, code: number, value: number, key: string): Row => ({
    key,
    message: messageText(code, names, words, t),
    host: names.host(slot),
    version,
    isFailure: isFailure(code),
    value,
  });
  const groups = view?.groups.map((g) => rowOf(g.slot, g.version, g.message, g.count, `${g.slot}/${g.version}/${g.message}`)) ?? [];
  const lines = view?.lines.map((l, i) => rowOf(l.slot, l.version, l.message, l.time, `${l.time}/${l.request}/${l.slot}/${i}`)) ?? [];
  const found = (rows: readonly Row[]) => rows.filter((row) => (!onlyFailures || row.isFailure) && matches(row, wanted, words));
  return (
    <Section title={words.title}>
      <div data-logs={groups.length}>
        <input
          type="search"
          className={styles.search}
          value={wanted}
          placeholder={words.search}
          aria-label={words.search}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <div className={styles.filter}>
          <span>{words.onlyFailures}</span>
          <Switch checked={onlyFailures} label={words.onlyFailures} onChange={setOnlyFailures} />
        </div>
        {groups.length === 0 ? (
          <p className={styles.quiet}>{words.none}</p>
        ) : (
          <Tabs
            label={words.which}
            tabs={[
              { id: 'groups', label: words.groups, content: <Rows rows={found(groups)} value={formatCount} /> },
              { id: 'newest', label: words.newest, content: <Rows rows={found(lines)} value={formatClock} /> },
              { id: 'hosts', label: words.hosts, content: <Hosts rows={found(groups)} /> },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

/** What each host wrote, as if its own files had been opened: the one with most lines of failures first. */
function Hosts({ rows }: { rows: readonly Row[] }) {
  const words = useLateText(toolText).logs;
  if (rows.length === 0) return <p className={styles.quiet}>{words.noMatch}</p>;
  return linesByHost(rows).map(({ host, lines, failures, rows: own }) => (
    <details key={host} className={styles.host} data-log-host={host} data-failures={failures}>
      <summary className={styles.head}>
        <b>{host}</b>
        <span className={failures > 0 ? styles.alarm : styles.quietInline}>{words.ofHost(formatCount(lines), formatCount(failures))}</span>
      </summary>
      <Rows rows={own} value={formatCount} />
    </details>
  ));
}

function Rows({ rows, value }: { rows: readonly Row[]; value: (number: number) => string }) {
  const words = useLateText(toolText).logs;
  if (rows.length === 0) return <p className={styles.quiet}>{words.noMatch}</p>;
  return (
    <>
      <ul className={styles.rows}>
        {rows.slice(0, mostRows).map((row) => (
          <li key={row.key} className={row.isFailure ? styles.failure : undefined} data-log-row>
            <span className={styles.value}>{value(row.value)}</span>
            <span className={styles.message}>
              {row.message}
              <small>
                {row.host} · {words.version(String(row.version))}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > mostRows ? <p className={styles.quiet}>{words.more(formatCount(rows.length - mostRows))}</p> : null}
    </>
  );
}

function isFailure(code: number): boolean {
  const message = messageOf(code);
  const outcome = outcomes[message.outcome];
  return outcome !== 'ok' && outcome !== 'limited';
}

function messageText(code: number, names: Names, words: ToolText['logs'], t: Text): string {
  const message = messageOf(code);
  const outcome = t.common.outcomes[outcomes[message.outcome]];
  if (message.said === 'failed-call') return words.failedCall(names.node(message.callee), outcome);
  const name = requestClasses[message.cls];
  return words.answer(name === undefined ? words.job : t.common.classes[name], outcome);
}

/** Every word that was typed stands somewhere in the line. */
function matches(row: Row, wanted: string, words: ToolText['logs']): boolean {
  const line = `${row.message} ${row.host} ${words.version(String(row.version))}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => line.includes(word));
}
