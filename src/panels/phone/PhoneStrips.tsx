/** Under the head: whose design this is, what was asked of it, the moment that a link led to. Of most visits none. */

import { Suspense } from 'react';
import { useDesign, useSession } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { PhonePreview } from './PhonePreview.tsx';

const PhoneAssignment = latePart(async () => (await import('./PhoneAssignment.tsx')).PhoneAssignment);
const MomentStrip = latePart(async () => (await import('../share/MomentStrip.tsx')).MomentStrip);

export function PhoneStrips() {
  const moment = useSession((state) => state.moment);
  const isPreview = useDesign((state) => state.ownership === 'preview');
  const isAssigned = useDesign((state) => !!state.design.assignment);
  return (
    <>
      {isPreview ? <PhonePreview /> : null}
      <Suspense>{isAssigned ? <PhoneAssignment /> : null}</Suspense>
      <Suspense>{moment ? <MomentStrip key={moment.at} moment={moment} /> : null}</Suspense>
    </>
  );
}
