/** Over the canvas while there is little on it: what an empty one can begin with, and a first visitor's first steps. */

import { Suspense, useState } from 'react';
import { fetchText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import type { Locale } from '../../store/sessionStore.ts';
import { latePart } from '../../ui/latePart.tsx';
import { firstStepOf } from './firstVisit.ts';
import styles from './Start.module.css';
import { startText } from './startWords.ts';

const EmptyCanvas = latePart(async () => (await import('./EmptyCanvas.tsx')).EmptyCanvas);
const FirstSteps = latePart(async () => (await import('./FirstSteps.tsx')).FirstSteps);

export function StartLayer() {
  const t = useText();
  const title = t.templates.firstVisit;
  const [isClosed, setClosed] = useState(false);
  const isEmpty = useDesign(({ design }) => design.nodes.length === 0 && design.groups.length === 0);
  const isFirst = useDesign(({ design }) => firstStepOf(design, title) !== null);
  const shows = isEmpty || (isFirst && !isClosed);
  // Beside the part, which else would ask for its words only when it is drawn.
  if (shows) void fetchText(startText, t.locale as Locale).catch(() => undefined);
  return (
    <Suspense>
      {shows ? <div className={styles.layer}>{isEmpty ? <EmptyCanvas /> : <FirstSteps onClose={() => setClosed(true)} />}</div> : null}
    </Suspense>
  );
}
