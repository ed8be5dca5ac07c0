/** What the poster, which is there first, hands to the player, which is another script, and what it gets back. */

import type { Design } from '../design/design.ts';
import type { EmbedOptions } from '../design/embedLink.ts';
import type { embedEn } from '../i18n/late/embed.en.ts';
import type { Widen } from '../i18n/widen.ts';
import type { EmbedHost } from './messages.ts';

export interface Handed {
  design: Design;
  options: EmbedOptions;
  words: Widen<typeof embedEn>;
  lang: 'en' | 'ko';
  /** Of the whole page with this design. */
  address: string;
  /** Where the player draws itself. */
  root: HTMLElement;
  /** It plays: here is who does as it is told from now on. */
  onAlive(host: EmbedHost): void;
  /** Something may have changed. */
  onChange(): void;
}

declare global {
  var faultlineEmbed: Handed | undefined;
}
