const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Words of the design note that is saved as Markdown. */
export const designNoteEn = {
  what: (parts: number, wires: number) =>
    `A design of ${plural(parts, 'part', 'parts')} and ${plural(wires, 'wire', 'wires')}, simulated request by request with Faultline.`,
  parts: 'Parts',
  part: 'Part',
  kind: 'Kind',
  instances: 'Instances',
  calls: 'Calls',
  requirements: 'Requirements',
  requirement: 'Requirement',
  wanted: 'Asked for',
  measured: 'Measured',
  verdict: 'Verdict',
  met: 'met',
  missed: 'missed',
  unmeasured: 'not measured',
  soFar: (value: string) => `${value} so far`,
  targets: {
    p99Ms: 'p99 of response time',
    availabilityPercent: 'Availability',
    stalePercent: 'Stale reads',
    lostWrites: 'Lost writes',
    rtoSeconds: 'RTO',
    rpoSeconds: 'RPO',
    monthlyUsd: 'Cost per month',
  },
  evidence: 'Evidence',
  measuredFrom: (start: string, end: string, seed: string) =>
    `Measured from ${start} to ${end} of the run, seed ${seed}. Failures count at the end of the users’ patience.`,
  notRun: 'It has not been run yet.',
  number: 'Number',
  value: 'Value',
  offered: 'Requests offered',
  failed: 'Failed',
  availability: 'Availability',
  story: 'What happened',
  cost: 'Cost',
  perMonth: (usd: string, isMeasured: boolean) =>
    `${usd} USD a month at list prices${isMeasured ? ', if the month went on like this run' : ', without what is billed by use'}.`,
  again: 'See it again',
  openIt: 'This link opens the design and plays the same run, to the last digit:',
  fingerprint: (hash: string) => `All numbers of this run as one check code: ${hash}`,
};
