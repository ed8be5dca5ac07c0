import { specOf } from '../../design/wires.ts';
import { useText } from '../../i18n/text.ts';
import { type NodeKind, nodeKinds } from '../../nodes/specs.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './Assignment.module.css';
import { useAssignmentText } from './assignmentWords.ts';

interface KindChoiceProps {
  /** Null: all. */
  kinds: readonly NodeKind[] | null;
  onChange: (kinds: readonly NodeKind[] | null) => void;
}

/** Users are given: nobody adds more of them to be done with a task. */
const addable = nodeKinds.filter((kind) => specOf(kind).role !== 'source');

/** Which kinds of parts students may add. */
export function KindChoice({ kinds, onChange }: KindChoiceProps) {
  const t = useText();
  const words = useAssignmentText().make;
  const now = kinds === null ? 'any' : kinds.length === 0 ? 'none' : 'some';
  const start = { any: null, none: [], some: addable } as const;
  return (
    <>
      <Select
        className={styles.kindsOf}
        value={now}
        label={words.kinds}
        options={(['any', 'none', 'some'] as const).map((value) => ({ value, label: words.kindChoices[value] }))}
        onChange={(choice) => onChange(start[choice])}
      />
      {now === 'some' ? (
        <fieldset className={styles.checks} aria-label={words.kindChoices.some}>
          {addable.map((kind) => (
            <label key={kind} className={styles.check}>
              <input
                type="checkbox"
                checked={kinds?.includes(kind) ?? true}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  onChange(addable.filter((each) => (each === kind ? on : kinds?.includes(each))));
                }}
              />
              {t.kinds[kind].name}
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
