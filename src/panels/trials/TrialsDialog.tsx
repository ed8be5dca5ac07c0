/** The trials of a design as one dialog with tabs: each brings its own form and result, all share the frame, the foot and the words. */

import { useId, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { panelProps, TabList } from '../../ui/TabList.tsx';
import tabStyles from '../../ui/Tabs.module.css';
import { LatePlace } from '../LatePlace.tsx';
import { FootPlace } from './TrialFoot.tsx';
import styles from './Trials.module.css';
import { trialText } from './trialWords.ts';

const panels = {
  replicas: latePart(async () => (await import('../replicas/ReplicasPanel.tsx')).ReplicasPanel),
  sweep: latePart(async () => (await import('./SweepPanel.tsx')).SweepPanel),
  capacity: latePart(async () => (await import('./CapacityPanel.tsx')).CapacityPanel),
  weakPoints: latePart(async () => (await import('./WeakPanel.tsx')).WeakPanel),
};
type TrialName = keyof typeof panels;
const trialNames = Object.keys(panels) as readonly TrialName[];
const isTrial = (name: string | null): name is TrialName => name !== null && Object.hasOwn(panels, name);

export function TrialsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(trialText);
  const asked = useSession((state) => state.dialog);
  const name = isTrial(asked) ? asked : 'sweep';
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const panel = useId();
  const Panel = panels[name];
  return (
    <Dialog
      wide
      title={t.actions[name].replace(/…$/, '')}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={<div ref={setFoot} className={styles.foot} />}
    >
      <FootPlace.Provider value={foot}>
        <TabList
          label={words.tabs}
          tabs={trialNames.map((id) => ({ id, label: words.names[id] }))}
          chosen={name}
          onChoose={(dialog) => sessionStore.getState().set({ dialog: dialog as TrialName })}
          panel={panel}
          className={`${tabStyles.list} ${styles.tabs}`}
          tabClassName={tabStyles.tab}
        />
        <div {...panelProps(panel, name)} className={styles.panel}>
          <LatePlace form="pane" fallback={<div className={styles.place} />}>
            <Panel />
          </LatePlace>
        </div>
      </FootPlace.Provider>
    </Dialog>
  );
}
