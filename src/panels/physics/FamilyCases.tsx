import { Play } from 'lucide-react';
import { playCases } from '../../store/physicsPlayer.ts';
import type { ShownCase } from '../../store/physicsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { CaseRow } from './CaseRow.tsx';
import { BarKey } from './ErrorBar.tsx';
import styles from './Physics.module.css';
import { usePhysicsText } from './words.ts';

/** The cases of a family, under the key to their bars. */
export function FamilyCases({ cases, onClose }: { cases: readonly ShownCase[]; onClose: () => void }) {
  const words = usePhysicsText();
  return (
    <div className={styles.cases}>
      <div className={styles.familyTools}>
        <BarKey />
        <Button size="small" onClick={() => playCases(cases, true)}>
          <Play size={12} fill="currentColor" aria-hidden />
          {words.runFamily}
        </Button>
      </div>
      <ul>
        {cases.map((shown) => (
          <CaseRow key={shown.id} shown={shown} onClose={onClose} />
        ))}
      </ul>
    </div>
  );
}
