import { useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { LinkProblemDialog } from './LinkProblemDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { TraceDialog } from './TraceDialog.tsx';

const dialogs = {
  share: ShareDialog,
  templates: TemplatesDialog,
  trace: TraceDialog,
  shortcuts: ShortcutsDialog,
  report: ReportDialog,
  'link-problem': LinkProblemDialog,
  about: AboutDialog,
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
