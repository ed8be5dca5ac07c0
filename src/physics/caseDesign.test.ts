import { describe, expect, it } from 'vitest';
import { parseFile, toFile } from '../design/parse.ts';
import text from '../library/physics/cases.json?raw';
import { compile } from '../runner/compile.ts';
import { designsOf } from './caseDesign.ts';
import { readCase } from './caseFile.ts';
import { listCases } from './caseList.ts';
import { Waiting } from './parts.ts';

describe('a case on the canvas', () => {
  it.each(listCases(text).map((listed) => [listed.id, listed] as const))('%s is a design that runs and can be saved', (id, listed) => {
    let designs: ReturnType<typeof designsOf>;
    try {
      designs = designsOf(readCase(listed.value, listed.position));
    } catch (error) {
      expect(error).toBeInstanceOf(Waiting);
      return;
    }
    expect(designs.length).toBeGreaterThan(0);
    for (const design of designs) {
      expect(compile(design).plan).not.toBeNull();
      expect(parseFile(toFile(design))).toMatchObject({ ok: true, repairs: [], design });
      expect(design.title.startsWith(id)).toBe(true);
      const places = design.nodes.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it.each([
    ['M/G/inf', { arrivals: { process: 'poisson', rate_per_s: 20 }, service: { dist: 'deterministic', value_ms: 250 }, servers: null }],
    ['sampler', { dist: 'exponential', mean_ms: 250 }],
    [
      'tandem',
      {
        arrivals: { process: 'poisson', rate_per_s: 2 },
        stations: [{ service: { dist: 'exponential', mean_ms: 250 }, servers: 1 }],
        routing: 'series',
      },
    ],
  ])('says in its title when it plays in another unit of time: %s', (kind, parameters) => {
    const given = { id: 'slow', kind, parameters, expected: { mean_response_ms: { value: 1, unit: 'ms' } } };
    expect(designsOf(readCase(given, 0))[0].title).toBe('slow: 1 s = 10 s');
  });

  it('has the rates of the book where they fit the fields', () => {
    const [design] = designsOf(readCase(listCases(text).find(({ id }) => id === 'mm1-rho90')?.value, 0));
    expect(design.nodes[0].params.ratePerSecond).toBe(90);
  });
});
