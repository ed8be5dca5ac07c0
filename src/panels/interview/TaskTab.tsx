/** The task as an interviewer says it, what is known by now, and what may be asked. */

import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { factsKnown } from '../../prompts/interview.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { promptEntries } from '../../prompts/registry.ts';
import { ask, interviewStore } from '../../store/interview.ts';
import { Button } from '../../ui/Button.tsx';
import { formatExact } from '../../ui/format.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { Size } from './Size.tsx';

export function TaskTab({ prompt }: { prompt: Prompt }) {
  const words = useLateText(interviewText);
  const told = useLateText(promptEntries[prompt.id]!.words);
  const kept = useStore(interviewStore, (state) => state.kept);
  const invitation = useStore(interviewStore, (state) => state.invitation);
  const known = factsKnown(prompt, kept?.asked ?? []);
  return (
    <div className={styles.task}>
      <p className={styles.lead}>{told.text}</p>
      {invitation?.as === 'candidate' ? <p className={styles.soft}>{words.invited(invitation.marks.length)}</p> : null}
      <Size prompt={prompt} />
      <h3>{words.facts}</h3>
      <dl className={styles.facts} data-facts={known.length}>
        {prompt.facts
          .filter(({ id }) => known.includes(id))
          .map(({ id, value, unit }) => (
            <div key={id}>
              <dt>{told.facts[id] ?? id}</dt>
              <dd>{formatExact(value, unit)}</dd>
            </div>
          ))}
      </dl>
      {kept ? (
        <>
          <h3>{words.questions}</h3>
          {kept.asked.length === 0 ? <p className={styles.soft}>{words.nothingAsked}</p> : null}
          <ul className={styles.questions}>
            {prompt.clarifications.map(({ id }) => {
              const isAsked = kept.asked.includes(id);
              return (
                <li key={id} data-asked={isAsked || undefined}>
                  <span>{told.clarifications[id].question}</span>
                  {isAsked ? (
                    <b>{told.clarifications[id].answer}</b>
                  ) : (
                    <Button
                      size="small"
                      data-ask={id}
                      aria-label={`${words.ask}: ${told.clarifications[id].question}`}
                      onClick={() => ask(id)}
                    >
                      {words.ask}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </div>
  );
}
