/** What an address may name behind its `#` beside a design: a lesson, an interview's task, a report behind its design. Each is fetched when it is asked for. */
export const openers = {
  l: async (id: string) => (await import('./lesson.ts')).openLesson(id),
  /** `id` may also be a whole fragment with a report behind its design. */
  p: async (id: string) =>
    id.includes('r=r') ? (await import('./sharedReport.ts')).openReport(id) : (await import('./interview.ts')).showPrompt(id),
};
