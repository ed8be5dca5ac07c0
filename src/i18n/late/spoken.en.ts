/** What the page says to a screen reader: the state of the whole, and what has just changed. */

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const spokenEn = {
  shape: (parts: number, wires: number, regions: number) =>
    `${plural(parts, 'part', 'parts')}, ${plural(wires, 'connection', 'connections')}${regions === 0 ? '' : ` in ${plural(regions, 'region', 'regions')}`}.`,
  nothing: 'Nothing here yet.',
  status: {
    loading: (_now: string, end: string) => `Preparing a run of ${end}.`,
    playing: (now: string, end: string) => `Running, ${now} of ${end}.`,
    paused: (now: string, end: string) => `Paused at ${now} of ${end}.`,
    finished: (_now: string, end: string) => `Finished after ${end}.`,
    crashed: (now: string, _end: string) => `Stopped by an error at ${now}.`,
  },
  blocked: 'It cannot run yet.',
  isNow: (part: string, health: string) => `${part}: ${health}`,
  others: 'Everything else is well.',
  allWell: 'Everything is well.',
  /** Before the first run. */
  atRest: 'Nothing has been measured yet.',
  hint: 'Arrow keys go from part to part, Enter goes to its settings. Alt with left and right goes through its connections. C connects, M moves, slash adds a part, Delete removes. Press O for the outline, S for how it is, question mark for all keys.',
  started: (at: string) => `Running from ${at}.`,
  paused: (at: string) => `Paused at ${at}.`,
  finished: (at: string) => `Finished at ${at}.`,
  crashed: (at: string) => `Stopped by an error at ${at}.`,
  becomes: {
    saturated: (part: string) => `${part} is saturated.`,
    hung: (part: string) => `${part} does not answer.`,
    down: (part: string) => `${part} is down.`,
    hurt: (part: string, lost: number, total: number) => `${lost} of ${total} of ${part} are down.`,
    busy: (part: string) => `${part} is busy.`,
    well: (part: string) => `${part} has recovered.`,
  },
  at: (clock: string, words: string) => `${clock}: ${words}`,
  noEvents: 'Nothing has happened yet.',
};
