import { ChevronRight } from 'lucide-react';
import type { Id } from '../../design/design.ts';
import { useText } from '../../i18n/text.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import { type Field, type Fields, holds, type Topic, type Value, type Values } from '../../schema/fields.ts';
import { designStore } from '../../store/designStore.ts';
import { useSession } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';
import styles from './FieldRow.module.css';
import { FieldRow } from './FieldRow.tsx';

/** Only for who works on an assignment. */
const LockNote = latePart(async () => (await import('../assignment/LockNote.tsx')).LockNote);

interface FieldFormProps {
  /** The part or wire whose settings these are: an assignment may lock some. */
  of?: Id;
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

/** A form made from field descriptions. What is advanced is folded away by topic; what the chosen options make meaningless is not there. */
export function FieldForm({ of, fields, values, words, edit, only, notes, onChange }: FieldFormProps) {
  const names = (only ?? Object.keys(fields)).filter((name) => holds(fields[name].when, fields, values));
  const valueOf = (name: string): Value => values[name] ?? fields[name].default;
  const locked = useSession((state) => of && state.locked);
  const row = (name: string) => (
    <FieldRow
      key={name}
      name={name}
      field={fields[name]}
      value={valueOf(name)}
      words={words[name]}
      isLocked={locked ? locked(of ?? '', name) : false}
      note={notes?.[name] ?? words[name].note?.(values)}
      onChange={(value) => onChange(name, value)}
      onBegin={() => designStore.getState().beginGesture(edit)}
      onEnd={() => designStore.getState().endGesture()}
    />
  );
  return (
    <>
      {of && locked ? (
        <LatePlace>
          <LockNote of={of} />
        </LatePlace>
      ) : null}
      {names.filter((name) => !fields[name].advanced).map(row)}
      {byTopic(fields, names).map(([topic, inTopic]) => (
        <Fold
          key={topic}
          topic={topic}
          count={inTopic.length}
          changed={inTopic.filter((name) => valueOf(name) !== fields[name].default).length}
        >
          {inTopic.map(row)}
        </Fold>
      ))}
    </>
  );
}

/** What shapes the usual run comes first, what goes wrong last. */
const order = [
  'arrivals',
  'service',
  'line',
  'asks',
  'copies',
  'disk',
  'rows',
  'moving',
  'across',
  'groups',
  'health',
  'sessions',
  'connections',
  'life',
  'more',
  'guard',
  'places',
  'failing',
] as const;

/** Advanced fields by what they are about. */
function byTopic(fields: Fields, names: readonly string[]): [Topic | 'more', string[]][] {
  const isOf = ({ advanced, topic }: Field, wanted: Topic | 'more') => advanced && (topic ?? 'more') === wanted;
  const found = order.map((topic): [Topic | 'more', string[]] => [topic, names.filter((name) => isOf(fields[name], topic))]);
  return found.filter(([, inTopic]) => inTopic.length > 0);
}

interface FoldProps {
  topic: Topic | 'more';
  count: number;
  /** How many of them are away from their defaults: what is folded away must not be a secret. */
  changed: number;
  children: React.ReactNode;
}

function Fold({ topic, count, changed, children }: FoldProps) {
  const { inspector } = useText().panels;
  return (
    <details className={styles.more} data-topic={topic}>
      <summary>
        <ChevronRight size={16} aria-hidden />
        <span className={styles.topic}>{inspector.topics[topic]}</span>
        <span className={changed > 0 ? styles.changed : styles.count}>{changed > 0 ? inspector.changedCount(changed) : count}</span>
      </summary>
      {children}
    </details>
  );
}
