import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { download } from '../../charts/download.ts';
import { useText } from '../../i18n/text.ts';
import { type Family, families } from '../../physics/families.ts';
import { loadCases, physicsStore, type ShownCase } from '../../store/physicsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLayout } from '../useLayout.ts';
import { resultsText } from './caseView.ts';
import { FamilyCases } from './FamilyCases.tsx';
import { FamilyLine } from './FamilyLine.tsx';
import { Limits } from './Limits.tsx';
import styles from './Physics.module.css';
import { Score } from './Score.tsx';
import { usePhysicsText } from './words.ts';

/** The product's proof: every reference case, played before the reader's eyes. What was played stays when this closes. */
export function PhysicsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = usePhysicsText();
  const cases = useStore(physicsStore, (state) => state.cases);
  const [isLost, setLost] = useState(false);
  useEffect(() => void loadCases().catch(() => setLost(true)), []);
  return (
    <Dialog full title={words.title} closeLabel={t.common.close} onClose={onClose} foot={<Foot />}>
      {cases.length === 0 ? (
        <p>{isLost ? words.failedToLoad : words.loading}</p>
      ) : (
        <>
          <Score cases={cases} />
          <Families cases={cases} onClose={onClose} />
          <Limits />
        </>
      )}
    </Dialog>
  );
}

/** With room: the families on the left, the chosen one's cases on the right. Without: each opens under its own line. */
function Families({ cases, onClose }: { cases: readonly ShownCase[]; onClose: () => void }) {
  const isWide = useLayout() === 'wide';
  const [chosen, choose] = useState<Family | null>(isWide ? families[0] : null);
  const casesOf = (family: Family) => cases.filter((shown) => shown.family === family);
  const shown = isWide ? (chosen ?? families[0]) : chosen;
  return (
    <div className={isWide ? styles.sideBySide : styles.stacked}>
      <ul className={styles.families}>
        {families.map((family) => (
          <li key={family} className={styles.family}>
            <FamilyLine
              family={family}
              cases={casesOf(family)}
              isChosen={shown === family}
              onChoose={() => choose(shown === family && !isWide ? null : family)}
            />
            {shown === family && !isWide ? <FamilyCases cases={casesOf(family)} onClose={onClose} /> : null}
          </li>
        ))}
      </ul>
      {isWide && shown !== null ? <FamilyCases key={shown} cases={casesOf(shown)} onClose={onClose} /> : null}
    </div>
  );
}

function Foot() {
  const words = usePhysicsText();
  const hasResults = useStore(physicsStore, ({ states }) => Object.values(states).some(({ state }) => state === 'ended'));
  const save = () => {
    const { cases, states } = physicsStore.getState();
    download('physics.json', resultsText(cases, states), 'application/json');
  };
  return (
    <Button disabled={!hasResults} onClick={save}>
      <Download size={16} aria-hidden />
      {words.download}
    </Button>
  );
}
