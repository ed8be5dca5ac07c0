/** Rows of a sheet with their marks; sorted by any column, each opened to its lines. */

import { ChevronDown, ChevronRight, ChevronUp, ExternalLink } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { splitLink } from '../../design/linkText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Task } from '../../prompts/calmDesign.ts';
import { alikesAmong, rubricGroups } from '../../prompts/marks.ts';
import type { MarkedRow } from '../../store/marking.ts';
import { formatNumber, nothing } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Table } from '../../ui/Table.tsx';
import { ScoreWhy } from '../grading/ScoreWhy.tsx';
import { LatePlace } from '../LatePlace.tsx';
import styles from './Marking.module.css';
import { type MarkingText, markingText } from './markingWords.ts';
import { pointsByGroup, type Sorting, type SortKey, sortedRows } from './sorting.ts';

const MarkDetails = latePart(async () => (await import('./MarkDetails.tsx')).MarkDetails);

const keys: readonly SortKey[] = ['line', 'name', 'score', ...rubricGroups, 'alike'];
const mostNamed = 3;

export function MarkTable({ rows, assigned }: { rows: readonly MarkedRow[]; assigned: Task | null }) {
  const words = useLateText(markingText);
  const [sorting, setSorting] = useState<Sorting>({ key: 'line', falls: false });
  const [opened, setOpened] = useState<number | null>(null);
  const alikes = useMemo(() => alikesAmong(rows), [rows]);
  const order = useMemo(() => sortedRows(rows, alikes, sorting), [rows, alikes, sorting]);
  const titleOf = (key: SortKey): string =>
    key === 'line' || key === 'name' || key === 'score' || key === 'alike' ? words.columns[key] : words.groups[key];
  return (
    <>
      <Table
        label={words.title}
        className={styles.marks}
        head={[
          ...keys.map((key) => {
            const isIt = sorting.key === key;
            return (
              <th key={key} scope="col" data-key={key} aria-sort={isIt ? (sorting.falls ? 'descending' : 'ascending') : undefined}>
                <button
                  type="button"
                  className={styles.sort}
                  title={words.sortBy(titleOf(key))}
                  onClick={() => setSorting({ key, falls: isIt ? !sorting.falls : key !== 'line' && key !== 'name' })}
                >
                  {titleOf(key)}
                  {isIt ? sorting.falls ? <ChevronDown size={12} aria-hidden /> : <ChevronUp size={12} aria-hidden /> : null}
                </button>
              </th>
            );
          }),
          words.columns.open,
        ]}
      >
        {order.map((at) => {
          const row = rows[at];
          const isOpen = opened === row.line;
          return (
            <Fragment key={row.line}>
              <Row
                row={row}
                words={words}
                alike={alikeNames(at, alikes, rows, words)}
                isOpen={isOpen}
                onToggle={() => setOpened(isOpen ? null : row.line)}
              />
              {isOpen && row.grade && row.design ? (
                <tr>
                  <td colSpan={keys.length + 1} className={styles.details}>
                    <LatePlace fallback={<div className={styles.detailsPlace} />}>
                      <MarkDetails row={row} assigned={assigned} />
                    </LatePlace>
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </Table>
      <p className={styles.faint}>{words.alikeHelp}</p>
    </>
  );
}

function alikeNames(at: number, alikes: ReturnType<typeof alikesAmong>, rows: readonly MarkedRow[], words: MarkingText): string {
  const named = (list: readonly number[]) =>
    [
      ...list.slice(0, mostNamed).map((i) => `${rows[i].name || words.nobody} (${rows[i].line})`),
      ...(list.length > mostNamed ? [words.more(list.length - mostNamed)] : []),
    ].join(', ');
  const { same, close } = alikes[at];
  return [...(same.length > 0 ? [words.same(named(same))] : []), ...(close.length > 0 ? [words.close(named(close))] : [])].join('; ');
}

interface RowProps {
  row: MarkedRow;
  words: MarkingText;
  alike: string;
  isOpen: boolean;
  onToggle: () => void;
}

function Row({ row, words, alike, isOpen, onToggle }: RowProps) {
  const { line, name, grade, why, design, source, breaches = [], isUnsigned } = row;
  const who = name || words.nobody;
  const points = grade ? pointsByGroup(grade) : [];
  const split = design ? splitLink(source) : null;
  const notes = grade
    ? [
        ...(grade.cannotRun ? [words.cannotRun] : []),
        ...(grade.fatal.length > 0 ? [words.fatal] : []),
        ...(grade.missing.length > 0 ? [words.missing] : []),
        ...(breaches.length > 0 ? [words.broken(breaches.length)] : []),
        ...(isUnsigned ? [words.unsigned] : []),
      ]
    : [why === null ? words.playing : words.why[why]];
  return (
    <tr data-row={line} data-why={why ?? undefined} data-score={grade?.score}>
      <td>{line}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          disabled={!grade}
          aria-expanded={isOpen}
          title={words.details(who)}
          onClick={onToggle}
        >
          {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <span>{who}</span>
        </button>
        {notes.length > 0 ? <small className={grade ? styles.tag : styles.why}>{notes.join(' · ')}</small> : null}
      </th>
      <td className={styles.score}>
        {grade ? (
          <ScoreWhy grade={grade} about={who}>
            {formatNumber(grade.score)}
          </ScoreWhy>
        ) : (
          nothing
        )}
      </td>
      {rubricGroups.map((group, i) => (
        <td key={group} data-group={group}>
          {grade && points[i] != null ? (
            <ScoreWhy grade={grade} group={group} about={`${who}, ${words.groups[group]}`}>
              {formatNumber(points[i])}
            </ScoreWhy>
          ) : (
            nothing
          )}
        </td>
      ))}
      <td className={styles.alike}>{alike || nothing}</td>
      <td>
        {split?.ok ? (
          <a
            className={styles.open}
            href={`${location.pathname}#a1.${split.body}.${split.checksum}.z`}
            target="_blank"
            rel="noreferrer"
            title={words.open(who)}
            aria-label={words.open(who)}
          >
            <ExternalLink size={14} aria-hidden />
          </a>
        ) : null}
      </td>
    </tr>
  );
}
