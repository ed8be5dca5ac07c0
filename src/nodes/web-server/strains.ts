import { type KindStrains, programRemedies, programStrains } from '../strain.ts';

/** Processors, memory, and the threads that are held while others answer. */
export const webServerStrains: KindStrains = { strains: programStrains, remedies: programRemedies };
