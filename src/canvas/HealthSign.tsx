/** A part's health as a sign with its word: shape and colour together. Nothing at rest or while all is well: the cells' rings say that. */

import { useText } from '../i18n/text.ts';
import css from './HealthSign.module.css';
import { healthText } from './healthText.ts';
import type { NodeHealth } from './pulse.ts';

const signs: Partial<Record<NodeHealth['word'], string>> = { busy: '▲', saturated: '■', hung: '…', down: '✕' };

export function HealthSign({ health }: { health: NodeHealth }) {
  const t = useText();
  // Some are lost and the rest cope: that is a warning of its own.
  const isHurt = health.lost > 0 && health.lost < health.total;
  const sign = isHurt ? '✕' : signs[health.word];
  if (!sign) return null;
  return (
    <span className={css.sign} data-health={isHurt ? 'down' : health.word} title={healthText(health, t)} aria-hidden>
      {sign}
    </span>
  );
}
