export interface Break {
  name: string;
  reason: string;
  /** The file that breaks it, relative to the root. */
  from: string;
  detail: string;
}
export function checkWalls(root: string): { broken: Break[]; files: number; read: number };
