export interface ShownNumber {
  /** File and component. */
  place: string;
  /** As it is written there. */
  written: string;
  isExplained: boolean;
}

export function shownNumbers(root: string): ShownNumber[];
