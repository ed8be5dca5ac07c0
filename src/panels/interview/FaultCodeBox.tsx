/** Where a candidate types the code that the interviewer reads aloud. */

import { useRef, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { type CodeOutcome, strikeByCode } from '../../store/faultCodes.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/Field.module.css';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function FaultCodeBox() {
  const words = useLateText(interviewText).codes;
  const box = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<CodeOutcome | null>(null);
  const strike = () => {
    const found = strikeByCode(box.current?.value ?? '');
    setOutcome(found);
    if (found === 'struck' && box.current) box.current.value = '';
    else box.current?.select();
  };
  return (
    <form
      className={styles.code}
      onSubmit={(event) => {
        event.preventDefault();
        strike();
      }}
    >
      <input
        ref={box}
        className={`${field.box} ${styles.codeBox}`}
        aria-label={words.label}
        placeholder="K7-PLUM"
        maxLength={24}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" size="small">
        {words.strike}
      </Button>
      <span role="status" className={styles.outcome} data-outcome={outcome ?? undefined}>
        {outcome === null ? '' : words.outcomes[outcome]}
      </span>
    </form>
  );
}
