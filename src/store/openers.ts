/** What an address may name behind its `#` beside a design: a lesson, an interview's task, a report behind its design. Each is fetched when it is asked for. */
export const openers = {
  l: async (id: string) => (await import('./lesson.ts')).openLesson(id),
  r: async (fragment: string) => (await import('./sharedReport.ts')).openReport(fragment),
  p: async (id: string) => (await import('./interview.ts')).showPrompt(id),
};
