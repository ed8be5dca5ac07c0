import { Check, Download, RefreshCw, TriangleAlert } from 'lucide-react';
import { useText } from '../i18n/text.ts';
import { saveFile } from '../store/files.ts';
import { useSession } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './Header.module.css';

/** Whether the work is safe and the page can do without a network, in words beside the title. */
export function SavedState() {
  return (
    <>
      <Saved />
      <Offline />
    </>
  );
}

function Offline() {
  const words = useText().panels.header;
  const offline = useSession((state) => state.offline);
  const isInterview = useSession((state) => state.interview !== null);
  // a candidate is told nothing that would cost minutes; the version stays where it is
  if (offline === null || (offline === 'newer' && isInterview)) return null;
  if (offline === 'newer') {
    return (
      <button type="button" className={styles.newer} data-offline="newer" onClick={() => void openNewVersion()}>
        <RefreshCw size={14} aria-hidden />
        <span>{words.newVersion}</span>
      </button>
    );
  }
  return (
    <span className={`${styles.saved} ${styles.offline}`} data-offline="ready">
      <Check size={12} aria-hidden />
      {words.offline}
    </span>
  );
}

async function openNewVersion(): Promise<void> {
  const { takeNewVersion } = await import('../store/offline.ts');
  await takeNewVersion();
}

function Saved() {
  const t = useText();
  const saved = useSession((state) => state.saved);
  const words = t.panels.header;
  switch (saved.state) {
    case 'saving':
      return <span className={styles.saved}>{words.saving}</span>;
    case 'preview':
      return <span className={styles.saved}>{words.previewSaved}</span>;
    case 'failed':
      return <NotSaved reason={saved.reason} />;
    case 'saved':
      return <span className={styles.saved}>{words.savedAt(clock(saved.at, t.locale))}</span>;
  }
}

/** Stays until saving works again: why it does not, and the way out. */
function NotSaved({ reason }: { reason: string }) {
  const words = useText().panels.header;
  const why = Object.hasOwn(words.saveFailures, reason) ? reason : 'unavailable';
  return (
    <Popover
      label={words.notSaved}
      trigger={
        <button type="button" className={styles.failed} data-saved="failed">
          <TriangleAlert size={14} aria-hidden />
          <span>{words.notSaved}</span>
        </button>
      }
    >
      <p className={styles.why}>{words.saveFailures[why as keyof typeof words.saveFailures]}</p>
      <Button size="small" onClick={() => void saveFile()}>
        <Download size={14} aria-hidden />
        {words.download}
      </Button>
    </Popover>
  );
}

function clock(at: number, locale: string): string {
  return new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
