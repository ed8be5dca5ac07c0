import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { Fingerprint } from './Fingerprint.tsx';

const FailoverReport = lazy(async () => ({ default: (await import('../../charts/FailoverReport.tsx')).FailoverReport }));

export function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog wide title={t.dialogs.report.title} closeLabel={t.common.close} onClose={onClose}>
      <ErrorBoundary>
        <Suspense fallback={<p>{t.dialogs.report.loading}</p>}>
          <FailoverReport />
        </Suspense>
      </ErrorBoundary>
      <Fingerprint />
    </Dialog>
  );
}
