/** Two designs side by side under one clock: which they are, what they do, and what of it is the design. Changes neither. */

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { diffOf } from '../../runner/designDiff.ts';
import { designStore } from '../../store/designStore.ts';
import { futuresStore } from '../../store/futures.ts';
import { closePair, openPair, pairStore, partInB } from '../../store/pair.ts';
import { stopReplicas } from '../../store/replicas.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ChoiceB, type Chosen } from './ChoiceB.tsx';
import styles from './Compare.module.css';
import { compareText } from './compareWords.ts';
import { Differences } from './Differences.tsx';
import { PairBar } from './PairBar.tsx';
import { PairNumbers } from './PairNumbers.tsx';
import { boxesOf, SidePicture } from './SidePicture.tsx';

export function CompareDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(compareText);
  // What was asked for from elsewhere is compared once; afterwards it is the design in hand.
  const [compared] = useState(() => futuresStore.getState().compared);
  const [a] = useState<Design>(() => compared?.a.design ?? designStore.getState().design);
  const [problem, setProblem] = useState<string | null>(null);
  const sides = useStore(pairStore, (state) => state.sides);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    futuresStore.setState({ compared: null });
    return () => {
      closePair();
      stopReplicas();
    };
  }, []);
  const title = a.title || words.untitled;
  const open = useCallback(
    (found: Chosen) => {
      if (found === null) return;
      if ('problem' in found) {
        closePair();
        setProblem(found.problem);
        return;
      }
      const cannot = openPair({ title, design: a }, found);
      setProblem(cannot ? words.cannotRun(cannot.toUpperCase()) : null);
    },
    [a, title, words],
  );
  const asked = compared ? { title: compared.b.design.title || words.untitled, design: compared.b.design } : null;
  return (
    <Dialog full screen title={t.actions.compare.replace(/…$/, '')} closeLabel={t.common.close} onClose={onClose}>
      <div className={styles.compare}>
        <p className={styles.intro}>{words.intro}</p>
        <ChoiceB a={a} asked={asked} onDesign={open} />
        {problem ? (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        ) : null}
        {sides ? <Pair chosen={chosen} onChoose={setChosen} /> : problem ? null : <p className={styles.intro}>{words.opening}</p>}
      </div>
    </Dialog>
  );
}

function Pair({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string) => void }) {
  const sides = useStore(pairStore, (state) => state.sides);
  const [a, b] = sides ?? [];
  const diff = useMemo(() => (a && b ? diffOf(a.design, b.design) : null), [a, b]);
  const around = useMemo(() => {
    if (!a || !b || !diff) return null;
    const [ofA, ofB] = [boxesOf(a.design), boxesOf(b.design)];
    return diff.isOther
      ? ([ofA, ofB] as const)
      : ([
          [...ofA, ...ofB],
          [...ofA, ...ofB],
        ] as const);
  }, [a, b, diff]);
  if (!a || !b || !diff || !around) return null;
  /** A card of B stands for the part of A with its luck. */
  const chooseInB = (id: string) => onChoose(a.design.nodes.find((node) => partInB(node.id) === id)?.id ?? id);
  return (
    <>
      <Differences a={a.design} b={b.design} diff={diff} />
      <div className={styles.pictures}>
        <SidePicture
          side={0}
          title={a.title}
          design={a.design}
          around={around[0]}
          marked={diff.marked[0]}
          chosen={chosen}
          onChoose={onChoose}
        />
        <SidePicture
          side={1}
          title={b.title}
          design={b.design}
          around={around[1]}
          marked={diff.marked[1]}
          chosen={chosen === null ? null : (partInB(chosen) ?? null)}
          onChoose={chooseInB}
        />
      </div>
      <PairBar design={a.design} chosen={chosen} onChoose={onChoose} />
      <PairNumbers />
    </>
  );
}
