import { useId } from 'react';
import { useText } from '../../i18n/text.ts';
import { unitText, valueText } from '../../i18n/valueText.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import type { Field, Value } from '../../schema/fields.ts';
import { formatExact } from '../../ui/format.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './FieldRow.module.css';
import { sourceKind } from './sourceKind.ts';

export interface FieldRowProps {
  name: string;
  field: Field;
  value: Value;
  words: AnyFieldText;
  /** A remark on the value as it is, e.g. what 0 stands for here. */
  note?: string | undefined;
  /** Shown, and not to be changed. */
  isLocked?: boolean | undefined;
  onChange: (value: Value) => void;
  onBegin: () => void;
  onEnd: () => void;
}

/** Roughly so many Latin letters fit into a list beside its name; those of Korean are wider. */
const narrow = 15;
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u10ff' ? 1.8 : 1), 0);

/** One setting: its name, its control, what it means, its range, where the default comes from, and the way back to it. */
export function FieldRow({ name, field, value, words, note, isLocked, onChange, onBegin, onEnd }: FieldRowProps) {
  const t = useText();
  const helpId = useId();
  const unit = field.type === 'number' ? unitText(field.unit, t) : '';
  const source = sourceKind(field.source);
  const { inspector } = t.panels;
  const isWide = field.type === 'choice' && field.options.some((option) => widthOf(words.options?.[option] ?? option) > narrow);
  // disables all that is in it
  const Box = (isLocked ? 'fieldset' : 'div') as 'fieldset';
  return (
    <Box className={styles.field} data-field={name} disabled={isLocked || undefined}>
      <div className={styles.head}>
        <span className={styles.label}>{words.label}</span>
        {field.type === 'number' ? (
          <span className={styles.number}>
            <NumberBox range={field} value={Number(value)} unit={unit} label={words.label} describedBy={helpId} onChange={onChange} />
          </span>
        ) : null}
        {field.type === 'choice' ? (
          <Select
            className={isWide ? `${styles.choice} ${styles.wide}` : styles.choice}
            value={String(value)}
            options={field.options.map((option) => ({ value: option, label: words.options?.[option] ?? option }))}
            label={words.label}
            describedBy={helpId}
            onChange={onChange}
          />
        ) : null}
        {field.type === 'flag' ? <Switch checked={value === true} label={words.label} describedBy={helpId} onChange={onChange} /> : null}
      </div>
      {field.type === 'number' ? (
        <Slider
          className={styles.slider}
          range={field}
          value={Number(value)}
          label={words.label}
          valueText={valueText(field, value, words, t)}
          onChange={onChange}
          onBegin={onBegin}
          onEnd={onEnd}
        />
      ) : null}
      <p id={helpId} className={styles.help}>
        {words.help}
        {note ? ` ${note}` : ''}
      </p>
      <div className={styles.meta}>
        {field.type === 'number' ? <span>{inspector.range(formatExact(field.min), formatExact(field.max, unit))}</span> : null}
        {field.type !== 'number' && source === 'model' ? null : (
          <span
            className={source === 'assumption' ? `${styles.source} ${styles.assumption}` : styles.source}
            title={source === 'assumption' ? inspector.assumption : inspector.source(field.source)}
          >
            {inspector.sources[source]}
          </span>
        )}
        {value === field.default ? null : (
          <button
            type="button"
            className={styles.reset}
            aria-label={inspector.resetLabel(words.label)}
            onClick={() => onChange(field.default)}
          >
            {inspector.reset(valueText(field, field.default, words, t))}
          </button>
        )}
      </div>
    </Box>
  );
}
