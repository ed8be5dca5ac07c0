import { useSession } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { latePart } from '../../ui/latePart.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { LinkProblemDialog } from './LinkProblemDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { TraceDialog } from './TraceDialog.tsx';

/** The cases and their words weigh as much as all other dialogs together, and few ask for them. */
const PhysicsDialog = latePart(async () => (await import('../physics/PhysicsDialog.tsx')).PhysicsDialog);

/** They play designs in workers of their own. */
const TrialsDialog = latePart(async () => (await import('../trials/TrialsDialog.tsx')).TrialsDialog);

/** With pictures and files of the run. */
const ShareDialog = latePart(async () => (await import('../share/ShareDialog.tsx')).ShareDialog);

const CompareDialog = latePart(async () => (await import('../compare/CompareDialog.tsx')).CompareDialog);

/** Words of settings come with it. */
const NotebookDialog = latePart(async () => (await import('../notebook/NotebookDialog.tsx')).NotebookDialog);

const RequirementsDialog = latePart(async () => (await import('../requirements/RequirementsDialog.tsx')).RequirementsDialog);

/** Searches in two languages. */
const ShortcutsDialog = latePart(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog);

/** With words that only who brings drawings needs. */
const ImportedDialog = latePart(async () => (await import('./ImportedDialog.tsx')).ImportedDialog);

const LearnDialog = latePart(async () => (await import('../lesson/LearnDialog.tsx')).LearnDialog);

const GlossaryDialog = latePart(async () => (await import('../glossary/GlossaryDialog.tsx')).GlossaryDialog);

/** Grades hand-ins in workers of its own. */
const MarkingDialog = latePart(async () => (await import('../marking/MarkingDialog.tsx')).MarkingDialog);

const InterviewDialog = latePart(async () => (await import('../interview/InterviewDialog.tsx')).InterviewDialog);

const AssignmentDialog = latePart(async () => (await import('../assignment/AssignmentDialog.tsx')).AssignmentDialog);

/** Asked for once in a while, on computers of many. */
const EraseDialog = latePart(async () => (await import('../erase/EraseDialog.tsx')).EraseDialog);

/** For who asks what a part models. */
const DocsDialog = latePart(async () => (await import('./DocsDialog.tsx')).DocsDialog);

/** Asked for when something went wrong. */
const VersionsDialog = latePart(async () => (await import('../versions/VersionsDialog.tsx')).VersionsDialog);

const dialogs = {
  share: ShareDialog,
  templates: TemplatesDialog,
  trace: TraceDialog,
  shortcuts: ShortcutsDialog,
  report: ReportDialog,
  'link-problem': LinkProblemDialog,
  about: AboutDialog,
  docs: DocsDialog,
  physics: PhysicsDialog,
  replicas: TrialsDialog,
  sweep: TrialsDialog,
  capacity: TrialsDialog,
  weakPoints: TrialsDialog,
  compare: CompareDialog,
  notebook: NotebookDialog,
  requirements: RequirementsDialog,
  imported: ImportedDialog,
  learn: LearnDialog,
  glossary: GlossaryDialog,
  marking: MarkingDialog,
  interview: InterviewDialog,
  assignment: AssignmentDialog,
  erase: EraseDialog,
  versions: VersionsDialog,
};

export function closeDialog(): void {
  sessionStore.getState().set({ dialog: null });
}

/** The one dialog that is open, if any. */
export function Dialogs() {
  const name = useSession((state) => state.dialog);
  if (name === null || name === 'commands') return null;
  const Dialog = dialogs[name];
  return <Dialog onClose={closeDialog} />;
}
