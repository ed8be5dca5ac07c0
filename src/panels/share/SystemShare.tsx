import { Share } from 'lucide-react';
import { useEffect, useState } from 'react';
import { designStore } from '../../store/designStore.ts';
import { plainName } from '../../store/files.ts';
import { pngNow, withOwnLink } from './pictureNow.ts';
import { useShareText } from './shareWords.ts';

/**
 * Hands on by way of the system: link and picture together, to a chat or a mail. A host of plain files cannot give each link a
 * picture of its own, so the picture travels beside it. It is drawn before it is asked for: systems open their sheet only right upon a press.
 */
export function SystemShare({ link, className }: { link: string | null; className?: string | undefined }) {
  const words = useShareText().system;
  const [picture, setPicture] = useState<File | null>(null);
  useEffect(() => {
    if (!navigator.canShare) return;
    const name = `${plainName(designStore.getState().design.title)}.png`;
    let isHere = true;
    pngNow()
      .then(withOwnLink)
      .then(
        (png) => isHere && setPicture(new File([png], name, { type: png.type })),
        () => undefined,
      );
    return () => {
      isHere = false;
    };
  }, []);
  const pass = (): void => {
    if (link === null) return;
    const { title } = designStore.getState().design;
    const plain = { title, text: title, url: link };
    const whole = picture ? { ...plain, files: [picture] } : plain;
    // Refused or left again: copying is right beside it.
    navigator.share(navigator.canShare?.(whole) ? whole : plain).catch(() => undefined);
  };
  return (
    <button type="button" className={className} disabled={link === null} onClick={pass}>
      <Share size={18} aria-hidden />
      {words.pass}
    </button>
  );
}
