import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { shareLink } from '../../store/share.ts';
import { announce } from '../../ui/announce.ts';
import { PassOn } from '../share/PassOn.tsx';
import { QrCode } from '../share/QrCode.tsx';

import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';
import { longestCode } from './qrPath.ts';
import { Sheet } from './Sheet.tsx';

/** The link of what is on the screen, and the way from here to a computer. */
export function ShareSheet({ onClose }: { onClose: () => void }) {
  const words = useLateText(phoneText);
  const [link, setLink] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    let isHere = true;
    void shareLink(null, false).then((made) => isHere && setLink(made.link));
    return () => {
      isHere = false;
    };
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link ?? '');
      setCopied(true);
      announce(words.copied, 'answer');
    } catch {
      announce(words.copyFailed, 'answer');
    }
  };
  return (
    <Sheet title={words.share} onClose={onClose}>
      <button type="button" className={`${styles.button} ${styles.primary}`} disabled={link === null} onClick={() => void copy()}>
        {isCopied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
        {isCopied ? words.copied : words.copyLink}
      </button>
      <PassOn link={link} className={`${styles.button} ${styles.pass}`} />
      <h3 className={styles.sheetPart}>{words.onComputer}</h3>
      {link === null ? (
        <p className={styles.none}>{words.preparing}</p>
      ) : link.length > longestCode ? (
        <p className={styles.none}>{words.tooLong}</p>
      ) : (
        <>
          <p className={styles.none}>{words.onComputerHelp}</p>
          <QrCode text={link} label={words.codeOf} className={styles.code} />
        </>
      )}
    </Sheet>
  );
}
