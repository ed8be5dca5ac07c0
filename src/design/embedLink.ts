/**
 * What an embedded player is told behind its link: `#a1.….z&theme=dark&knob=web-1.instances:Servers`. Pure; everything that comes from
 * an address is checked against the design.
 */

import type { NumberField } from '../schema/fields.ts';
import type { Design, Id } from './design.ts';
import { cleanText } from './text.ts';
import { specOf } from './wires.ts';
import { workloadFields } from './workloadFields.ts';

/** A number that readers of the page may change. */
export interface Knob {
  /** Null: of the traffic as a whole. */
  part: Id | null;
  field: string;
  /** As its author calls it. */
  label: string;
}

export interface EmbedOptions {
  theme: 'auto' | 'light' | 'dark';
  /** Null: as the reader's browser speaks. */
  lang: 'en' | 'ko' | null;
  /** Simulated seconds at which it begins to play. */
  at: number;
  /** Whether the bar with Play and the time is shown; else only Play over the picture. */
  controls: boolean;
  knobs: readonly Knob[];
}

export const plainEmbed: EmbedOptions = { theme: 'auto', lang: null, at: 0, controls: true, knobs: [] };

export const mostKnobs = 4;
const longestKnobLabel = 40;
const ofTraffic = '*';

/** The number field that a knob turns, or null when there is none. */
export function knobField(design: Design, { part, field }: Pick<Knob, 'part' | 'field'>): NumberField | null {
  const node = design.nodes.find(({ id }) => id === part);
  const fields = part === null ? workloadFields : node ? specOf(node.kind).fields : {};
  const found = Object.hasOwn(fields, field) ? (fields as Readonly<Record<string, { type: string }>>)[field] : null;
  return found?.type === 'number' ? (found as NumberField) : null;
}

/** @param link the fragment of a link, without `#` */
export function embedFragment(link: string, options: EmbedOptions): string {
  const given = [
    options.theme === 'auto' ? '' : `theme=${options.theme}`,
    options.lang === null ? '' : `lang=${options.lang}`,
    options.at === 0 ? '' : `t=${options.at}`,
    options.controls ? '' : 'controls=0',
    ...options.knobs.map(({ part, field, label }) => `knob=${part ?? ofTraffic}.${field}:${encodeURIComponent(label)}`),
  ];
  return [link, ...given.filter(Boolean)].join('&');
}

/** The link and what stands behind it; the options wait for the design to be checked against. */
export function splitEmbed(fragment: string): { link: string; query: string } {
  const text = fragment.replace(/^#/, '').replaceAll('&amp;', '&');
  const end = text.indexOf('&');
  return end < 0 ? { link: text, query: '' } : { link: text.slice(0, end), query: text.slice(end + 1) };
}

/** Options as they can be understood; what cannot is as if it were not there. */
export function parseEmbedOptions(query: string, design: Design): EmbedOptions {
  const given = new Map<string, string>();
  const knobs: Knob[] = [];
  for (const pair of query.slice(0, 2000).split('&')) {
    const [name, value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (name === 'knob') {
      const knob = parseKnob(value, design);
      if (knob && knobs.length < mostKnobs) knobs.push(knob);
    } else given.set(name, value);
  }
  const theme = given.get('theme');
  const lang = given.get('lang');
  const at = Number(given.get('t') ?? 0);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lang: lang === 'en' || lang === 'ko' ? lang : null,
    at: Number.isFinite(at) && at >= 0 && at <= design.seconds ? at : 0,
    controls: given.get('controls') !== '0',
    knobs,
  };
}

function parseKnob(text: string, design: Design): Knob | null {
  const parts = /^([^.:]+)\.([A-Za-z0-9]+)(?::(.*))?$/.exec(text);
  if (!parts) return null;
  const [, name, field, written = ''] = parts;
  const knob = { part: name === ofTraffic ? null : name, field };
  if (!knobField(design, knob)) return null;
  return { ...knob, label: cleanText(decoded(written), longestKnobLabel).trim() || field };
}

/** Percent signs that mean nothing are left as they stand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
