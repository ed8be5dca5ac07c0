import { Check, Download, OctagonAlert, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { eraseEverything, type Leftover } from '../../store/erase.ts';
import { saveFile } from '../../store/files.ts';
import { listDocuments } from '../../store/persistence.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from '../dialogs/Dialogs.module.css';
import erasing from './Erase.module.css';
import { eraseText } from './eraseWords.ts';

/** A page without what it remembered: nothing of it is left in memory either. */
const beginAnew = (): void => location.replace(location.pathname);

/** Says what goes before it goes, and afterwards what could not be erased. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useLateText(eraseText);
  const [designs, setDesigns] = useState(0);
  const [left, setLeft] = useState<readonly Leftover[] | 'busy' | null>(null);
  useEffect(() => void listDocuments().then((all) => setDesigns(all.length)), []);
  const isDone = left !== null && left !== 'busy';
  const erase = async (): Promise<void> => {
    setLeft('busy');
    setLeft(await eraseEverything());
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={isDone ? beginAnew : left === 'busy' ? () => undefined : onClose}
      foot={
        isDone ? (
          <Button look="primary" onClick={beginAnew}>
            {words.anew}
          </Button>
        ) : (
          <>
            <Button onClick={() => void saveFile()}>
              <Download size={16} aria-hidden />
              {words.file}
            </Button>
            <Button look="danger" data-irreversible disabled={left === 'busy'} onClick={() => void erase()}>
              <Trash2 size={16} aria-hidden />
              {left === 'busy' ? words.erasing : words.erase}
            </Button>
          </>
        )
      }
    >
      {isDone ? (
        <Done left={left} />
      ) : (
        <>
          <p className={styles.text}>{words.intro}</p>
          <ul className={styles.bullets}>
            {designs === 0 ? null : <li>{words.what.designs(designs)}</li>}
            <li>{words.what.lessons}</li>
            <li>{words.what.settings}</li>
            <li>{words.what.copy}</li>
          </ul>
          <p className={styles.text}>{words.stays}</p>
        </>
      )}
    </Dialog>
  );
}

function Done({ left }: { left: readonly Leftover[] }) {
  const words = useLateText(eraseText);
  if (left.length === 0) {
    return (
      <p className={erasing.done} role="status" data-erased="all">
        <Check size={16} aria-hidden />
        {words.done}
      </p>
    );
  }
  return (
    <div role="alert" data-erased="some">
      <p className={styles.problem}>
        <OctagonAlert size={16} aria-hidden />
        {words.left}
      </p>
      <ul className={styles.bullets}>
        {left.map((what) => (
          <li key={what}>{words.leftovers[what]}</li>
        ))}
      </ul>
    </div>
  );
}
