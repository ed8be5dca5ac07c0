/**
 * Faults by hand and by plan: of an instance (crash, hang, slow), of a kind's own sort, of a wire. Each can end by itself. An end is
 * void where something newer of its sort has come in between.
 */

import type { Behavior, FaultForm } from './behavior.ts';
import { crash, hang, recover, revive, slow } from './faults.ts';
import { SLOW_BY } from './instances.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import { FAULT, HEALTH, LINK_FAULT, type Plan, type PlanAct } from './plan.ts';
import type { TimedAct } from './timeline.ts';

type HealthAct = Extract<PlanAct, { factor: number }>;
type Strike = Extract<PlanAct, { act: 'strike' }>;
type LinkStrike = Extract<PlanAct, { act: 'strike-link' }>;
export type FaultAct = Extract<PlanAct, { act: 'crash' | 'hang' | 'slow' | 'recover' | 'strike' | 'mend' | 'strike-link' | 'mend-link' }>;

const lasting: FaultForm = { per: 'instance', lasts: true };

export class Strikes {
  private readonly net: Network;
  /** Per node, its faults by number. */
  private readonly forms: readonly (readonly FaultForm[])[];
  /** Which faults an instance suffers at the moment: `firstOf[node] + fault * slots + instance`. */
  private readonly suffers: Uint8Array;
  private readonly firstOf: readonly number[];
  private readonly takenOver: (slot: number) => void;

  /** @param takenOver is told of instances whose health is in somebody's hand now */
  constructor(memory: Memory, plan: Plan, behaviors: readonly Behavior[], net: Network, takenOver: (slot: number) => void) {
    this.net = net;
    this.takenOver = takenOver;
    this.forms = plan.nodes.map(({ kind }) => [lasting, lasting, ...Object.values(behaviors[kind].faults ?? {})]);
    let next = 0;
    this.firstOf = plan.nodes.map(({ slots }, n) => {
      next += slots * this.forms[n].length;
      return next - slots * this.forms[n].length;
    });
    this.suffers = memory.u8(next);
  }

  apply(act: FaultAct): void {
    const { journal, links } = this.net;
    switch (act.act) {
      case 'strike':
        journal.note('struck', act.node, act.instance, act.value, act.fault);
        for (const slot of this.struckBy(act)) this.strike(act.node, slot, act.fault, act.value);
        return;
      case 'mend':
        journal.note('mended', act.node, act.instance, 0, act.fault);
        for (const slot of this.struckBy(act)) this.mend(act.node, slot, act.fault);
        return;
      case 'strike-link':
        journal.note('link-struck', links.to[act.link], -1, act.value, act.fault, act.link);
        links.harm.set(act.link, act.fault, harmOf(act));
        return;
      case 'mend-link':
        journal.note('link-mended', links.to[act.link], -1, 0, act.fault, act.link);
        this.mendLink(act.link, act.fault);
        return;
      default:
        journal.note(act.act, act.node, act.instance, act.factor);
        for (const slot of this.instancesOf(act)) this.changeHealth(slot, act);
    }
  }

  /** An act's time is over. @param since what has been done after it */
  end(act: PlanAct, since: readonly TimedAct[]): void {
    const { journal, links, instances } = this.net;
    if (act.act === 'strike') {
      const slots = this.struckBy(act).filter(
        (slot) => !since.some((newer) => newer.act === 'strike' && this.isSameStrike(newer, act, slot)),
      );
      if (slots.length > 0) journal.note('mended', act.node, act.instance, 0, act.fault);
      for (const slot of slots) this.mend(act.node, slot, act.fault);
    } else if (act.act === 'strike-link') {
      if (since.some((newer) => newer.act === 'strike-link' && newer.link === act.link && newer.fault === act.fault)) return;
      journal.note('link-mended', links.to[act.link], -1, 0, act.fault, act.link);
      this.mendLink(act.link, act.fault);
    } else if ('factor' in act && act.act !== 'recover') {
      const slots = this.instancesOf(act).filter((slot) => !since.some((newer) => 'factor' in newer && this.undoes(newer, act, slot)));
      if (slots.length === 0) return;
      journal.note('recover', act.node, act.instance, 1);
      for (const slot of slots) {
        if (act.act === 'slow') slow(this.net, slot, 1);
        else if (instances.health[slot] !== HEALTH.up) {
          revive(this.net, slot);
          this.takenOver(slot);
        }
      }
    }
  }

  private changeHealth(slot: number, act: HealthAct): void {
    const { net } = this;
    if (act.act === 'crash') crash(net, slot);
    else if (act.act === 'hang') hang(net, slot);
    else if (act.act === 'slow') slow(net, slot, act.factor);
    else {
      this.mendAll(slot);
      recover(net, slot);
    }
    if (act.act !== 'slow') this.takenOver(slot);
  }

  /** Existing instances that an act names. */
  private instancesOf({ node, instance }: { node: number; instance: number }): number[] {
    const { first, exists, draining } = this.net.instances;
    const slots: number[] = [];
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (exists[slot] + draining[slot] > 0 && (instance < 0 || slot === first[node] + instance)) slots.push(slot);
    }
    return slots;
  }

  /** As `instancesOf`; -1 alone for a fault of the node as a whole. */
  private struckBy(act: { node: number; instance: number; fault: number }): number[] {
    return this.forms[act.node][act.fault].per === 'node' ? [-1] : this.instancesOf(act);
  }

  private cellOf(node: number, slot: number, fault: number): number {
    const { first } = this.net.instances;
    const slots = first[node + 1] - first[node];
    return this.firstOf[node] + fault * slots + (slot < 0 ? 0 : slot - first[node]);
  }

  private strike(node: number, slot: number, fault: number, value: number): void {
    const { net } = this;
    if (this.forms[node][fault].lasts) this.suffers[this.cellOf(node, slot, fault)] = 1;
    if (fault === FAULT.errors) net.errors.strike(slot, value / 100);
    else if (fault === FAULT.steal) net.instances.slowDown(slot, SLOW_BY.steal, 100 / (100 - value));
    else net.actors[node].struck?.(fault - FAULT.count, slot, value);
  }

  private mend(node: number, slot: number, fault: number): void {
    const { net } = this;
    const cell = this.cellOf(node, slot, fault);
    if (this.suffers[cell] === 0) return;
    this.suffers[cell] = 0;
    if (fault === FAULT.errors) net.errors.strike(slot, 0);
    else if (fault === FAULT.steal) net.instances.slowDown(slot, SLOW_BY.steal, 1);
    else net.actors[node].mended?.(fault - FAULT.count, slot);
  }

  private mendLink(link: number, fault: number): void {
    this.net.links.harm.set(link, fault, 0);
    if (fault === LINK_FAULT.poolLeak) this.net.policies.poolMended(link);
  }

  /** Whoever is made well again is rid of all that lasts. */
  private mendAll(slot: number): void {
    const node = this.net.instances.nodeOf[slot];
    this.forms[node].forEach(({ per }, fault) => {
      this.mend(node, per === 'node' ? -1 : slot, fault);
    });
  }

  private isSameStrike(newer: Strike, old: Strike, slot: number): boolean {
    return newer.node === old.node && newer.fault === old.fault && (slot < 0 || this.struckBy(newer).includes(slot));
  }

  /** Whether the newer one has the last word about what the old one did to an instance. */
  private undoes(newer: HealthAct, old: HealthAct, slot: number): boolean {
    const isAboutIt = old.act === 'slow' ? newer.act !== 'hang' : newer.act !== 'slow';
    return isAboutIt && newer.node === old.node && this.instancesOf(newer).includes(slot);
  }
}

/** As the wires have it: seconds one way, shares, and 1 for what just is. */
function harmOf({ fault, value }: LinkStrike): number {
  if (fault === LINK_FAULT.latency) return value / 2000;
  return fault === LINK_FAULT.loss || fault === LINK_FAULT.poolLeak ? value / 100 : 1;
}
