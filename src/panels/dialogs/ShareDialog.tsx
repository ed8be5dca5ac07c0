import { Check, Copy, Download, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { saveFile } from '../../store/files.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { shareLink } from '../../store/share.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './Dialogs.module.css';
import { Fingerprint } from './Fingerprint.tsx';
import { useDialogText } from './words.ts';

/** Longer links are cut by some chats, and these by many programs. */
const longLink = 2000;
const veryLongLink = 8000;

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().share;
  const design = useDesign((state) => state.design);
  const interventions = useRun((state) => state.interventions.length);
  const shared = useShareLink();
  return (
    <Dialog
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      foot={
        <Button onClick={() => void saveFile()}>
          <Download size={16} aria-hidden />
          {words.saveFile}
        </Button>
      }
    >
      {shared === 'failed' ? <p className={styles.problem}>{words.failed}</p> : <LinkRow link={shared} />}
      <p className={styles.text}>{words.contains}</p>
      <ul className={styles.bullets}>
        <li>{words.parts(design.nodes.length, design.links.length)}</li>
        <li>{words.workload}</li>
        {interventions > 0 ? <li>{words.interventions(interventions)}</li> : null}
      </ul>
      <p className={styles.text}>
        {words.safe} {words.nothingElse}
      </p>
      <Fingerprint />
    </Dialog>
  );
}

/** Made once, when the dialog opens: what is shared is what was on the screen then. */
function useShareLink(): string | 'failed' | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    shareLink().then(
      (made) => isHere && setLink(made.link),
      () => isHere && setLink('failed'),
    );
    return () => {
      isHere = false;
    };
  }, []);
  return link;
}

function LinkRow({ link }: { link: string | null }) {
  const t = useText();
  const words = useDialogText().share;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Not allowed: the link is selected, so that Ctrl+C copies it.
      document.querySelector<HTMLInputElement>('[data-testid="share-link"]')?.select();
    }
  };
  const length = link?.length ?? 0;
  return (
    <>
      <div className={styles.linkRow}>
        <input
          className={styles.linkBox}
          data-testid="share-link"
          readOnly
          aria-label={words.link}
          value={link ?? words.making}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button look="primary" disabled={link === null} onClick={() => void copy()}>
          {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          <span role="status">{isCopied ? t.common.copied : words.copy}</span>
        </Button>
      </div>
      {link === null ? null : <p className={styles.length}>{words.length(formatCount(length))}</p>}
      {length > longLink ? (
        <p className={styles.warning}>
          <TriangleAlert size={16} aria-hidden />
          {length > veryLongLink ? words.veryLongWarning : words.longWarning}
        </p>
      ) : null}
    </>
  );
}
