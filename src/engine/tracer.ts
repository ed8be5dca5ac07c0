/**
 * Journeys of sampled requests, for whoever wants to draw them. Which requests are sampled depends on their number alone;
 * writing them down changes nothing in the run. Bounded: when nobody takes the rows, new ones are dropped.
 */

const width = 8;
const mostRows = 4096;

export class Tracer {
  private readonly rows = new Float64Array(width * mostRows);
  private used = 0;
  private every = 0;

  /** One request in `every`; 0 = none. */
  setEvery(every: number): void {
    this.every = every;
  }

  /** Whether anything is sampled at all. */
  get on(): boolean {
    return this.every > 0;
  }

  follows(request: number): boolean {
    return (Math.imul(request + 1, 0x9e3779b1) >>> 0) % this.every === 0;
  }

  /** One journey over one link: out (`back` 0) or home with an outcome (`back` 1). Seconds of simulated time. */
  journey(
    request: number,
    link: number,
    back: number,
    departAt: number,
    arriveAt: number,
    outcome: number,
    attempt: number,
    cls: number,
  ): void {
    if (this.used === mostRows) return;
    const at = this.used++ * width;
    this.rows[at] = request;
    this.rows[at + 1] = link;
    this.rows[at + 2] = back;
    this.rows[at + 3] = departAt;
    this.rows[at + 4] = arriveAt;
    this.rows[at + 5] = outcome;
    this.rows[at + 6] = attempt;
    this.rows[at + 7] = cls;
  }

  take(): Float64Array {
    const rows = this.rows.slice(0, this.used * width);
    this.used = 0;
    return rows;
  }
}
