/** Which number is swept, and over which values. */

import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type AxisRange, fieldAt, scaleFor, stepsFor, type Target, valueAt, valuesIn } from '../../runner/sweepAxis.ts';
import { Select } from '../../ui/Select.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { Field, NumberField } from './Field.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import { trialText } from './trialWords.ts';

export interface AxisForm {
  target: Target;
  range: AxisRange;
}

/** A range that is worth looking at: from a fraction of what it is now to some times of it. */
export function usualForm(design: Design, target: Target): AxisForm {
  const field = fieldAt(design, target);
  if (!field) return { target, range: { scale: 'list', list: [] } };
  const now = valueAt(design, target);
  const low = field.integer ? Math.max(field.min, Math.floor(now / 4)) : now > 0 ? now / 4 : field.min;
  const high = Math.min(field.max, field.integer ? Math.max(now * 2, low + 7) : now > 0 ? now * 4 : field.max);
  const from = Number(Math.max(field.min, low).toPrecision(3));
  const to = Number(high.toPrecision(3));
  return { target, range: { scale: scaleFor(field, from, to), from, to, steps: stepsFor(field, from, to) } };
}

/** Empty where the target is gone or the range says nothing. */
export function formValues(design: Design, { target, range }: AxisForm): readonly number[] {
  const field = fieldAt(design, target);
  return field ? valuesIn(range, field) : [];
}

interface AxisFieldsProps {
  design: Design;
  form: AxisForm;
  disabled: boolean;
  onChange: (form: AxisForm) => void;
}

export function AxisFields({ design, form, disabled, onChange }: AxisFieldsProps) {
  const words = useLateText(trialText);
  const { target, range } = form;
  const field = fieldAt(design, target);
  if (!field) return null;
  const values = formValues(design, form);
  const set = (next: AxisRange) => onChange({ target, range: next });
  const spacing = (scale: AxisRange['scale']) => {
    if (scale === 'list') set({ scale, list: values });
    else if (range.scale === 'list') {
      const [from = field.min, to = field.max] = [values[0], values.at(-1)];
      set({ scale, from, to, steps: Math.max(2, values.length) });
    } else set({ ...range, scale });
  };
  const limits = { min: field.min, max: field.max, ...(field.integer ? { integer: true } : {}), scale: field.scale };
  return (
    <>
      <TargetSelect design={design} target={target} disabled={disabled} onChange={(next) => onChange(usualForm(design, next))} />
      <Field label={words.sweep.spacing} snug>
        <Select
          value={range.scale}
          label={words.sweep.spacing}
          disabled={disabled}
          options={(['linear', 'log', 'list'] as const).map((value) => ({ value, label: words.sweep.spacings[value] }))}
          onChange={spacing}
        />
      </Field>
      {range.scale === 'list' ? (
        <Field label={words.sweep.list} wide>
          <TextBox
            value={range.list.join(', ')}
            label={words.sweep.list}
            maxLength={400}
            readOnly={disabled}
            onCommit={(text) =>
              set({
                scale: 'list',
                list: text
                  .split(/[,;\s]+/)
                  .filter(Boolean)
                  .map(Number)
                  .filter(Number.isFinite),
              })
            }
          />
        </Field>
      ) : (
        <>
          <NumberField
            label={words.sweep.from}
            range={limits}
            unit={field.unit}
            value={range.from}
            disabled={disabled}
            onChange={(from) => set({ ...range, from })}
          />
          <NumberField
            label={words.sweep.to}
            range={limits}
            unit={field.unit}
            value={range.to}
            disabled={disabled}
            onChange={(to) => set({ ...range, to })}
          />
          <NumberField
            label={words.sweep.steps}
            range={{ min: 2, max: 10_000, integer: true, scale: 'log' }}
            value={range.steps}
            disabled={disabled}
            onChange={(steps) => set({ ...range, steps })}
          />
        </>
      )}
    </>
  );
}
