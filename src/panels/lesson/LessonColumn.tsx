import { Suspense, useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { campaignId } from '../../lessons/campaign.ts';
import { useSession } from '../../store/hooks.ts';
import { lessonStore } from '../../store/lesson.ts';
import { presentingStore } from '../../store/presenting.ts';
import { latePart } from '../../ui/latePart.tsx';
import { panelProps, TabList } from '../../ui/TabList.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { CampaignCard } from './CampaignCard.tsx';
import styles from './Lesson.module.css';
import { LessonCard } from './LessonCard.tsx';
import { lessonText } from './lessonText.ts';
import { useLesson } from './useLesson.ts';

/** Only for who presents. */
const PresentedLesson = latePart(async () => (await import('../presenter/PresentedLesson.tsx')).PresentedLesson);

type Tab = 'lesson' | 'settings';

/** The campaign has levers in the place of settings: what was not unlocked cannot be set. Before a class a lesson stands in large type. */
export function LessonColumn() {
  const isCampaign = useSession(({ lesson }) => lesson === campaignId);
  const isPresenting = useStore(presentingStore, (state) => state.isOn);
  if (isCampaign) return <CampaignCard />;
  return isPresenting ? <PresentedLesson /> : <LessonTabs />;
}

/** In the place of the settings: the lesson, with the settings of what is selected one press behind it. */
function LessonTabs() {
  const words = useLateText(lessonText);
  const panel = useId();
  const [tab, setTab] = useState<Tab>('lesson');
  const progress = useLesson((state) => state.progress);
  // Whoever selects a part wants its settings; what is shown to the learner selects parts, too, and must not hide the card.
  const selected = useSession(({ selection }) => [...selection.nodes, ...selection.links, ...selection.groups].join(' '));
  useEffect(() => {
    if (selected !== '' && lessonStore.getState().beforeShowing === null) setTab('settings');
  }, [selected]);
  // A step that ticks, or the next one, is read at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the progress
  useEffect(() => setTab('lesson'), [progress]);
  return (
    <aside className={styles.column} data-beside id={tab === 'lesson' ? 'inspector' : undefined} aria-label={words.label} tabIndex={-1}>
      <TabList
        label={words.label}
        tabs={(['lesson', 'settings'] as const).map((id) => ({ id, label: words.tabs[id] }))}
        chosen={tab}
        onChoose={(id) => setTab(id as Tab)}
        panel={panel}
        className={styles.tabs}
        tabClassName={styles.tab}
      />
      <div {...panelProps(panel, tab)} className={tab === 'lesson' ? styles.scroll : styles.settings}>
        <Suspense fallback={<p className={styles.loading}>{words.loading}</p>}>
          {tab === 'lesson' ? <LessonCard /> : <Inspector />}
        </Suspense>
      </div>
    </aside>
  );
}
