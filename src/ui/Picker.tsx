/** Choosing one of many by typing: a text box over a list, in the browser's own modal dialog. Knows nothing of what is chosen. */

import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './Picker.module.css';

export interface PickerRow {
  id: string;
  name: string;
  /** A second, quieter half. */
  detail?: string | undefined;
  icon?: ReactNode;
  /** Its shortcut. */
  keys?: string | undefined;
  /** Why it cannot be chosen. It is shown all the same, so that nobody searches for it elsewhere. */
  whyNot?: string | undefined;
  /** Heading above the first row of a group. */
  group?: string | undefined;
}

export interface PickerWords {
  title: string;
  placeholder: string;
  /** What is left after typing. */
  found: (count: number) => string;
  none: (typed: string) => string;
  /** Below the list: which keys do what. */
  hint: string;
}

export interface PickerProps<T extends PickerRow> {
  words: PickerWords;
  /** What fits the typed text, in the order in which it is shown. */
  rowsFor: (typed: string) => readonly T[];
  onPick: (row: T) => void;
  onClose: () => void;
  /** The row the keyboard is on. */
  onActive?: (row: T | null) => void;
}

/** More rows than this are not drawn: another letter finds what is beyond. */
const mostRows = 80;
/** Rows of a page-wise step. */
const page = 8;
/** The number of hits is said when typing pauses. */
const sayAfterMs = 450;

export function Picker<T extends PickerRow>({ words, rowsFor, onPick, onClose, onActive }: PickerProps<T>) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useMemo(() => rowsFor(typed), [rowsFor, typed]);
  const rows = found.slice(0, mostRows);
  const active = rows.find((row) => row.id === chosen) ?? rows[0] ?? null;
  const activeId = active?.id ?? null;
  const [refusal, setRefusal] = useState('');
  const counted = useLateWords(typed.trim() === '' ? '' : found.length === 0 ? words.none(typed) : words.found(found.length));

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // Closed before it goes, so that the keyboard returns to where it was.
    return () => element?.close();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is known by its id
  useEffect(() => {
    onActive?.(active);
    if (activeId !== null) document.getElementById(`${id}-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const pick = (row: T | null): void => {
    if (!row) return;
    setRefusal(row.whyNot ?? '');
    if (row.whyNot) return;
    dialog.current?.close();
    onClose();
    onPick(row);
  };
  const step = (by: number): void => {
    const at = rows.findIndex((row) => row.id === activeId);
    const last = rows.length - 1;
    const next = Math.abs(by) === 1 ? (at + by + rows.length) % rows.length : Math.min(last, Math.max(0, at + by));
    setChosen(rows[next]?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While letters of Hangul are put together, Enter ends a letter.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    if (event.key in steps) step(steps[event.key]);
    else if (event.key === 'Enter') pick(active);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={words.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.search}>
        <Search size={16} aria-hidden />
        <input
          type="text"
          role="combobox"
          className={styles.box}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder={words.placeholder}
          aria-label={words.title}
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId === null ? undefined : `${id}-${activeId}`}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
            setRefusal('');
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={words.title} className={styles.list}>
        {groupsOf(rows).map(({ name, rows: inside }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={`${name} ${inside[0].id}`} role="group" aria-label={name || words.title}>
            {name ? <div className={styles.heading}>{name}</div> : null}
            {inside.map((row) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the text box above
              <div
                key={row.id}
                id={`${id}-${row.id}`}
                role="option"
                tabIndex={-1}
                className={styles.row}
                data-row={row.id}
                aria-selected={row.id === activeId}
                aria-disabled={row.whyNot ? true : undefined}
                onPointerMove={() => row.id !== activeId && setChosen(row.id)}
                onClick={() => pick(row)}
              >
                <span className={styles.icon}>{row.icon}</span>
                <span className={styles.name}>{row.name}</span>
                {row.detail ? <span className={styles.detail}>{row.detail}</span> : null}
                {row.whyNot ? <span className={styles.why}>{row.whyNot}</span> : null}
                {row.keys ? <kbd className={styles.keys}>{row.keys}</kbd> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {rows.length === 0 ? <p className={styles.none}>{words.none(typed)}</p> : null}
      <p className={styles.hint}>
        <span>{words.hint}</span>
        {typed.trim() !== '' && found.length > 0 ? <span>{words.found(found.length)}</span> : null}
      </p>
      {/* Of its own: what lies outside of a modal dialog is not read out. */}
      <div className="visuallyHidden" role="status">
        {refusal || counted}
      </div>
    </dialog>
  );
}

function groupsOf<T extends PickerRow>(rows: readonly T[]): { name: string; rows: T[] }[] {
  const groups: { name: string; rows: T[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.name === (row.group ?? '')) last.rows.push(row);
    else groups.push({ name: row.group ?? '', rows: [row] });
  }
  return groups;
}

/** The words, once they have stayed the same for a moment. */
function useLateWords(words: string): string {
  const [late, setLate] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(words), sayAfterMs);
    return () => window.clearTimeout(timer);
  }, [words]);
  return late;
}
