/**
 * One design of a comparison, drawn from the model: frames, wires and cards as the canvas has them, and over them the canvas's own gauges
 * and dots. Only looked at: it knows no React Flow, and nothing of it can be moved.
 */

import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { type Camera, cameraFor } from '../../canvas/camera.ts';
import { type Box, boxOf, cardWidth, distanceAt, heightFor, shownInstances } from '../../canvas/cardGeometry.ts';
import { curveText, type Ends, endAngle, shortened, wireCurve } from '../../canvas/linkCurve.ts';
import card from '../../canvas/NodeCard.module.css';
import type { HealthWord } from '../../canvas/pulse.ts';
import type { Design, DesignNode, Id } from '../../design/design.ts';
import { controlLinks } from '../../design/wires.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { views } from '../../nodes/views.ts';
import type { SideName } from '../../store/pair.ts';
import styles from './Compare.module.css';
import { compareText } from './compareWords.ts';
import { startSideLayers } from './sideLayers.ts';

const head = 8;
const leastZoom = 0.15;
/** Below it names within cards would be too small to read: they stand over them, as large on the screen at any zoom. */
export const tinyZoom = 0.58;

interface SidePictureProps {
  side: SideName;
  title: string;
  design: Design;
  /** Both designs' cards and frames: where they share a place they are seen at the same place. */
  around: readonly Box[];
  marked: ReadonlySet<Id>;
  chosen: Id | null;
  onChoose: (id: Id) => void;
}

export function SidePicture({ side, title, design, around, marked, chosen, onChoose }: SidePictureProps) {
  const words = useLateText(compareText);
  const box = useRef<HTMLDivElement>(null);
  const gauges = useRef<HTMLCanvasElement>(null);
  const dots = useRef<HTMLCanvasElement>(null);
  const size = useBoxSize(box);
  const [health, setHealth] = useState<ReadonlyMap<Id, HealthWord>>(new Map());
  const camera = useMemo(() => cameraFor(around, { ...size, margin: 20, keepClear: [], minZoom: leastZoom, maxZoom: 1 }), [around, size]);
  useEffect(() => {
    const [gauge, dot] = [gauges.current, dots.current];
    if (!gauge || !dot || size.width === 0) return;
    return startSideLayers({ side, design, gauges: gauge, dots: dot, view: { ...size, ...camera }, onHealth: setHealth });
  }, [side, design, size, camera]);
  const name = side === 0 ? 'A' : 'B';
  const place = {
    transform: `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})`,
    '--zoom': camera.zoom,
  } as CSSProperties;
  const distance = distanceAt(camera.zoom);
  return (
    <section className={styles.side} aria-label={words.picture(name, title)} data-side={name}>
      <h3 className={styles.sideTitle}>
        <b data-tone={side === 0 ? 'a' : 'b'}>{name}</b>
        <span>{title}</span>
      </h3>
      <div ref={box} className={styles.picture}>
        <div
          className={styles.world}
          style={place}
          data-far={distance === 'near' ? undefined : distance}
          data-tiny={camera.zoom < tinyZoom || undefined}
        >
          {design.groups.map((group) => (
            <div
              key={group.id}
              className={styles.group}
              style={{ left: group.x, top: group.y, width: group.width, height: group.height }}
              data-marked={marked.has(group.id) || undefined}
            >
              {group.label}
            </div>
          ))}
          <Wires design={design} marked={marked} />
          {design.nodes.map((node) => (
            <Card
              key={node.id}
              node={node}
              health={health.get(node.id) ?? 'rest'}
              isMarked={marked.has(node.id)}
              isChosen={chosen === node.id}
              onChoose={onChoose}
            />
          ))}
        </div>
        <canvas ref={gauges} className={styles.layer} />
        <canvas ref={dots} className={styles.layer} />
      </div>
    </section>
  );
}

/** Where the cards and frames of designs stand. */
export const boxesOf = ({ nodes, groups }: Design): Box[] => [...nodes.map(boxOf), ...groups];

export type { Camera };

interface CardProps {
  node: DesignNode;
  health: HealthWord;
  isMarked: boolean;
  isChosen: boolean;
  onChoose: (id: Id) => void;
}

function Card({ node, health, isMarked, isChosen, onChoose }: CardProps) {
  const t = useText();
  const words = useLateText(compareText);
  const { icon: Icon } = views[node.kind];
  const instances = shownInstances(node);
  const state = health === 'rest' ? t.canvas.atRest : t.common.health[health];
  return (
    <button
      type="button"
      className={styles.place}
      style={{ left: node.x, top: node.y, width: cardWidth, height: heightFor(instances) }}
      aria-label={`${words.part(node.label, state)}${isMarked ? `, ${words.changed}` : ''}`}
      aria-pressed={isChosen}
      data-part={node.id}
      data-health={health}
      data-marked={isMarked || undefined}
      title={node.label}
      onClick={() => onChoose(node.id)}
    >
      <span className={card.card} data-health={health} data-bare={instances === 0 || undefined} data-selected={isChosen || undefined}>
        <span className={`${card.head} ${styles.cardHead}`}>
          <Icon size={16} className={card.icon} aria-hidden />
          <span className={`${card.label} ${styles.cardLabel}`}>{node.label}</span>
        </span>
      </span>
      {isMarked ? (
        <span className={styles.mark} aria-hidden>
          Δ
        </span>
      ) : null}
    </button>
  );
}

function Wires({ design, marked }: { design: Design; marked: ReadonlySet<Id> }) {
  const boxes = new Map(design.nodes.map((node) => [node.id, boxOf(node)]));
  const control = controlLinks(design);
  return (
    <svg className={styles.wires} width={1} height={1} aria-hidden>
      {design.links.map(({ id, from, to }) => {
        const [a, b] = [boxes.get(from), boxes.get(to)];
        if (!a || !b) return null;
        const ends: Ends = { from: a, to: b, axis: 'across' };
        const curve = wireCurve(ends, new Float32Array(8));
        return (
          <g key={id} data-marked={marked.has(id) || undefined} data-control={control.has(id) || undefined}>
            <path className={styles.wire} d={curveText(shortened(curve, head - 1))} />
            <path
              className={styles.arrow}
              d={`M0,0 l-${head},-4.5 v9 z`}
              transform={`translate(${curve[6]},${curve[7]}) rotate(${endAngle(curve)})`}
            />
          </g>
        );
      })}
    </svg>
  );
}

const noSize = { width: 0, height: 0 };

function useBoxSize(ref: React.RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState(noSize);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
