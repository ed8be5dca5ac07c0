import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { flush } from '../store/autosave.ts';
import { Button } from '../ui/Button.tsx';
import { NotLoaded, tryAgain } from '../ui/late.ts';
import { sheetsAnew } from '../ui/sheetsAnew.ts';
import styles from './Broken.module.css';
import { brokenText } from './brokenWords.ts';

/** How much room there is to say it: in the place of a pane, in one line, or in a window of its own. */
export type BrokenForm = 'pane' | 'line' | 'dialog';

interface BrokenProps {
  error: unknown;
  form: BrokenForm;
  onGoOn: () => void;
  onClose: (() => void) | undefined;
}

async function download(): Promise<void> {
  const { saveFile } = await import('../store/files.ts');
  await saveFile();
}

async function openAnew(): Promise<void> {
  await flush();
  location.reload();
}

function onNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

const show = (box: HTMLDialogElement | null): void => {
  if (box && !box.open) box.showModal();
};

/** Says that a part broke or did not load, and what can be done. A part that did not load comes by itself when the network is back. */
export function Broken({ error, form, onGoOn, onClose }: BrokenProps) {
  const t = useText();
  const isMissing = error instanceof NotLoaded;
  const words = (
    <div className={styles.broken} data-form={form} role="alert" data-broken={isMissing ? 'not-loaded' : 'crashed'}>
      {isMissing ? <Missing onClose={onClose} /> : <Crashed error={error} onGoOn={onGoOn} />}
    </div>
  );
  if (form !== 'dialog') return words;
  return (
    <dialog
      className={styles.window}
      ref={show}
      aria-label={isMissing ? t.panels.notLoaded.title : t.panels.crashed.title}
      onClose={onClose}
    >
      {words}
    </dialog>
  );
}

function Missing({ onClose }: { onClose: (() => void) | undefined }) {
  const t = useText();
  const { title, again: tryText } = t.panels.notLoaded;
  const words = useLateText(brokenText).notLoaded;
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine);
  const [isTrying, setTrying] = useState(false);
  const again = () => {
    setTrying(true);
    void sheetsAnew().then(() => {
      setTrying(false);
      tryAgain();
    });
  };
  useEffect(() => {
    const back = () => void sheetsAnew().then(tryAgain);
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, []);
  return (
    <>
      <TriangleAlert size={20} aria-hidden />
      <strong>{title}</strong>
      <span className={styles.help}>{isOnline ? words.help : words.offline}</span>
      <span className={styles.buttons}>
        <Button look="primary" size="small" onClick={again} disabled={isTrying}>
          {tryText}
        </Button>
        {isOnline ? (
          <Button size="small" onClick={() => void openAnew()}>
            {words.reload}
          </Button>
        ) : null}
        {onClose ? (
          <Button size="small" look="quiet" onClick={onClose}>
            {t.common.close}
          </Button>
        ) : null}
      </span>
    </>
  );
}

function Crashed({ error, onGoOn }: { error: unknown; onGoOn: () => void }) {
  const { title, go } = useText().panels.crashed;
  const words = useLateText(brokenText).crashed;
  return (
    <>
      <CircleAlert size={20} aria-hidden />
      <strong>{title}</strong>
      <span className={styles.help}>{words.help}</span>
      <span className={styles.buttons}>
        <Button look="primary" size="small" onClick={onGoOn}>
          {go}
        </Button>
        <Button size="small" onClick={() => void download()}>
          {words.download}
        </Button>
      </span>
      <span className={styles.details}>
        {words.details}: {error instanceof Error ? error.message : String(error)}
      </span>
    </>
  );
}
