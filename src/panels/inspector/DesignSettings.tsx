import { useText } from '../../i18n/text.ts';
import { Economy } from './Economy.tsx';
import styles from './Inspector.module.css';
import { RunSettings } from './RunSettings.tsx';
import { ScenarioForm } from './ScenarioForm.tsx';
import { UsersNow } from './UsersNow.tsx';
import { WorkloadForm } from './WorkloadForm.tsx';
import { World } from './World.tsx';

/** What belongs to the design as a whole: its users' traffic, its timeline, its run. */
export function DesignSettings() {
  const t = useText();
  return (
    <>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.bigTitle}>{t.panels.workload.title}</h2>
          <p className={styles.kind}>{t.panels.workload.help}</p>
        </div>
      </header>
      <UsersNow />
      <World />
      <WorkloadForm />
      <ScenarioForm />
      <RunSettings />
      <Economy />
    </>
  );
}
