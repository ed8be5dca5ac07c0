import type { Text } from '../i18n/text.ts';
import type { NodeHealth } from './pulse.ts';

/** How a part is, in words. */
export function healthText({ word, lost, total }: NodeHealth, t: Text): string {
  // Some are lost and the rest cope: that is a warning of its own.
  if (lost > 0 && lost < total) return t.canvas.someLost(lost, total);
  return word === 'rest' ? t.canvas.atRest : t.common.health[word];
}
