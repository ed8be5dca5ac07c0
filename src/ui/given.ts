/** Numbers that no frame of the run holds, or not as they are shown: the place that shows one gives its inputs along. Pure, and light: every such place has it. */

import type { InputName, Unit } from './whyInputs.ts';

/** A value, or with its unit where the name of the input does not say it. */
export type GivenInputs = Readonly<Partial<Record<InputName, number | null | readonly [number, Unit]>>>;

/** As `Why` carries them: in the place of whose number it is. What is null was not measured, and is left out. */
export const given = (inputs: GivenInputs): string =>
  Object.entries(inputs)
    .map(([name, value]) => [name, ...[value].flat()] as const)
    .filter(([, value]) => Number.isFinite(value))
    .map(([name, value, unit = '']) => `${name}=${value}${unit}`)
    .join(' ');
