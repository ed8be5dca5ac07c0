import { QrCode as Sign } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { longestCode } from '../phone/qrPath.ts';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

const QrCode = latePart(async () => (await import('./QrCode.tsx')).QrCode);

/** The link as a code for a camera, when it is asked for; a link too long for one says so. */
export function CodeOf({ link }: { link: string | null }) {
  const words = useShareText().code;
  const [isShown, setShown] = useState(false);
  return (
    <section className={styles.codePart}>
      <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        <Sign size={16} aria-hidden />
        {words.show}
      </Button>
      {!isShown || link === null ? null : link.length > longestCode ? (
        <p className={styles.help} data-testid="code-too-long">
          {words.tooLong}
        </p>
      ) : (
        <Suspense>
          <QrCode text={link} label={words.label} className={styles.code} />
          <p className={styles.help}>{words.help}</p>
        </Suspense>
      )}
    </section>
  );
}
