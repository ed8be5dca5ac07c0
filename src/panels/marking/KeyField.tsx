/** The key of an assignment that all rows are of: the one in hand, or a link or file of one. */

import { FileKey } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { decodeLink } from '../../design/codec.ts';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { type OpenKey, openKey } from '../../prompts/assignmentKey.ts';
import { readDesignFile } from '../../store/files.ts';
import { useDesign } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import fields from '../../ui/Field.module.css';
import styles from './Marking.module.css';
import { markingText } from './markingWords.ts';

interface KeyFieldProps {
  disabled: boolean;
  onKey: (key: OpenKey | null) => void;
}

export function KeyField({ disabled, onKey }: KeyFieldProps) {
  const words = useLateText(markingText);
  const inHand = useDesign((state) => state.design);
  const [text, setText] = useState('');
  const [found, setFound] = useState<OpenKey | 'none' | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const take = async (design: Design | null, isAsked: boolean) => {
    const opened = design ? await openKey(design) : { problem: 'no-key' as const };
    const key = 'problem' in opened ? null : opened;
    setFound(key ?? (isAsked ? 'none' : null));
    onKey(key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in hand when the page of marks opens
  useEffect(() => void take(inHand, false), []);
  const read = async (link: string) => {
    setText(link);
    if (link.trim() === '') return take(null, false);
    const decoded = await decodeLink(link);
    return take(decoded.ok ? decoded.design : null, true);
  };
  const readFile = async (given: File | undefined) => {
    if (!given) return;
    const parsed = await readDesignFile(given);
    await take(parsed.ok && 'design' in parsed ? parsed.design : null, true);
  };
  return (
    <div className={styles.keyPart}>
      <div className={styles.choice}>
        <span aria-hidden>{words.key}</span>
        <span className={styles.keyRow}>
          <input
            className={fields.box}
            aria-label={words.keyField}
            placeholder={words.keyHint}
            title={words.keyField}
            value={text}
            disabled={disabled}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => void read(event.currentTarget.value)}
          />
          <input
            ref={file}
            type="file"
            hidden
            accept=".json,application/json"
            onChange={(event) => {
              void readFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button square disabled={disabled} aria-label={words.keyFile} title={words.keyFile} onClick={() => file.current?.click()}>
            <FileKey size={16} aria-hidden />
          </Button>
        </span>
      </div>
      {found === null ? null : (
        <p
          className={found === 'none' || found.isKept === false ? styles.why : styles.found}
          role="status"
          data-key-found={found === 'none' ? 'no' : 'yes'}
        >
          {found === 'none'
            ? words.noKey
            : `${words.keyOf(found.start.title || found.assignment.id)}${found.isKept === false ? ` ${words.notKept}` : ''}`}
        </p>
      )}
    </div>
  );
}
