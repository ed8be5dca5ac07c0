import { useState } from 'react';
import { longestRunSeconds } from '../../design/edits.ts';
import type { FaultWords } from '../../i18n/late/faults.en.ts';
import type { FaultText } from '../../nodes/kindText.ts';
import type { Faults } from '../../schema/faults.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Select } from '../../ui/Select.tsx';
import lines from './Scenario.module.css';

interface StrikeFormProps {
  faults: Faults;
  /** What each is called, and what it does. */
  textOf: (fault: string) => FaultText;
  words: FaultWords;
  disabled: boolean;
  onStrike: (fault: string, strength: { value?: number; seconds?: number }) => void;
  onEnd: (fault: string) => void;
}

/** Any fault of a part or a wire, at this very moment of the run: which, how much, how long. */
export function StrikeForm({ faults, textOf, words, disabled, onStrike, onEnd }: StrikeFormProps) {
  const names = Object.keys(faults);
  const [chosen, setChosen] = useState(names[0]);
  const [amounts, setAmounts] = useState<Readonly<Record<string, number>>>({});
  const [seconds, setSeconds] = useState(0);
  const name = names.includes(chosen) ? chosen : names[0];
  const { value: field, lasts } = faults[name];
  const value = field && (amounts[name] ?? field.default);
  const strength = { ...(value === undefined ? {} : { value }), ...(lasts && seconds > 0 ? { seconds } : {}) };
  return (
    <div className={lines.form}>
      <div className={lines.cell}>
        {words.fault}
        <Select
          value={name}
          label={words.fault}
          options={names.map((each) => ({ value: each, label: textOf(each).label }))}
          onChange={setChosen}
        />
      </div>
      {field && value !== undefined ? (
        <div className={lines.cell}>
          {words.amount}
          <NumberBox
            range={field}
            value={value}
            unit={field.unit}
            label={words.amount}
            onChange={(amount) => setAmounts({ ...amounts, [name]: amount })}
          />
        </div>
      ) : null}
      {lasts ? (
        <div className={lines.cell}>
          {words.lasts}
          <NumberBox range={{ min: 0, max: longestRunSeconds }} value={seconds} unit="s" label={words.lasts} onChange={setSeconds} />
        </div>
      ) : null}
      <p className={lines.help}>{textOf(name).help}</p>
      <Button look="danger" size="small" disabled={disabled} data-fault={name} onClick={() => onStrike(name, strength)}>
        {words.strike}
      </Button>
      {lasts ? (
        <Button size="small" disabled={disabled} onClick={() => onEnd(name)}>
          {words.end}
        </Button>
      ) : null}
    </div>
  );
}
