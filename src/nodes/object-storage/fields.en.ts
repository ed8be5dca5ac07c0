import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { objectStorageSpec } from './spec.ts';

export const objectStorageFieldsEn: KindFieldText<typeof objectStorageSpec> = {
  fields: {
    p50Ms: { label: 'Time to answer, median', help: 'Half of all answers come sooner.' },
    p99Ms: { label: 'Time to answer, 99 %', help: 'One answer in a hundred takes longer.' },
    readLimit: { label: 'Reads per prefix', help: 'More are turned away: 503, slow down.' },
    writeLimit: { label: 'Writes per prefix', help: 'More are turned away: 503, slow down.' },
    prefixes: { label: 'Prefixes', help: 'Names are dealt over so many prefixes, each with limits of its own.' },
    objectKB: { label: 'Size of a file', help: 'For the storage and its price; time does not depend on it.' },
    copySeconds: { label: 'Copied after', help: 'Until a file is at the other storage it is wired to.' },
    ...mishapsEn,
  },
  metrics: {
    reads: 'Files read',
    writes: 'Files stored',
    slowDowns: 'Told to slow down',
    storedGB: 'Stored, GB',
    uncopied: 'Not copied yet',
  },
};
