import { Suspense, useEffect, useState } from 'react';
import type { SharedMoment } from '../../design/sharedMoment.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { shareLink } from '../../store/share.ts';
import { latePart } from '../../ui/latePart.tsx';
import dialogs from '../dialogs/Dialogs.module.css';
import { Fingerprint } from '../dialogs/Fingerprint.tsx';
import { CodeOf } from './CodeOf.tsx';
import { CopyRow } from './CopyRow.tsx';
import { LengthNote } from './LengthNote.tsx';
import { PassOn } from './PassOn.tsx';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

const MomentChoice = latePart(async () => (await import('./MomentChoice.tsx')).MomentChoice);

/** The link of what was on the screen when the dialog opened, at its beginning or at that moment. */
export function LinkTab() {
  const words = useShareText();
  const design = useDesign((state) => state.design);
  const interventions = useRun((state) => state.interventions.length);
  const [moment, setMoment] = useState<SharedMoment | null>(null);
  const link = useShareLink(moment);
  return (
    <>
      {link === 'failed' ? (
        <p className={dialogs.problem}>{words.failed}</p>
      ) : (
        <>
          <CopyRow text={link} label={words.link} copy={words.copy} making={words.making} testId="share-link" />
          {link === null ? null : <LengthNote length={link.length} />}
        </>
      )}
      {location.protocol === 'file:' ? <p className={dialogs.text}>{words.fromFile}</p> : null}
      <PassOn link={link === 'failed' ? null : link} className={styles.pass} />
      <Suspense>
        <MomentChoice moment={moment} onChange={setMoment} />
      </Suspense>
      <CodeOf link={link === 'failed' ? null : link} />
      <p className={dialogs.text}>{words.contains}</p>
      <ul className={dialogs.bullets}>
        <li>{words.parts(design.nodes.length, design.links.length)}</li>
        <li>{words.workload}</li>
        {interventions > 0 ? <li>{words.interventions(interventions)}</li> : null}
      </ul>
      <p className={dialogs.text}>
        {words.safe} {words.nothingElse}
      </p>
      <Fingerprint />
    </>
  );
}

function useShareLink(moment: SharedMoment | null): string | 'failed' | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    shareLink(moment).then(
      (made) => isHere && setLink(made.link),
      () => isHere && setLink('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [moment]);
  return link;
}
