/** The picture of the design with the numbers of the moment that is on the screen, as SVG text and as a PNG drawn from it. */

import { currentPulse, liveStore } from '../../canvas/liveFeed.ts';
import { designSvg } from '../../canvas/picture/designSvg.ts';
import { pictureColours } from '../../canvas/picture/pictureColours.ts';
import { CELL } from '../../canvas/pulse.ts';
import { rateText } from '../../canvas/useRateText.ts';
import type { Id } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { textOf } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { shareLink } from '../../store/share.ts';
import { formatClock } from '../../ui/format.ts';
import { numbersNow } from '../outline/outlineFeed.ts';

/** Pixels of a PNG per unit of the picture. */
const sharpness = 2;
/** Longer sides are more than browsers draw. */
const longestSide = 8000;

/** @param link written into the picture's metadata; left out: none is */
export function pictureNow(link?: string): { svg: string; width: number; height: number } {
  const t = textOf(sessionStore.getState().locale);
  const { design } = designStore.getState();
  const { time, layout } = runStore.getState();
  const { health, rates } = liveStore.getState();
  const numbers = numbersNow(t);
  const title = design.title || t.panels.header.untitled;
  return designSvg({
    design,
    colours: pictureColours(),
    title,
    lineOf: (node) => numbers.get(node.id) ?? t.kinds[node.kind].summary(node.params),
    regionOf: ({ region }) => t.common.regions[region],
    health,
    loads: loadsNow(),
    rateOf: (id) => rateText(rates.get(id)),
    ...(layout ? { caption: `${title} · ${formatClock(time)} · ${design.seed}` } : {}),
    ...(link === undefined ? {} : { link }),
  });
}

/** Parts that the page must not look into keep empty cells. */
function loadsNow(): ReadonlyMap<Id, readonly number[]> {
  const pulse = currentPulse();
  const { index } = runStore.getState();
  const seen = seenParts(designStore.getState().design);
  const loads = new Map<Id, readonly number[]>();
  for (const { id, firstSlot, slots } of index?.nodes ?? []) {
    if (!isSeen(seen, id) || pulse.slots === 0) continue;
    const present = Array.from({ length: slots }, (_, i) => firstSlot + i).filter((slot) => pulse.cell[slot] !== CELL.absent);
    loads.set(
      id,
      present.map((slot) => (pulse.cell[slot] >= CELL.hung ? -1 : pulse.load[slot])),
    );
  }
  return loads;
}

/** The SVG as an image that can be drawn. */
export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

export async function pngNow(): Promise<Blob> {
  const { svg, width, height } = pictureNow();
  const scale = Math.min(sharpness, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(await imageOf(svg), 0, 0, canvas.width, canvas.height);
  return new Promise((made, failed) => {
    canvas.toBlob((blob) => (blob ? made(blob) : failed(new Error('the picture could not be drawn'))), 'image/png');
  });
}

/** The same picture or film, with the link of what it shows among its remarks. */
export async function withOwnLink(blob: Blob): Promise<Blob> {
  const [{ withLink }, { link }] = await Promise.all([import('./linkInside.ts'), shareLink()]);
  return withLink(blob, link);
}
