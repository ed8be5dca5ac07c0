import { Download, OctagonAlert } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Dialogs.module.css';
import { useDialogText } from './words.ts';

const saveAside = async (id: string) => (await import('../../store/versions.ts')).saveAside(id);

/** Of a design of one's own nothing can be read any more: what became of it, and a way to take along what is left. */
export function LostDesign({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const words = useDialogText().lost;
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={() => void saveAside(id)}>
          <Download size={16} aria-hidden />
          {words.download}
        </Button>
      }
    >
      <p className={styles.problem} data-problem="lost">
        <OctagonAlert size={16} aria-hidden />
        {words.reason}
      </p>
      <p className={`${styles.text} ${styles.lead}`}>{words.out}</p>
    </Dialog>
  );
}
