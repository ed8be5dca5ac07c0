/** Interview practice: the list of tasks, then the task in hand with its questions, estimates, check and report. */

import { ArrowLeft, Play } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Pace } from '../../prompts/interview.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { promptEntries, readyPrompts } from '../../prompts/registry.ts';
import { beginInterview, endInterview, interviewStore, showPrompt } from '../../store/interview.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { usePromptTitles } from '../grading/promptWords.ts';
import { CheckTab } from './CheckTab.tsx';
import { EstimatesTab } from './EstimatesTab.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { ReportTab } from './ReportTab.tsx';
import { TaskTab } from './TaskTab.tsx';

export function InterviewDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(interviewText);
  const titles = usePromptTitles();
  const prompt = useStore(interviewStore, (state) => state.prompt);
  const isOn = useStore(interviewStore, (state) => state.kept !== null);
  return (
    <Dialog
      full={prompt === null || isOn}
      title={prompt ? `${words.title}: ${titles[prompt.id] ?? prompt.id}` : words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        prompt ? (
          isOn ? (
            <EndFoot onClose={onClose} />
          ) : (
            <BeginFoot prompt={prompt} title={titles[prompt.id] ?? ''} onClose={onClose} />
          )
        ) : null
      }
    >
      <Suspense>{prompt ? isOn ? <Taken prompt={prompt} /> : <TaskTab prompt={prompt} /> : <List titles={titles} />}</Suspense>
    </Dialog>
  );
}

function List({ titles }: { titles: Readonly<Record<string, string>> }) {
  const words = useLateText(interviewText);
  return (
    <>
      <p className={styles.soft}>{words.choose}</p>
      <ol className={styles.list}>
        {readyPrompts.map((id) => (
          <li key={id}>
            <button type="button" className={styles.choice} data-prompt={id} onClick={() => void showPrompt(id)}>
              {titles[id]}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

const paces = ['1', '1.5', '2', '0'] as const;

function BeginFoot({ prompt, title, onClose }: { prompt: Prompt; title: string; onClose: () => void }) {
  const words = useLateText(interviewText);
  const [pace, setPace] = useState<(typeof paces)[number]>('1');
  return (
    <div className={styles.foot}>
      <Button onClick={() => interviewStore.setState({ prompt: null })}>
        <ArrowLeft size={16} aria-hidden />
        {words.back}
      </Button>
      <span className={styles.gap} />
      <Select
        className={styles.pace}
        value={pace}
        label={words.pace}
        options={paces.map((value) => ({ value, label: words.paces[value] }))}
        onChange={setPace}
      />
      <Button look="primary" onClick={() => void beginInterview(prompt, Number(pace) as Pace, title).then(onClose)}>
        <Play size={16} fill="currentColor" aria-hidden />
        {words.begin}
      </Button>
    </div>
  );
}

function EndFoot({ onClose }: { onClose: () => void }) {
  const words = useLateText(interviewText);
  return (
    <Button
      onClick={() => {
        endInterview();
        onClose();
      }}
    >
      {words.end}
    </Button>
  );
}

function Taken({ prompt }: { prompt: Prompt }) {
  const words = useLateText(interviewText);
  const told = useLateText(promptEntries[prompt.id]!.words);
  return (
    <Tabs
      label={words.title}
      tabs={[
        { id: 'task', label: words.tabs.task, content: <TaskTab prompt={prompt} /> },
        { id: 'estimates', label: words.tabs.estimates, content: <EstimatesTab prompt={prompt} words={told} /> },
        { id: 'check', label: words.tabs.check, content: <CheckTab prompt={prompt} words={told} /> },
        { id: 'report', label: words.tabs.report, content: <ReportTab prompt={prompt} words={told} /> },
      ]}
    />
  );
}
