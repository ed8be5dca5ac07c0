import { ListTree, Workflow } from 'lucide-react';
import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import styles from './Workspace.module.css';

const views = [
  { view: 'canvas', Icon: Workflow },
  { view: 'outline', Icon: ListTree },
] as const;

/** Two equal views of one design: as a picture, and as a list. */
export function ViewSwitch() {
  const t = useText();
  const shown = useSession((state) => state.view);
  const words = t.panels.views;
  return (
    <fieldset className={styles.views} aria-label={words.title} data-floats>
      {views.map(({ view, Icon }) => (
        <button
          key={view}
          type="button"
          className={styles.view}
          aria-pressed={shown === view}
          onClick={() => sessionStore.getState().set({ view })}
        >
          <Icon size={14} aria-hidden />
          {words[view]}
        </button>
      ))}
    </fieldset>
  );
}
