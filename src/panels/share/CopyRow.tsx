import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import dialogs from '../dialogs/Dialogs.module.css';

interface CopyRowProps {
  /** Null while it is being made. */
  text: string | null;
  label: string;
  copy: string;
  making: string;
  testId: string;
}

/** A text of one line to take along. Where the clipboard is closed it is selected, so that Ctrl+C copies it. */
export function CopyRow({ text, label, copy, making, testId }: CopyRowProps) {
  const t = useText();
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied !== null && copied === text;
  const take = async () => {
    if (text === null) return;
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      box.current?.select();
    }
  };
  return (
    <div className={dialogs.linkRow}>
      <input
        ref={box}
        className={dialogs.linkBox}
        data-testid={testId}
        readOnly
        aria-label={label}
        value={text ?? ''}
        placeholder={making}
        aria-busy={text === null}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button look="primary" disabled={text === null} onClick={() => void take()}>
        {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        <span aria-live="polite">{isCopied ? t.common.copied : copy}</span>
      </Button>
    </div>
  );
}
