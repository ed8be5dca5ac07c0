/**
 * Messages of a queue that keeps the order of each key: of every key only the first may be handed out, and while it is out or held the
 * others of the key stand behind it. Keys do not wait for each other; of those that may go out the one published first goes first.
 */

import { longer, type Memory } from '../../engine/memory.ts';
import { NumberMap } from '../../engine/numberMap.ts';
import { Messages, STATE } from './messages.ts';

export class Ordered extends Messages {
  /** The next one of the same key, -1 for none. */
  private behind = new Int32Array(256).fill(-1);
  /** By key: its last message. A key without messages has none. */
  private readonly lastOf: NumberMap;
  /** [how many stand behind another one] */
  private readonly cells: Int32Array;

  constructor(memory: Memory) {
    super(memory);
    this.lastOf = new NumberMap(memory);
    this.cells = memory.i32(1);
    memory.grows(this as unknown as Record<'behind', Int32Array>, 'behind');
  }

  override get waiting(): number {
    return this.ready + this.cells[0];
  }

  override get waitsSince(): number {
    let since = this.oldestAt;
    if (this.cells[0] > 0) {
      this.forEach((message) => {
        if (this.state[message] === STATE.behind && this.at[message] < since) since = this.at[message];
      });
    }
    return since;
  }

  override publish(key: number, request: number, now: number, number = 0, mark = 0): number {
    const last = this.lastOf.get(key);
    if (last < 0) {
      const first = super.publish(key, request, now, number, mark);
      this.lastOf.add(key, first);
      return first;
    }
    const message = this.write(key, request, now, number, mark);
    this.state[message] = STATE.behind;
    this.behind[last] = message;
    this.cells[0]++;
    this.lastOf.remove(key);
    this.lastOf.add(key, message);
    return message;
  }

  override acknowledge(message: number): void {
    const next = this.behind[message];
    this.behind[message] = -1;
    if (next < 0) this.lastOf.remove(this.key[message]);
    super.acknowledge(message);
    if (next < 0) return;
    this.cells[0]--;
    this.line(next);
  }

  override forgetAfter(moment: number): number {
    const before = this.all;
    const kept: { key: number; request: number; at: number; number: number; mark: number; tries: number }[] = [];
    this.forEach((message) => {
      const { key, request, at, number, mark, tries } = this;
      if (at[message] > moment) return;
      kept.push({
        key: key[message],
        request: request[message],
        at: at[message],
        number: number[message],
        mark: mark[message],
        tries: tries[message],
      });
    });
    kept.sort((a, b) => a.at - b.at || a.number - b.number);
    this.forgetAll();
    for (const { key, request, at, number, mark, tries } of kept) {
      const message = this.publish(key, request, at, number, mark);
      this.tries[message] = tries;
    }
    return before - kept.length;
  }

  override forgetAll(): void {
    super.forgetAll();
    this.behind.fill(-1);
    this.lastOf.clear();
    this.cells[0] = 0;
  }

  protected override grow(): void {
    const length = this.behind.length;
    super.grow();
    this.behind = longer(this.behind, new Int32Array(this.at.length));
    this.behind.fill(-1, length);
  }
}
