/** What is to be said of the assignment in hand; without one, the way to make one. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { assignmentStore, keepAssignments } from '../../store/assignment.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { TaskDialog } from './TaskDialog.tsx';

export function AssignmentDialog({ onClose }: { onClose: () => void }) {
  useEffect(keepAssignments, []);
  const carried = useStore(assignmentStore, (state) => state.carried);
  if (carried?.sort === 'task') return <TaskDialog task={carried.task} onClose={onClose} />;
  if (carried) return <KeyDialog carried={carried} onClose={onClose} />;
  return <MakeDialog onClose={onClose} />;
}
