import { Suspense } from 'react';
import { useSession } from '../store/hooks.ts';
import { latePart } from '../ui/latePart.tsx';
import { Inspector } from './inspector/Inspector.tsx';

const LessonColumn = latePart(async () => (await import('./lesson/LessonColumn.tsx')).LessonColumn);

/** The settings, or in their place the lesson that is taken. */
export function RightColumn() {
  const lesson = useSession((state) => state.lesson);
  if (lesson === null) return <Inspector />;
  return (
    <Suspense>
      <LessonColumn />
    </Suspense>
  );
}
