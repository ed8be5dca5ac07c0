import type { assignmentEn } from '../../i18n/late/assignment.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type AssignmentText = Widen<typeof assignmentEn>;

export const assignmentText: LateText<AssignmentText> = {
  en: async () => (await import('../../i18n/late/assignment.en.ts')).assignmentEn,
  ko: async () => (await import('../../i18n/late/assignment.ko.ts')).assignmentKo,
};

export const useAssignmentText = (): AssignmentText => useLateText(assignmentText);
