import { ChevronRight } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import type { Field, Fields, Value, Values } from '../../schema/fields.ts';
import { designStore } from '../../store/designStore.ts';
import styles from './FieldRow.module.css';
import { FieldRow } from './FieldRow.tsx';

interface FieldFormProps {
  fields: Fields;
  values: Values;
  words: Readonly<Record<string, AnyFieldText>>;
  /** Name of the undo step, a key of the dictionary's `edits`. */
  edit: string;
  /** Only these fields, in this order; all of them otherwise. */
  only?: readonly string[];
  notes?: Readonly<Record<string, string | undefined>>;
  onChange: (name: string, value: Value) => void;
}

/** A form made from field descriptions; what is advanced is folded away. */
export function FieldForm({ fields, values, words, edit, only, notes, onChange }: FieldFormProps) {
  const t = useText();
  const names = only ?? Object.keys(fields);
  const row = (name: string) => {
    const field: Field = fields[name];
    return (
      <FieldRow
        key={name}
        name={name}
        field={field}
        value={values[name] ?? field.default}
        words={words[name]}
        note={notes?.[name]}
        onChange={(value) => onChange(name, value)}
        onBegin={() => designStore.getState().beginGesture(edit)}
        onEnd={() => designStore.getState().endGesture()}
      />
    );
  };
  /** What the chosen options make meaningless is not shown. */
  const matters = ({ when }: Field): boolean => {
    if (!when) return true;
    const other = values[when.field] ?? fields[when.field].default;
    return ('is' in when ? when.is.includes(String(other)) : Number(other) > when.above) && matters(fields[when.field]);
  };
  const shown = names.filter((name) => matters(fields[name]));
  const plain = shown.filter((name) => !fields[name].advanced);
  const advanced = shown.filter((name) => fields[name].advanced);
  return (
    <>
      {plain.map(row)}
      {advanced.length > 0 ? (
        <details className={styles.more}>
          <summary>
            <ChevronRight size={16} aria-hidden />
            {t.panels.inspector.advancedCount(advanced.length)}
          </summary>
          {advanced.map(row)}
        </details>
      ) : null}
    </>
  );
}
