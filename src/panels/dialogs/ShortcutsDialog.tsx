import { useState } from 'react';
import type { Act, ActGroup } from '../../actions/act.ts';
import { acts } from '../../actions/acts.ts';
import { isCharacter, isMac, shortcutText } from '../../actions/shortcut.ts';
import { rankOf } from '../../i18n/seek.ts';
import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import fields from '../../ui/Field.module.css';
import { Switch } from '../../ui/Switch.tsx';
import { keysOf } from '../commands/keysOf.ts';
import styles from './Dialogs.module.css';
import { useDialogText } from './words.ts';

export const sheetGroups: readonly ActGroup[] = ['edit', 'part', 'run', 'canvas', 'file'];

/** A line of the sheet: what is done, and how. */
interface Line {
  id: string;
  what: string;
  /** Keys, or words for how a hand does it. */
  keys: readonly string[];
  how?: string;
}

/** What keys do on the canvas beside acts: `canvas/hands/keys.ts`. */
const canvasKeys = {
  tab: ['Tab'],
  arrows: ['←', '→', '↑', '↓'],
  nudge: ['Ctrl+←', 'Ctrl+→', 'Ctrl+↑', 'Ctrl+↓'],
  wires: ['Alt+→', 'Alt+←'],
  follow: ['Enter'],
  leave: ['Esc'],
  menu: ['Shift+F10'],
} as const;

/** What keys do in presenter mode: `presenter/presenterKeys.ts`. */
const presenterKeys = {
  next: ['Page Down'],
  previous: ['Page Up'],
  black: ['B', '.'],
  code: ['Q'],
  timer: ['T'],
  vote: ['1 … 9'],
  leave: ['Esc', 'F'],
} as const;

/** What a key does where an interview is taken or watched again: `interview/useBookmarkKey.ts`. */
const interviewKeys = { mark: ['M'] } as const;

const sectionOf = <T extends Readonly<Record<string, readonly string[]>>>(
  title: string,
  keys: T,
  names: Readonly<Record<keyof T, string>>,
): { title: string; lines: Line[] } => ({
  title,
  lines: Object.entries(keys).map(([id, pressed]) => ({ id, what: names[id], keys: pressed })),
});

/** Every act with its shortcuts, or with the words that it has none; searched by name and by key. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().shortcuts;
  const [typed, setTyped] = useState('');
  const letterKeys = useSession((state) => state.letterKeys);
  const lineOf = (act: Act): Line => {
    const keys = keysOf(act).filter((shortcut) => letterKeys || !isCharacter(shortcut));
    return { id: act.id, what: t.actions[act.id], keys: keys.map((shortcut) => shortcutText(shortcut, isMac())) };
  };
  const sections: { title: string; lines: Line[] }[] = [
    ...sheetGroups.map((group) => ({ title: words.groups[group], lines: acts.filter((act) => act.group === group).map(lineOf) })),
    sectionOf(words.keys, canvasKeys, words.canvasKeys),
    sectionOf(words.presenting, presenterKeys, words.presenterKeys),
    sectionOf(words.interview, interviewKeys, words.interviewKeys),
    { title: words.pointer, lines: Object.entries(words.pointers).map(([id, [what, how]]) => ({ id, what, keys: [], how })) },
  ];
  const isTyped = typed.trim() !== '';
  const fits = ({ id, what, keys, how }: Line): boolean =>
    rankOf(typed, [what, id, how ?? '']) > 0 || keys.some((key) => key.toLowerCase() === typed.trim().toLowerCase());
  const shown = sections
    .map(({ title, lines }) => ({ title, lines: isTyped ? lines.filter(fits) : lines }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <div className={styles.keyTools}>
        <input
          type="search"
          className={fields.box}
          placeholder={words.search}
          aria-label={words.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={styles.keySwitch}>
          <Switch checked={letterKeys} label={words.letters} onChange={(next) => sessionStore.getState().set({ letterKeys: next })} />
          <span>{words.letters}</span>
        </div>
        <p className={`${styles.help} ${styles.keyNote}`}>{words.lettersHelp}</p>
      </div>
      <div className={styles.keys}>
        {shown.map(({ title, lines }) => (
          <section key={title} className={styles.keyGroup}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ id, what, keys, how }) => (
                <div key={id} className={styles.keyRow} data-shortcut={id}>
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                    {how ?? (keys.length === 0 ? <span className={styles.noKey}>{words.noKey}</span> : null)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p role="status" className={styles.help}>
        {shown.length === 0 ? words.none(typed) : ''}
      </p>
      <p className={`${styles.help} ${styles.note}`}>{words.note}</p>
    </Dialog>
  );
}
