import { actNamed } from '../actions/acts.ts';
import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Toast } from '../ui/Toast.tsx';

export function Toasts() {
  const t = useText();
  const toast = useSession((state) => state.toast);
  const done = () => sessionStore.getState().set({ toast: null });
  const undo = {
    label: t.actions.undo,
    perform: () => {
      actNamed('undo').perform();
      done();
    },
  };
  return <Toast text={toast?.text ?? null} id={toast?.id ?? 0} action={toast?.undo ? undo : undefined} onDone={done} />;
}
