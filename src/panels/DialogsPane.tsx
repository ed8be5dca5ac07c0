import { useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { latePart } from '../ui/latePart.tsx';
import { Coming } from './Coming.tsx';
import { LatePlace } from './LatePlace.tsx';

const CommandPalette = latePart(async () => (await import('./commands/CommandPalette.tsx')).CommandPalette);
const Dialogs = latePart(async () => (await import('./dialogs/Dialogs.tsx')).Dialogs);

const closeDialog = (): void => sessionStore.getState().set({ dialog: null });

/** Dialogs come when the first one is asked for: nobody needs them to begin. */
export function DialogsPane() {
  const name = useSession((state) => state.dialog);
  if (name === null) return null;
  return (
    <LatePlace key={name} form="dialog" fallback={<Coming onClose={closeDialog} />} onClose={closeDialog}>
      {name === 'commands' ? <CommandPalette onClose={closeDialog} /> : <Dialogs />}
    </LatePlace>
  );
}
