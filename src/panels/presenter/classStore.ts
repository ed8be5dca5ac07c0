/** What a class said in the lesson that is presented: votes, a number, and which questions the engine has answered. Never saved. */

import { createStore } from 'zustand/vanilla';
import type { LessonId } from '../../lessons/lesson.ts';

export type Asked = number | 'playing' | 'failed';

export interface ClassState {
  lesson: LessonId | null;
  /** By step, then by answer. */
  votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By step, in the measure's own unit. */
  numbers: Readonly<Record<string, number>>;
  /** By question; what the engine says in the measure's own unit. */
  asked: Readonly<Record<string, Asked>>;
  /** The moves of a step are being made. */
  isShowing: boolean;
}

const empty: Omit<ClassState, 'lesson'> = { votes: {}, numbers: {}, asked: {}, isShowing: false };

export const classStore = createStore<ClassState>()(() => ({ lesson: null, ...empty }));

/** Another lesson is another class. */
export function beginClass(lesson: LessonId): void {
  if (classStore.getState().lesson !== lesson) classStore.setState({ lesson, ...empty });
}

const mostVotes = 999;

export function setVotes(step: string, answer: string, count: number): void {
  const { votes } = classStore.getState();
  const whole = Math.min(mostVotes, Math.max(0, Math.round(count)));
  classStore.setState({ votes: { ...votes, [step]: { ...votes[step], [answer]: whole } } });
}

export const votesOf = ({ votes }: ClassState, step: string, answer: string): number => votes[step]?.[answer] ?? 0;

export function setNumber(step: string, value: number): void {
  classStore.setState(({ numbers }) => ({ numbers: { ...numbers, [step]: value } }));
}

export function setAsked(quiz: string, answer: Asked): void {
  classStore.setState(({ asked }) => ({ asked: { ...asked, [quiz]: answer } }));
}
