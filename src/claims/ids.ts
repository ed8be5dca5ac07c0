/** Everything that is to be claimed: the lines of the chapter and the phenomena, by the ids of the domain brief. */

const numbered = (letter: string, count: number, digits: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(digits, '0')}`);

/** S01 to S75, then P1 to P24, then sections of the brief that state a check of a part's own. */
export const claimIds: readonly string[] = [...numbered('S', 75, 2), ...numbered('P', 24, 1), 'D2.5'];
