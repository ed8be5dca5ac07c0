/** Under the head: whose design this is, what of it nobody here knows, what was asked of it, the moment that a link led to. Of most visits none. */

import { Suspense } from 'react';
import { isStranger } from '../../design/strangerNotes.ts';
import { useDesign, useSession } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { PhonePreview } from './PhonePreview.tsx';

const PhoneAssignment = latePart(async () => (await import('./PhoneAssignment.tsx')).PhoneAssignment);
/** Only for documents of later versions. */
const PhoneStrangers = latePart(async () => (await import('./PhoneStrangers.tsx')).PhoneStrangers);
/** Only for links that were mended, or that another engine made. */
const PhoneOpened = latePart(async () => (await import('./PhoneOpened.tsx')).PhoneOpened);
const MomentStrip = latePart(async () => (await import('../share/MomentStrip.tsx')).MomentStrip);

export function PhoneStrips() {
  const moment = useSession((state) => state.moment);
  const isPreview = useDesign((state) => state.ownership === 'preview');
  const isAssigned = useDesign((state) => !!state.design.assignment);
  const hasStrangers = useDesign(({ design }) => design.notes?.some(isStranger));
  const isWhole = useSession(({ opened }) => opened.repairs.length === 0 && !opened.otherEngine);
  return (
    <>
      {isPreview ? <PhonePreview /> : null}
      <Suspense>{isWhole ? null : <PhoneOpened />}</Suspense>
      <Suspense>{hasStrangers ? <PhoneStrangers /> : null}</Suspense>
      <Suspense>{isAssigned ? <PhoneAssignment /> : null}</Suspense>
      <Suspense>{moment ? <MomentStrip key={moment.at} moment={moment} /> : null}</Suspense>
    </>
  );
}
