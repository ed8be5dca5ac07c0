import { lazy } from 'react';
import { useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { LinkProblemDialog } from './LinkProblemDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { TraceDialog } from './TraceDialog.tsx';

/** The cases and their words weigh as much as all other dialogs together, and few ask for them. */
const PhysicsDialog = lazy(async () => ({ default: (await import('../physics/PhysicsDialog.tsx')).PhysicsDialog }));

/** Plays designs in workers of its own. */
const ReplicasDialog = lazy(async () => ({ default: (await import('../replicas/ReplicasDialog.tsx')).ReplicasDialog }));

const dialogs = {
  share: ShareDialog,
  templates: TemplatesDialog,
  trace: TraceDialog,
  shortcuts: ShortcutsDialog,
  report: ReportDialog,
  'link-problem': LinkProblemDialog,
  about: AboutDialog,
  physics: PhysicsDialog,
  replicas: ReplicasDialog,
};

export function closeDialog(): void {
  sessionStore.getState().set({ dialog: null });
}

/** The one dialog that is open, if any. */
export function Dialogs() {
  const name = useSession((state) => state.dialog);
  if (name === null) return null;
  const Dialog = dialogs[name];
  return <Dialog onClose={closeDialog} />;
}
