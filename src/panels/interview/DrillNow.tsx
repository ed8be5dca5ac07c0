/** The drill while it is on: whether something broke (a coach says so), what it was, and whether the users are well again. */

import { Siren } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { specOf } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type FaultSort, faultSorts } from '../../prompts/faultDeck.ts';
import { answerDrill, endDrill, watchDrill } from '../../store/drill.ts';
import { useDesign } from '../../store/hooks.ts';
import { interviewStore } from '../../store/interview.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

export function DrillNow() {
  const words = useLateText(interviewText).drill;
  const drill = useStore(interviewStore, (state) => state.kept?.drill ?? null);
  const mode = useStore(interviewStore, (state) => state.kept?.mode);
  useEffect(watchDrill, []);
  if (drill === null || drill.isOver) return null;
  const state =
    drill.namedAt !== null ? (drill.wellAt !== null ? 'done' : 'named') : drill.struckAt === null || mode === 'strict' ? 'on' : 'struck';
  return (
    <span className={styles.clock} data-drill={state}>
      <span role="status">{words.states[state]}</span>
      {drill.namedAt === null ? (
        <Popover
          label={words.answer}
          trigger={
            <Button size="small" look="danger">
              <Siren size={14} aria-hidden />
              {words.answer}
            </Button>
          }
        >
          <Answer />
        </Popover>
      ) : null}
      <Button size="small" look="quiet" onClick={endDrill}>
        {words.end}
      </Button>
    </span>
  );
}

function Answer() {
  const words = useLateText(interviewText).drill;
  const nodes = useDesign(({ design }) => design.nodes);
  const parts = nodes.filter(({ kind }) => specOf(kind).role !== 'source');
  const [part, setPart] = useState(parts[0]?.id ?? '');
  const [sort, setSort] = useState<FaultSort>('dead');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(!answerDrill(part, sort));
      }}
    >
      <Select value={part} label={words.part} options={parts.map(({ id, label }) => ({ value: id, label }))} onChange={setPart} />
      <Select
        value={sort}
        label={words.what}
        options={faultSorts.map((value) => ({ value, label: words.sorts[value] }))}
        onChange={setSort}
      />
      <Button type="submit" size="small" look="primary">
        {words.say}
      </Button>
      <span role="status">{isWrong ? words.wrong : ''}</span>
    </form>
  );
}
