import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { useDialogText } from './words.ts';

const FailoverReport = latePart(async () => (await import('../../charts/FailoverReport.tsx')).FailoverReport);

export function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().report;
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <LatePlace form="pane" fallback={<p>{words.loading}</p>}>
        <FailoverReport />
      </LatePlace>
      <Fingerprint />
    </Dialog>
  );
}
