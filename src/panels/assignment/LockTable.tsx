/** What is there, part by part: locked or not, and which settings of locked ones are free all the same. */

import { ChevronRight } from 'lucide-react';
import type { Design, Id } from '../../design/design.ts';
import { wireFieldsFrom } from '../../design/newWires.ts';
import { specOf } from '../../design/wires.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';

interface LockTableProps {
  design: Design;
  locked: readonly Id[];
  free: readonly string[];
  onLocked: (locked: readonly Id[]) => void;
  onFree: (free: readonly string[]) => void;
}

interface Row {
  id: Id;
  name: string;
  kind: string;
  fields: readonly { field: string; label: string }[];
}

/** Ids of everything that can be locked, in order. */
export const lockable = ({ nodes, links, groups }: Design): Id[] => [...nodes, ...links, ...groups].map(({ id }) => id);

export function LockTable({ design, locked, free, onLocked, onFree }: LockTableProps) {
  const words = useAssignmentText().make;
  const rows = useRows(design);
  const toggle = (list: readonly string[], id: string, on: boolean) => (on ? [...list, id] : list.filter((each) => each !== id));
  return (
    <>
      <div className={styles.tools}>
        <Button size="small" onClick={() => onLocked(lockable(design))}>
          {words.lockAll}
        </Button>
        <Button size="small" onClick={() => onLocked([])}>
          {words.lockNone}
        </Button>
      </div>
      <ul className={styles.rows}>
        {rows.map(({ id, name, kind, fields }) => {
          const isLocked = locked.includes(id);
          const count = fields.filter(({ field }) => free.includes(`${id}.${field}`)).length;
          return (
            <li key={id} className={styles.row} data-lock={id}>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  aria-label={words.lock(name)}
                  checked={isLocked}
                  onChange={(event) => onLocked(toggle(locked, id, event.currentTarget.checked))}
                />
                <span className={styles.name}>{name}</span>
                <span className={styles.kind}>{kind === name ? '' : kind}</span>
              </label>
              {isLocked && fields.length > 0 ? (
                <details className={styles.free}>
                  <summary aria-label={words.freeOf(name)}>
                    <ChevronRight size={14} aria-hidden />
                    {count === 0 ? words.free : words.freeCount(count)}
                  </summary>
                  <div className={styles.checks}>
                    {fields.map(({ field, label }) => (
                      <label key={field} className={styles.check}>
                        <input
                          type="checkbox"
                          checked={free.includes(`${id}.${field}`)}
                          onChange={(event) => onFree(toggle(free, `${id}.${field}`, event.currentTarget.checked))}
                        />
                        {label}
                      </label>
                    ))}
                  </div>
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useRows(design: Design): Row[] {
  const t = useText();
  const told = useLateText(fieldWords);
  const words = useAssignmentText().make;
  const labelOf = (id: Id) => design.nodes.find((node) => node.id === id)?.label ?? id;
  return [
    ...design.nodes.map(({ id, kind, label }) => ({
      id,
      name: label,
      kind: t.kinds[kind].name,
      fields: Object.keys(specOf(kind).fields).map((field) => ({ field, label: told.kinds[kind].fields[field]?.label ?? field })),
    })),
    ...design.links.map(({ id, from, to }) => {
      const kind = design.nodes.find((node) => node.id === from)?.kind;
      const fields = kind ? Object.keys(wireFieldsFrom(kind)) : [];
      return {
        id,
        name: `${labelOf(from)} → ${labelOf(to)}`,
        kind: words.wire,
        fields: fields.map((field) => ({ field, label: told.link[field as keyof typeof told.link]?.label ?? field })),
      };
    }),
    ...design.groups.map(({ id, label }) => ({ id, name: label, kind: words.region, fields: [] })),
  ];
}
