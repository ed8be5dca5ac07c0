import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogText } from '../dialogs/words.ts';
import styles from './Physics.module.css';
import { usePhysicsText } from './words.ts';

/** What agreement does not prove, and what the model leaves out; the parts' own notes are a dialog further. */
export function Limits() {
  const { about } = useDialogText();
  const words = usePhysicsText();
  return (
    <section className={styles.limits}>
      <div>
        <h3>{words.limitsTitle}</h3>
        <ul>
          {words.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{words.modelTitle}</h3>
        <ul>
          {about.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <Button size="small" onClick={() => sessionStore.getState().set({ dialog: 'about' })}>
          {words.partByPart}
        </Button>
      </div>
    </section>
  );
}
