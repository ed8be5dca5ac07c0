import type { Icon } from '../../ui/drawn.tsx';
import type { CommandText } from './words.ts';

/** One line of the palette. */
export interface Command {
  /** The same in every sitting, so that what was done lately is known again. */
  id: string;
  name: string;
  detail?: string | undefined;
  icon: Icon;
  keys?: string | undefined;
  whyNot?: string | undefined;
  group: keyof CommandText['groups'];
  /** What it is found by, its name included. */
  names: readonly string[];
  /** Listed only when something is typed: there are too many of its sort. */
  isHidden?: boolean;
  perform: () => void;
}
