/** The map of people and data centres. */
export const worldEn = {
  title: 'People and data centres',
  help: 'Whose requests go where, in the last seconds: circles are people, squares are data centres, lines are as thick as their share.',
  notYet: 'Nothing has been sent yet.',
  from: 'People in',
  to: 'Sent to',
  rate: 'Requests',
  share: 'Of theirs',
  table: 'Requests by region',
  /** What the picture says, for those who do not see it. */
  summary: (flows: string) => `Map of the world. ${flows}`,
  flow: (from: string, to: string, share: string) => `${from}: ${share} to ${to}.`,
  total: 'Of all',
};
