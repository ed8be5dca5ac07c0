import { useStore } from 'zustand';
import { type LessonState, lessonStore } from '../../store/lesson.ts';

export const useLesson = <T>(selector: (state: LessonState) => T): T => useStore(lessonStore, selector);
