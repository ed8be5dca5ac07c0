/** Words of importing recorded requests. */
export const recordingEn = {
  rowIs: 'Each row is',
  rows: { counts: 'a count', requests: 'one request' },
  title: 'Replay recorded requests',
  intro:
    'Each row is one request: the instant it came and, if you have it, the service it needs. They are sent exactly then. Numbers are seconds and milliseconds unless the first line names other units (arrival_s,service_ms).',
  placeholder: 'arrival_s,service_ms\n0.000,5\n0.001,4.2\n0.004,7',
  name: 'Pasted requests',
  count: (count: string, duration: string) => `${count} requests over ${duration}`,
  demand: (mean: string) => `they need ${mean} of service each, on average; web servers take exactly that`,
  noDemand: 'no service times: every web server draws its own',
  preview: 'When the requests come',
  by: 'Sent by',
  length: 'Make the run just longer than the recording',
  use: 'Replay these requests',
  noUsers: 'This design has no users yet. Place some, then let them send what was recorded.',
  columns: (given: string) => `“${given}” is neither an instant nor an instant and a service time`,
};
