/** Words for parts of kinds that this version does not know. */
export const strangersEn = {
  title: 'Parts this version does not know',
  unknown: 'Unknown part',
  kind: (kind: string) => `Unknown part: ${kind}`,
  what: (kind: string) => `This version does not know “${kind}”. It takes no part in the run.`,
  kept: 'What came with it is kept as it came: saved and shared with the design, with its wires and its lines of the timeline. A version that knows it will find it again.',
  came: 'As it came',
  wires: (count: number) => (count === 1 ? '1 wire' : `${count} wires`),
  events: (count: number) => (count === 1 ? '1 line of the timeline' : `${count} lines of the timeline`),
  remove: (label: string) => `Delete ${label}`,
};
