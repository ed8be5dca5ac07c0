/** Over the canvas while there is little on it: what an empty one can begin with, and a first visitor's first steps. */

import { Suspense, useState } from 'react';
import { fetchText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { latePart } from '../../ui/latePart.tsx';
import { firstStepOf } from './firstVisit.ts';
import styles from './Start.module.css';
import { startText } from './startWords.ts';

const EmptyCanvas = latePart(async () => (await withWords(import('./EmptyCanvas.tsx'))).EmptyCanvas);
const FirstSteps = latePart(async () => (await withWords(import('./FirstSteps.tsx'))).FirstSteps);

/** Asks for the words beside the part, which else would ask for them when it is drawn. */
async function withWords<Module>(part: Promise<Module>): Promise<Module> {
  const [module] = await Promise.all([part, fetchText(startText, sessionStore.getState().locale)]);
  return module;
}

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
