/** A design as it stood at one moment of its building: drawn from the model as the canvas draws it, only looked at. What is new is marked. */

import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { cameraFor } from '../../canvas/camera.ts';
import { type Box, boxOf } from '../../canvas/cardGeometry.ts';
import { curveText, endAngle, shortened, wireCurve } from '../../canvas/linkCurve.ts';
import type { Design, DesignNode, Id } from '../../design/design.ts';
import { views } from '../../nodes/views.ts';
import styles from './Build.module.css';

const head = 8;
const room = { margin: 16, keepClear: [], minZoom: 0.15, maxZoom: 1 };
/** On paper, where nothing is measured: as Build.module.css says there. */
const paper = { width: 640, height: 280 };

interface BuildPictureProps {
  design: Design;
  before: Design;
  /** Everything that ever stood there, so that nothing jumps from step to step. */
  around: readonly Box[];
  label: string;
}

function placeIn(around: readonly Box[], size: { width: number; height: number }): string {
  const { x, y, zoom } = cameraFor(around, { ...size, ...room });
  return `translate(${x}px, ${y}px) scale(${zoom})`;
}

export const boxesOf = ({ nodes, groups }: Design): Box[] => [...nodes.map(boxOf), ...groups];

export function BuildPicture({ design, before, around, label }: BuildPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const place = useMemo(() => ({ '--seen': placeIn(around, size), '--printed': placeIn(around, paper) }) as CSSProperties, [around, size]);
  const isNew = newIn(design, before);
  const boxes = new Map(design.nodes.map((node) => [node.id, boxOf(node)]));
  return (
    <div ref={box} className={styles.picture} role="img" aria-label={label}>
      <div className={styles.world} style={place}>
        {design.groups.map((group) => (
          <div
            key={group.id}
            className={styles.group}
            style={{ left: group.x, top: group.y, width: group.width, height: group.height }}
            data-new={isNew.has(group.id) || undefined}
          >
            {group.label}
          </div>
        ))}
        <svg className={styles.wires} width={1} height={1} aria-hidden>
          {design.links.map(({ id, from, to }) => {
            const [a, b] = [boxes.get(from), boxes.get(to)];
            if (!a || !b) return null;
            const curve = wireCurve({ from: a, to: b, axis: 'across' }, new Float32Array(8));
            return (
              <g key={id} data-new={isNew.has(id) || undefined}>
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
        {design.nodes.map((node) => (
          <Card key={node.id} node={node} isNew={isNew.has(node.id)} />
        ))}
      </div>
    </div>
  );
}

function Card({ node, isNew }: { node: DesignNode; isNew: boolean }) {
  const { icon: Icon } = views[node.kind];
  const { x, y, width, height } = boxOf(node);
  return (
    <div className={styles.card} style={{ left: x, top: y, width, height }} data-built={node.id} data-new={isNew || undefined}>
      <Icon size={16} aria-hidden />
      <span>{node.label}</span>
    </div>
  );
}

/** Ids of what is not as it was. */
function newIn(design: Design, before: Design): ReadonlySet<Id> {
  const changed = <T extends { id: Id }>(now: readonly T[], then: readonly T[]): Id[] => {
    const known = new Map(then.map((each) => [each.id, JSON.stringify(each)]));
    return now.filter((each) => known.get(each.id) !== JSON.stringify(each)).map(({ id }) => id);
  };
  return new Set([
    ...changed(design.nodes, before.nodes),
    ...changed(design.links, before.links),
    ...changed(design.groups, before.groups),
  ]);
}
