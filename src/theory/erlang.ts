/** Erlang's two formulas, by recursion: no factorial is ever formed, so a thousand servers are as exact as one. */

/**
 * Share of Poisson arrivals that find all servers busy and go away (Erlang B). Holds for any service time (Sevastyanov 1957).
 * Recursion B(n) = a B(n-1) / (n + a B(n-1)): Kleinrock, Queueing Systems 1 (1975), eq. 3.46.
 * @param offered work arriving per second of time, in servers: rate times mean service time
 */
export function erlangB(servers: number, offered: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

/**
 * Share of Poisson arrivals that must wait for one of the servers, exponential service, endless room (Erlang C).
 * C = B / (1 - rho (1 - B)): Kleinrock 1 (1975), eq. 3.40. 1 when there is no steady state.
 */
export function erlangC(servers: number, offered: number): number {
  if (offered >= servers) return 1;
  const blocked = erlangB(servers, offered);
  return blocked / (1 - (offered / servers) * (1 - blocked));
}
