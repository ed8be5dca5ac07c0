/** Chooses a number of the design: first whose it is, then which. */

import { ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import type { Design } from '../../design/design.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { type Target, targetsOf, targetText, valueAt } from '../../runner/sweepAxis.ts';
import fieldStyles from '../../ui/Field.module.css';
import { Field } from './Field.tsx';
import { fieldName, partKey, partName, targetValue } from './targetWords.ts';
import { trialText } from './trialWords.ts';

interface TargetSelectProps {
  design: Design;
  target: Target;
  disabled: boolean;
  onChange: (target: Target) => void;
}

const groups = ['node', 'link', 'workload'] as const;
const groupWords = { node: 'parts', link: 'wires', workload: 'traffic' } as const;

export function TargetSelect({ design, target, disabled, onChange }: TargetSelectProps) {
  const t = useText();
  const words = useLateText(trialText);
  const fields = useLateText(fieldWords);
  const targets = useMemo(() => targetsOf(design), [design]);
  const parts = useMemo(() => [...new Map(targets.map((each) => [partKey(each), each])).values()], [targets]);
  const ofPart = targets.filter((each) => partKey(each) === partKey(target));
  const choosePart = (key: string) => {
    const own = targets.filter((each) => partKey(each) === key);
    // Where it has the same setting, that one stays.
    const next = own.find(({ field }) => field === target.field) ?? own[0];
    if (next) onChange(next);
  };
  return (
    <>
      <Field label={words.part} wide>
        <Native value={partKey(target)} label={words.part} disabled={disabled} onChange={choosePart}>
          {groups.map((group) => (
            <optgroup key={group} label={words.groups[groupWords[group]]}>
              {parts
                .filter(({ on }) => on === group)
                .map((each) => (
                  <option key={partKey(each)} value={partKey(each)}>
                    {partName(design, each, words, t)}
                  </option>
                ))}
            </optgroup>
          ))}
        </Native>
      </Field>
      <Field label={words.setting} wide>
        <Native
          value={targetText(target)}
          label={words.setting}
          disabled={disabled}
          onChange={(text) => {
            const next = ofPart.find((each) => targetText(each) === text);
            if (next) onChange(next);
          }}
        >
          {ofPart.map((each) => (
            <option key={targetText(each)} value={targetText(each)}>
              {fieldName(design, each, fields, t)} ({words.sweep.now} {targetValue(design, each, valueAt(design, each), fields, t)})
            </option>
          ))}
        </Native>
      </Field>
    </>
  );
}

interface NativeProps {
  value: string;
  label: string;
  disabled: boolean;
  onChange: (value: string) => void;
  children: React.ReactNode;
}

function Native({ value, label, disabled, onChange, children }: NativeProps) {
  return (
    <span className={fieldStyles.selectWrap}>
      <select
        className={`${fieldStyles.box} ${fieldStyles.select}`}
        value={value}
        aria-label={label}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {children}
      </select>
      <ChevronDown size={16} aria-hidden />
    </span>
  );
}

/** What people ask about first: how many there are of the first part that has a count, else the traffic. */
export function firstTarget(design: Design): Target {
  const targets = targetsOf(design);
  return targets.find(({ field }) => field === 'instances') ?? { on: 'workload', field: 'traffic' };
}
