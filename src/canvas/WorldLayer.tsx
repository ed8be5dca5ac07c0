/** From far away each region is one plate with its name, its traffic and how its worst part is; wires between two are one road. */

import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useDesign, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { formatNumber } from '../ui/format.ts';
import type { Box } from './cardGeometry.ts';
import { deskText } from './deskText.ts';
import { HealthSign } from './HealthSign.tsx';
import { type Place, type Road, worldOf } from './levels.ts';
import { useLive } from './liveFeed.ts';
import { linkWidth } from './readings.ts';
import css from './WorldLayer.module.css';
import { zoomInto } from './zoomInto.ts';

export function WorldLayer() {
  const design = useDesign((state) => state.design);
  const live = useLive((state) => state);
  const flow = useStoreApi();
  const zoom = flow.getState().transform[2];
  const { places, roads } = worldOf(design, live);
  const boxes = new Map(places.map(({ id, box }) => [id, box]));
  return (
    <ViewportPortal>
      <svg className={css.roads} aria-hidden>
        {roads.map((road) => (
          <RoadLine key={`${road.from} ${road.to}`} road={road} from={boxes.get(road.from)} to={boxes.get(road.to)} zoom={zoom} />
        ))}
      </svg>
      {places.map((place) => (place.group === null ? null : <Plate key={place.id} place={place} zoom={zoom} />))}
    </ViewportPortal>
  );
}

function Plate({ place, zoom }: { place: Place; zoom: number }) {
  const { common } = useText();
  const words = useLateText(deskText);
  const isSelected = useSession(({ selection }) => place.group !== null && selection.groups.includes(place.group));
  const { x, y, width, height } = place.box;
  const rate = place.ratePerSecond < 0 ? '' : formatNumber(place.ratePerSecond, '/s');
  const state = place.worst === 'rest' ? '' : common.health[place.worst];
  const group = place.group ?? '';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${css.plate} nopan`}
      data-plate={group}
      data-health={place.worst}
      data-selected={isSelected || undefined}
      data-rate={place.ratePerSecond}
      aria-label={words.plate(place.label, rate, state)}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height, fontSize: `${12 / zoom}px` }}
      onClick={() => sessionStore.getState().select({ groups: [group] })}
      onDoubleClick={() => zoomInto(group)}
    >
      <span className={css.name}>{place.label}</span>
      <span className={css.rate}>{rate}</span>
      <span className={css.state}>
        <HealthSign health={{ word: place.worst, lost: place.lost, total: place.parts, isSlow: false }} />
        {state}
      </span>
    </button>
  );
}

const middle = ({ x, y, width, height }: Box): { x: number; y: number } => ({ x: x + width / 2, y: y + height / 2 });

/** Less room than this between two plates, in pixels of the screen, has no room for a rate. */
const roomForRate = 36;

/** How far from its middle a box reaches in a direction. */
function reach({ width, height }: Box, x: number, y: number): number {
  return Math.min(
    x === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(x),
    y === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(y),
  );
}

/** Straight from middle to middle; plates lie over its ends. Its rate stands in the middle of what is seen of it. */
function RoadLine({ road, from, to, zoom }: { road: Road; from: Box | undefined; to: Box | undefined; zoom: number }) {
  if (!from || !to) return null;
  const [a, b] = [middle(from), middle(to)];
  const width = (linkWidth(road.ratePerSecond) * 1.5) / zoom;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const way = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const [begin, end] = [reach(from, way.x, way.y), length - reach(to, way.x, way.y)];
  const at = (begin + end) / 2;
  return (
    <g data-road={road.ratePerSecond}>
      <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} strokeWidth={width} />
      {road.ratePerSecond > 0 && (end - begin) * zoom >= roomForRate && (
        <text x={a.x + at * way.x} y={a.y + at * way.y - 8 / zoom} fontSize={12 / zoom}>
          {formatNumber(road.ratePerSecond, '/s')}
        </text>
      )}
    </g>
  );
}
