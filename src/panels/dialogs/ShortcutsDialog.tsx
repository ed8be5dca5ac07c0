import type { Act, ActGroup } from '../../actions/act.ts';
import { acts } from '../../actions/acts.ts';
import { isMac, type Shortcut, shortcutText } from '../../actions/shortcut.ts';
import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Dialogs.module.css';
import { useDialogText } from './words.ts';

const groups: readonly ActGroup[] = ['edit', 'run', 'canvas', 'file'];

/** Cut, copy and paste reach the page as clipboard events, so they have no shortcut of ours; people still look for them. */
const byBrowser: Readonly<Record<string, readonly Shortcut[]>> = {
  cut: [{ code: 'KeyX', ctrl: true }],
  copy: [{ code: 'KeyC', ctrl: true }],
  paste: [{ code: 'KeyV', ctrl: true }],
};

const keysOf = (act: Act): readonly Shortcut[] => byBrowser[act.id] ?? act.shortcuts;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const words = useDialogText().shortcuts;
  return (
    <Dialog wide title={words.title} closeLabel={t.common.close} onClose={onClose}>
      <div className={styles.keys}>
        {groups.map((group) => (
          <section key={group} className={styles.keyGroup}>
            <h3>{words.groups[group]}</h3>
            <dl>
              {acts
                .filter((act) => act.group === group && keysOf(act).length > 0)
                .map((act) => (
                  <div key={act.id} className={styles.keyRow}>
                    <dt>{t.actions[act.id]}</dt>
                    <dd>
                      {keysOf(act).map((shortcut) => {
                        const text = shortcutText(shortcut, isMac());
                        return (
                          <kbd key={text} className={styles.key}>
                            {text}
                          </kbd>
                        );
                      })}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section className={styles.keyGroup}>
          <h3>{words.pointer}</h3>
          <dl>
            {Object.values(words.pointers).map(([what, how]) => (
              <div key={what} className={styles.keyRow}>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className={`${styles.help} ${styles.note}`}>{words.note}</p>
    </Dialog>
  );
}
