/** Over the canvas while there is little on it: what an empty one can begin with, and a first visitor's first steps. */

import { Suspense, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { firstStepOf } from './firstVisit.ts';
import styles from './Start.module.css';

const EmptyCanvas = latePart(async () => (await import('./EmptyCanvas.tsx')).EmptyCanvas);
const FirstSteps = latePart(async () => (await import('./FirstSteps.tsx')).FirstSteps);

export function StartLayer() {
  const title = useText().templates.firstVisit;
  const [isClosed, setClosed] = useState(false);
  const isEmpty = useDesign(({ design }) => design.nodes.length === 0 && design.groups.length === 0);
  const isFirst = useDesign(({ design }) => firstStepOf(design, title) !== null);
  return (
    <Suspense>
      {isEmpty || (isFirst && !isClosed) ? (
        <div className={styles.layer}>{isEmpty ? <EmptyCanvas /> : <FirstSteps onClose={() => setClosed(true)} />}</div>
      ) : null}
    </Suspense>
  );
}
