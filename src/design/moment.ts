/** Times as people write them in tables, in seconds. Only distances matter, so no calendar of the machine is asked. */

const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2014-04-10 00:04:00` and its relatives, or a number since some beginning (seconds; of 12 digits and more, milliseconds). */
export function parseMoment(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) {
    const count = Number(text);
    return count >= 1e11 ? count / 1000 : count;
  }
  const match = written.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > monthDays[month - 1] || hour > 24 || minute > 59 || second > 60) return null;
  const fraction = match[7] === undefined ? 0 : Number(`0.${match[7]}`);
  return daysBefore(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second + fraction - zoneSeconds(match[8]);
}

/** Days since 1 March of the year 0, in the calendar that counts backwards without a break: years begin in March. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1;
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
}
