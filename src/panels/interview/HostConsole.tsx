/** For who interviews: which faults there will be, the two links, and the codes to be read aloud while the candidate's run plays. */

import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { deckIds } from '../../prompts/faultDeck.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { promptEntries } from '../../prompts/registry.ts';
import {
  candidateLink,
  chooseFault,
  codesOf,
  fixFaults,
  type Hosting,
  hostingStore,
  hostLink,
  tellFault,
  writeNotes,
} from '../../store/hosting.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { CopyRow } from '../share/CopyRow.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function HostConsole({ prompt }: { prompt: Prompt }) {
  const words = useLateText(interviewText).host;
  const told = useLateText(promptEntries[prompt.id]!.words);
  const hosting = useStore(hostingStore, (state) => state.hosting);
  if (hosting === null) return null;
  return (
    <div className={styles.task} data-host={hosting.session}>
      <p className={styles.lead}>{words.intro}</p>
      {hosting.isFixed ? <Codes hosting={hosting} /> : <Choice hosting={hosting} />}
      <h3>{words.lookFor}</h3>
      <ul className={styles.advice}>
        {told.interviewer.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{words.notes}</h3>
      <TextArea label={words.notes} rows={6} defaultValue={hosting.notes} onChange={(event) => writeNotes(event.currentTarget.value)} />
    </div>
  );
}

function Choice({ hosting }: { hosting: Hosting }) {
  const all = useLateText(interviewText);
  const words = all.host;
  return (
    <>
      <h3>{words.choose}</h3>
      <ul className={styles.deck}>
        {deckIds.map((id) => (
          <li key={id}>
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={hosting.faults.includes(id)}
                data-fault-choice={id}
                onChange={(event) => chooseFault(id, event.currentTarget.checked)}
              />
              {all.deck[id]}
            </label>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button look="primary" disabled={hosting.faults.length === 0} onClick={fixFaults}>
          {words.fix}
        </Button>
        <span className={styles.soft}>{words.fixHelp}</span>
      </div>
    </>
  );
}

function Codes({ hosting }: { hosting: Hosting }) {
  const all = useLateText(interviewText);
  const words = all.host;
  return (
    <>
      <h3>{words.forCandidate}</h3>
      <CopyRow text={candidateLink(hosting)} label={words.forCandidate} copy={words.copy} making="" testId="candidate-link" />
      <h3>{words.forHost}</h3>
      <CopyRow text={hostLink(hosting)} label={words.forHost} copy={words.copy} making="" testId="host-link" />
      <p className={styles.soft}>{words.honest}</p>
      <h3>{words.codes}</h3>
      <ul className={styles.codes}>
        {codesOf(hosting).map(({ fault, code }) => (
          <li key={fault} data-code={code} data-fault={fault}>
            <b>{code}</b>
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={hosting.told[fault] !== undefined}
                onChange={(event) => tellFault(fault, event.currentTarget.checked)}
              />
              {words.told}
            </label>
            <span>{all.deck[fault]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
