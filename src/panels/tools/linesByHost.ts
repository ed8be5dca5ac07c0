/** Counted log lines, put back to the hosts that wrote them. */

interface Counted {
  host: string;
  isFailure: boolean;
  /** How many lines. */
  value: number;
}

export interface HostLines<R extends Counted> {
  host: string;
  lines: number;
  failures: number;
  /** Of this host alone, in the order given. */
  rows: readonly R[];
}

/** Every host that wrote any of the lines: most failures first, then most lines, then by name. */
export function linesByHost<R extends Counted>(rows: readonly R[]): HostLines<R>[] {
  const sum = (of: readonly R[]) => of.reduce((all, { value }) => all + value, 0);
  const byHost = new Map<string, R[]>();
  for (const row of rows) {
    const own = byHost.get(row.host);
    if (own) own.push(row);
    else byHost.set(row.host, [row]);
  }
  return [...byHost]
    .map(([host, own]) => ({ host, lines: sum(own), failures: sum(own.filter(({ isFailure }) => isFailure)), rows: own }))
    .sort((a, b) => b.failures - a.failures || b.lines - a.lines || a.host.localeCompare(b.host, 'en', { numeric: true }));
}
