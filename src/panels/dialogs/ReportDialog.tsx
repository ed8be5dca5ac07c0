import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { useDialogText } from './words.ts';

const FailoverReport = lazy(async () => ({ default: (await import('../../charts/FailoverReport.tsx')).FailoverReport }));

export function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().report;
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <ErrorBoundary>
        <Suspense fallback={<p>{words.loading}</p>}>
          <FailoverReport />
        </Suspense>
      </ErrorBoundary>
      <Fingerprint />
    </Dialog>
  );
}
