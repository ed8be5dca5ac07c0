import { ChevronDown } from 'lucide-react';
import field from '../../ui/Field.module.css';
import type { OtherDesign } from './otherDesigns.ts';
import type { ReplicaText } from './replicaWords.ts';

interface OtherSelectProps {
  others: readonly OtherDesign[];
  /** Key of one, or '' for none. */
  value: string;
  disabled: boolean;
  words: ReplicaText;
  onChange: (key: string) => void;
}

const groups = ['earlier', 'mine', 'templates'] as const;

/** The native list, by where a design comes from. */
export function OtherSelect({ others, value, disabled, words, onChange }: OtherSelectProps) {
  return (
    <span className={field.selectWrap}>
      <select
        className={`${field.box} ${field.select}`}
        value={value}
        aria-label={words.compareWith}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{words.alone}</option>
        {groups.map((group) => {
          const inGroup = others.filter((each) => each.group === group);
          if (inGroup.length === 0) return null;
          return (
            <optgroup key={group} label={words.groups[group]}>
              {inGroup.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      <ChevronDown size={16} aria-hidden />
    </span>
  );
}
