/**
 * What React Flow's d3-zoom asks of d3-transition, and no more: one motion of one element over time. The built page puts this file in
 * its place (scripts/viteSlimD3.mjs); names and order of the calls are that package's.
 */

import { type BaseType, type Selection, selection } from 'd3-selection';

export { interpolate, interpolateZoom } from './cameraPath.ts';

type Selected = Selection<BaseType, unknown, BaseType, unknown>;
type Listener = (this: BaseType, datum: unknown, index: number, group: readonly BaseType[]) => void;
type Tween = (this: BaseType, datum: unknown, index: number, group: readonly BaseType[]) => (share: number) => void;
type Happening = 'start' | 'interrupt' | 'end';

const moving = new WeakMap<object, Motion>();

/** Slow, fast, slow: d3's own default. */
const cubicInOut = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3);

class Motion {
  private readonly selected: Selected;
  private readonly listeners: { happening: string; listener: Listener }[] = [];
  private readonly tweens: Tween[] = [];
  /** What each frame does; null until the first one, so that all listeners are known when the motion starts. */
  private steps: ((share: number) => void)[] | null = null;
  private millis = 250;
  private easing = cubicInOut;
  private readonly began = performance.now();
  private handle: number;

  constructor(selected: Selected) {
    this.selected = selected;
    const node = selected.node();
    if (node) {
      interrupt(node);
      moving.set(node, this);
    }
    this.handle = requestAnimationFrame(() => this.frame());
  }

  selection(): Selected {
    return this.selected;
  }

  duration(millis: number): this {
    this.millis = millis;
    return this;
  }

  ease(easing: (share: number) => number): this {
    this.easing = easing;
    return this;
  }

  /** `names` as "interrupt.zoom end.zoom": what happens, and whose listener it is. */
  on(names: string, listener: Listener): this {
    for (const name of names.split(' ')) this.listeners.push({ happening: name.split('.')[0], listener });
    return this;
  }

  tween(_name: string, tween: Tween): this {
    this.tweens.push(tween);
    return this;
  }

  /** Before its first frame a motion has not begun, so nobody is told that it ends. */
  stop(): void {
    this.leave();
    if (this.steps) this.tell('interrupt');
  }

  private frame(): void {
    const node = this.selected.node();
    if (!this.steps) {
      this.steps = [];
      this.tell('start');
      if (!node || moving.get(node) !== this) return;
      this.steps = this.tweens.map((tween) => tween.call(node, this.selected.datum(), 0, [node]));
    }
    const share = (performance.now() - this.began) / this.millis;
    this.handle = requestAnimationFrame(() => this.frame());
    for (const step of this.steps) step(share < 1 ? this.easing(share) : 1);
    // A step's listeners may have put another motion in this one's place.
    if (share < 1 || !node || moving.get(node) !== this) return;
    this.leave();
    this.tell('end');
  }

  private leave(): void {
    cancelAnimationFrame(this.handle);
    const node = this.selected.node();
    if (node && moving.get(node) === this) moving.delete(node);
  }

  private tell(what: Happening): void {
    const node = this.selected.node();
    for (const { happening, listener } of this.listeners) {
      if (happening === what) listener.call(node, this.selected.datum(), 0, [node]);
    }
  }
}

/** Stops the motion of an element where it is. */
export function interrupt(node: BaseType): void {
  if (node) moving.get(node)?.stop();
}

const prototype = selection.prototype as { interrupt: (this: Selected) => Selected; transition: (this: Selected) => Motion };

prototype.interrupt = function () {
  return this.each(function () {
    interrupt(this);
  });
};

prototype.transition = function () {
  return new Motion(this);
};
