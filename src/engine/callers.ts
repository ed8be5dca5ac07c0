/**
 * The wires' policies as columns, and what is known of each caller on a wire: every instance of a part that calls keeps books of its own,
 * as processes do. What the single policies share; each of them has a file of its own.
 */

import { type Calls, nth } from './calls.ts';
import { type Links, SPECIAL } from './links.ts';
import { longer, type Memory } from './memory.ts';
import type { Meters } from './meters.ts';
import type { Network } from './network.ts';
import type { Plan } from './plan.ts';
import { type PolicyField, perPolicyField, policyFields, switches } from './policyFields.ts';

/** What a call counts for, as bits of `marks`. */
export const MARK = { counted: 1, connected: 2, probe: 4, copy: 8, retry: 16, watched: 32 } as const;

export class Callers {
  /** 1 for wires that have a policy, or have had one in this run. */
  readonly guarded: Uint8Array;
  readonly values: Readonly<Record<PolicyField, Float64Array>>;
  /** First cell of a wire's callers, one per instance. */
  readonly cellOf: readonly number[];
  /** How many cells there are. */
  readonly count: number;
  /** By call. */
  marks = new Uint8Array(64);
  /** Where a wire's meters begin, -1 for wires without a policy at the start. */
  readonly meterOf: readonly number[];
  private readonly firstSlotOf: readonly number[];
  private readonly slotsOf: readonly number[];
  private readonly calls: Calls;
  private readonly meters: Meters;
  private readonly links: Links;

  constructor(memory: Memory, plan: Plan, net: Network, meterOf: readonly number[]) {
    this.calls = net.calls;
    this.meters = net.meters;
    this.links = net.links;
    this.meterOf = meterOf;
    this.guarded = memory.u8(plan.links.length);
    this.values = perPolicyField((field) => {
      const cells = memory.f64(plan.links.length);
      const place = policyFields.indexOf(field);
      cells.set(plan.links.map(({ policy }) => policy?.[place] ?? 0));
      return cells;
    });
    this.slotsOf = plan.links.map(({ from }) => plan.nodes[from].slots);
    this.firstSlotOf = plan.links.map(({ from }) => net.instances.first[from]);
    let next = 0;
    this.cellOf = this.slotsOf.map((slots) => {
      next += slots;
      return next - slots;
    });
    this.count = next;
    memory.grows(this as unknown as Record<'marks', Uint8Array>, 'marks');
    for (let link = 0; link < plan.links.length; link++) this.guard(link);
  }

  /** From now on the wire's calls are looked at, if it has a policy. */
  guard(link: number): void {
    if (switches.some((field) => this.values[field][link] > 0)) this.guardAlways(link);
  }

  guardAlways(link: number): void {
    this.guarded[link] = 1;
    this.links.mark(link, SPECIAL.policy, true);
  }

  /** Past a wire's last cell. */
  endOf(link: number): number {
    return this.cellOf[link] + this.slotsOf[link];
  }

  /** The cell of whoever makes a call. */
  cell(call: number): number {
    const link = this.calls.link[call];
    return this.cellOf[link] + this.calls.from[call] - this.firstSlotOf[link];
  }

  cellOfSlot(link: number, slot: number): number {
    return this.cellOf[link] + slot - this.firstSlotOf[link];
  }

  /** Adds one to a counter of a wire, named by `LINK_METER`. */
  note(link: number, meter: number): void {
    const first = this.meterOf[link];
    if (first >= 0) this.meters.values[first + meter]++;
  }

  /** Moves a level of a wire. */
  shift(link: number, meter: number, by: number): void {
    const first = this.meterOf[link];
    if (first >= 0) this.meters.shift(first + meter, by);
  }

  /** Brings a gauge of a wire up to date. */
  gauge(link: number, meter: number, value: number): void {
    const first = this.meterOf[link];
    if (first >= 0) this.meters.values[first + meter] = value;
  }

  grow(call: number): void {
    let length = this.marks.length;
    while (length <= nth(call)) length *= 2;
    if (length > this.marks.length) this.marks = longer(this.marks, new Uint8Array(length));
  }
}
