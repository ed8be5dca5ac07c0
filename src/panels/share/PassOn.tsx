import { Suspense } from 'react';
import { latePart } from '../../ui/latePart.tsx';

const SystemShare = latePart(async () => (await import('./SystemShare.tsx')).SystemShare);

/** Only where the system has a way to pass things on; elsewhere nothing is fetched for it. */
export function PassOn(props: { link: string | null; className?: string | undefined }) {
  return 'share' in navigator ? (
    <Suspense>
      <SystemShare {...props} />
    </Suspense>
  ) : null;
}
