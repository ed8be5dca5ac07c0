/** Interview practice: the list of tasks, then the task in hand with its questions, estimates, check, drill and report; or a report, or the host's side. */

import { ArrowLeft, FileUp, Play, Users } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { type Mode, modes, type Pace } from '../../prompts/interview.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { promptEntries } from '../../prompts/registry.ts';
import { beginHosting, endHosting, hostingStore, reopenHosting } from '../../store/hosting.ts';
import { beginInterview, endInterview, interviewStore } from '../../store/interview.ts';
import { openReportFile, sharedStore } from '../../store/sharedReport.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { usePromptTitles } from '../grading/promptWords.ts';
import { LatePlace } from '../LatePlace.tsx';
import { CheckTab } from './CheckTab.tsx';
import { DrillTab } from './DrillTab.tsx';
import { EstimatesTab } from './EstimatesTab.tsx';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';
import { PromptList } from './PromptList.tsx';
import { TaskTab } from './TaskTab.tsx';

/** Few ask for them at once: what is told of a report, and who interviews. */
const ReportTab = latePart(async () => (await import('./ReportTab.tsx')).ReportTab);
const SharedReport = latePart(async () => (await import('./SharedReport.tsx')).SharedReport);
const HostConsole = latePart(async () => (await import('./HostConsole.tsx')).HostConsole);

export function InterviewDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(interviewText);
  const titles = usePromptTitles();
  const prompt = useStore(interviewStore, (state) => state.prompt);
  const invitation = useStore(interviewStore, (state) => state.invitation);
  const isOn = useStore(interviewStore, (state) => state.kept !== null);
  const isElsewhere = useStore(interviewStore, (state) => state.isElsewhere);
  const isShared = useStore(sharedStore, ({ shared, problem }) => shared !== null || problem !== null);
  const sharedPrompt = useStore(sharedStore, ({ shared }) => shared?.record.prompt);
  const isHosting = useStore(hostingStore, (state) => state.hosting !== null) && !isOn;
  useEffect(() => {
    if (invitation?.as === 'host') reopenHosting(invitation);
  }, [invitation]);
  const name = isShared ? sharedPrompt : prompt?.id;
  const title = isShared ? words.sharedTitle : isHosting ? words.host.title : words.title;
  return (
    <Dialog
      wide
      full={isShared || isOn || isHosting}
      fit
      title={name ? `${title}: ${titles[name] ?? name}` : title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        isShared ? null : isOn ? (
          <EndFoot onClose={onClose} />
        ) : prompt ? (
          isHosting ? (
            <BackFoot />
          ) : (
            <BeginFoot prompt={prompt} title={titles[prompt.id] ?? ''} onClose={onClose} />
          )
        ) : null
      }
    >
      <Suspense>
        {isShared ? (
          <LatePlace>
            <SharedReport />
          </LatePlace>
        ) : isElsewhere ? (
          <p>{words.elsewhere}</p>
        ) : !prompt ? (
          <List />
        ) : isOn ? (
          <Taken prompt={prompt} onClose={onClose} />
        ) : isHosting ? (
          <LatePlace>
            <HostConsole prompt={prompt} />
          </LatePlace>
        ) : (
          <TaskTab prompt={prompt} />
        )}
      </Suspense>
    </Dialog>
  );
}

/** Asks for the file of a report. */
function chooseReport(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void file.text().then(openReportFile);
  });
  input.click();
}

function List() {
  const words = useLateText(interviewText);
  return (
    <>
      <PromptList />
      <div className={styles.acts}>
        <Button onClick={chooseReport}>
          <FileUp size={16} aria-hidden />
          {words.openReport}
        </Button>
      </div>
    </>
  );
}

const paces = ['1', '1.5', '2', '0'] as const;

function BackButton() {
  const words = useLateText(interviewText);
  const back = () => {
    endHosting();
    interviewStore.setState({ prompt: null, invitation: null });
  };
  return (
    <Button onClick={back}>
      <ArrowLeft size={16} aria-hidden />
      {words.back}
    </Button>
  );
}

const BackFoot = () => (
  <div className={styles.foot}>
    <BackButton />
  </div>
);

function BeginFoot({ prompt, title, onClose }: { prompt: Prompt; title: string; onClose: () => void }) {
  const words = useLateText(interviewText);
  const isInvited = useStore(interviewStore, (state) => state.invitation?.as === 'candidate');
  const [pace, setPace] = useState<(typeof paces)[number]>('1');
  const [mode, setMode] = useState<Mode>('coach');
  return (
    <div className={styles.foot}>
      <BackButton />
      {isInvited ? null : (
        <Button onClick={() => beginHosting(prompt.id)}>
          <Users size={16} aria-hidden />
          {words.host.begin}
        </Button>
      )}
      <span className={styles.gap} />
      <Select
        className={styles.pace}
        value={mode}
        label={words.mode}
        options={modes.map((value) => ({ value, label: words.modes[value] }))}
        onChange={setMode}
      />
      <Select
        className={styles.pace}
        value={pace}
        label={words.pace}
        options={paces.map((value) => ({ value, label: words.paces[value] }))}
        onChange={setPace}
      />
      <Button
        look="primary"
        className={styles.begin}
        onClick={() => void beginInterview(prompt, { pace: Number(pace) as Pace, mode }, title).then(onClose)}
      >
        <Play size={16} fill="currentColor" aria-hidden />
        {words.begin}
      </Button>
      <p className={styles.modeHelp}>{words.modeHelp[mode]}</p>
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

function Taken({ prompt, onClose }: { prompt: Prompt; onClose: () => void }) {
  const words = useLateText(interviewText);
  const told = useLateText(promptEntries[prompt.id]!.words);
  return (
    <Tabs
      label={words.title}
      tabs={[
        { id: 'task', label: words.tabs.task, content: <TaskTab prompt={prompt} /> },
        { id: 'estimates', label: words.tabs.estimates, content: <EstimatesTab prompt={prompt} words={told} /> },
        { id: 'check', label: words.tabs.check, content: <CheckTab prompt={prompt} words={told} /> },
        { id: 'drill', label: words.tabs.drill, content: <DrillTab onClose={onClose} /> },
        {
          id: 'report',
          label: words.tabs.report,
          content: (
            <LatePlace>
              <ReportTab prompt={prompt} words={told} />
            </LatePlace>
          ),
        },
      ]}
    />
  );
}
