/**
 * Runs before anything is drawn, so that the frame of the page (index.html) comes in its reader's language and colours. A small script and
 * sheet of their own, for which the first picture waits: `scripts/viteBoot.mjs`.
 */

import './ui/frame.css';
import { parseFlags } from './flags.ts';
import { chartsAtFirst, keptPreferences, spokenLocale } from './store/keptPreferences.ts';

const root = document.documentElement;
// A browser too old for the page is told so at once; one that cannot even read this, by frame.css after a while.
if (!('toReversed' in Array.prototype && 'CompressionStream' in window)) root.dataset.old = '';
const asked = parseFlags(location.search);
const kept = keptPreferences();
root.lang = asked.lang ?? kept.locale ?? spokenLocale();
// Beside the rest, not when that has come and asks for them. Of the built page only: scripts/vitePreload.mjs.
for (const words of document.querySelectorAll<HTMLLinkElement>(`link[rel="words"][hreflang="${root.lang}"]`)) words.rel = 'modulepreload';
if (chartsAtFirst(kept)) root.dataset.charts = '';
const theme = asked.theme ?? kept.theme ?? 'system';
// The projector's colours come late, and are put on when they are there.
if (theme !== 'projector') {
  root.dataset.theme = theme === 'system' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : theme;
}
