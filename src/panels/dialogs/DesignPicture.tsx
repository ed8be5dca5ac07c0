import type { Design } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import styles from './DesignPicture.module.css';

/** Size of a part on the canvas, near enough for a picture of finger size. */
const card = { width: 168, height: 72 };

/** A design from afar: boxes, wires, frames. */
export function DesignPicture({ design }: { design: Design }) {
  const boxes = [...design.nodes.map((node) => ({ ...card, x: node.x, y: node.y })), ...design.groups];
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const air = 40;
  const at = new Map(design.nodes.map((node) => [node.id, node]));
  return (
    <svg
      className={styles.picture}
      viewBox={`${left - air} ${top - air} ${right - left + 2 * air} ${bottom - top + 2 * air}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {design.groups.map((group) => (
        <rect key={group.id} className={styles.group} x={group.x} y={group.y} width={group.width} height={group.height} rx={16} />
      ))}
      {design.links.map((link) => {
        const from = at.get(link.from);
        const to = at.get(link.to);
        if (!from || !to) return null;
        return (
          <line
            key={link.id}
            className={styles.wire}
            x1={from.x + card.width}
            y1={from.y + card.height / 2}
            x2={to.x}
            y2={to.y + card.height / 2}
          />
        );
      })}
      {design.nodes.map((node) => (
        <rect
          key={node.id}
          className={styles[specOf(node.kind).category]}
          x={node.x}
          y={node.y}
          width={card.width}
          height={card.height}
          rx={12}
        />
      ))}
    </svg>
  );
}
