import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Memory } from './memory.ts';
import { Recent } from './recent.ts';

it('remembers what a plain map with moments remembers, through any course of events', () => {
  const step = fc.record({ key: fc.integer({ min: -40, max: 40 }), act: fc.constantFrom('see', 'remove', 'wait', 'clear'), by: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const recent = new Recent(new Memory());
      const model = new Map<number, { at: number; seen: number }>();
      let now = 0;
      for (const { key, act, by } of steps) {
        if (act === 'wait') now += by;
        recent.forget(now - 10);
        for (const [each, { at }] of model) if (at <= now - 10) model.delete(each);
        const entry = recent.find(key);
        expect(entry >= 0).toBe(model.has(key));
        if (act === 'see') {
          const known = model.get(key);
          const seen = entry >= 0 ? entry : recent.add(key, now);
          recent.touch(seen, now);
          expect(recent.value[seen]).toBe(known?.seen ?? 0);
          recent.value[seen]++;
          model.set(key, { at: now, seen: (known?.seen ?? 0) + 1 });
        } else if (act === 'remove' && entry >= 0) {
          recent.remove(entry);
          model.delete(key);
        } else if (act === 'clear' && by === 0) {
          recent.clear();
          model.clear();
        }
        expect(recent.size).toBe(model.size);
      }
    }),
  );
});

it('holds many, and a snapshot puts them back', () => {
  const memory = new Memory();
  const recent = new Recent(memory);
  for (let key = 0; key < 5000; key++) {
    const entry = recent.add(key * 7919, key);
    recent.value[entry] = key;
  }
  const photo = memory.snapshot();
  recent.forget(2500);
  expect(recent.size).toBe(2499);
  memory.restore(photo);
  expect(recent.size).toBe(5000);
  for (let key = 0; key < 5000; key++) expect(recent.value[recent.find(key * 7919)]).toBe(key);
});
