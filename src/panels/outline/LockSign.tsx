import { Lock } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { useIsLocked } from '../../store/hooks.ts';
import styles from './Outline.module.css';

/** Behind the name of what an assignment keeps as it is; by ear part of the name. */
export function LockSign({ of }: { of: string }) {
  const t = useText();
  return useIsLocked(of) ? (
    <>
      <Lock size={12} className={styles.lock} aria-hidden />
      <span className="visuallyHidden">{t.common.locked('')}</span>
    </>
  ) : null;
}
