import { type ComponentProps, Suspense } from 'react';
import { latePart } from '../ui/latePart.tsx';

const Resizer = latePart(async () => (await import('./Resizer.tsx')).Resizer);

/** Of a selected region or note: what sizes it comes when one is selected. */
export function LateResizer(props: ComponentProps<typeof Resizer>) {
  return (
    <Suspense>
      <Resizer {...props} />
    </Suspense>
  );
}
