/** What a foreign drawing or file says, before anybody knows which parts of ours are meant. */

import type { NodeKind } from '../nodes/specs.ts';

export interface SketchPart {
  /** Its name in the source, by which wires find it. */
  id: string;
  /** What people read on it. */
  label: string;
  /** Names of software: an image, a service, an icon. */
  software: readonly string[];
  /** What the drawing shows it as when its words say nothing: a cylinder is a database. */
  shape: 'store' | 'queue' | 'person' | null;
  /** How many of it run, where the source says so. */
  instances: number | null;
  /** The box it stands in. */
  box: string | null;
  /** People outside reach it, e.g. by a published port. */
  isPublic: boolean;
}

export interface SketchWire {
  from: string;
  to: string;
  /** A line without an arrow head: which way it leads is ours to find. */
  isDirected: boolean;
}

export interface SketchBox {
  id: string;
  label: string;
}

/** A place in the source that was not understood. */
export interface NotRead {
  /** Counted from 1; 0 where the source has no lines. */
  line: number;
  text: string;
}

export interface Sketch {
  title: string;
  parts: readonly SketchPart[];
  wires: readonly SketchWire[];
  boxes: readonly SketchBox[];
  notRead: readonly NotRead[];
}

/** What became of a sketch, for whoever has to put it right. */
export type Finding =
  /** `software`: by the name of a program; `word`: by its label; `shape`: by how it was drawn; `guess`: by nothing. */
  | { what: 'part'; label: string; kind: NodeKind; by: 'software' | 'word' | 'shape' | 'guess' }
  | { what: 'no-wire'; from: string; to: string; why: 'missing' | 'self' | 'exists' | 'role' | 'loop' }
  | { what: 'turned'; from: string; to: string }
  | { what: 'users-added' }
  | { what: 'too-many'; parts: number; most: number }
  | { what: 'not-read'; line: number; text: string };

/** Everything in the source that was read, as parts of a design's size. */
export const longestSource = 1_000_000;

export const partOf = (id: string, more: Partial<SketchPart> = {}): SketchPart => ({
  id,
  label: id,
  software: [],
  shape: null,
  instances: null,
  box: null,
  isPublic: false,
  ...more,
});
