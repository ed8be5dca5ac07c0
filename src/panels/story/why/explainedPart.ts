/** What a number of one part, or of a wire, is made of: its formula, the inputs of one interval, and what they come to. Pure. */

import type { FrameLayout } from '../../../engine/frame.ts';
import { columnsOfNode, largestOf, type NodeColumns, nodeNow, type Shown, sumOf } from '../../nodeNow.ts';
import type { Explained } from './explained.ts';

/**
 * @param node plan index
 * @param frame the interval that is explained
 * @param instance only this one's
 * @returns null for a name that the part does not count
 */
export function explainPart(
  name: string,
  node: number,
  layout: FrameLayout,
  frame: Shown,
  instance: number | null = null,
): Explained | null {
  return explainColumns(name, columnsOfInstance(columnsOfNode(layout, node), layout, instance), layout, frame);
}

/** What a wire counts. @param columns of the wire, of all its callers */
export const explainWire = (name: string, columns: NodeColumns, layout: FrameLayout, frame: Shown): Explained | null =>
  ownMetric(name, columns, layout, frame);

function columnsOfInstance(columns: NodeColumns, layout: FrameLayout, instance: number | null): NodeColumns {
  if (instance === null) return columns;
  return new Map([...columns].map(([metric, all]) => [metric, all.filter((column) => layout.columns[column].instance === instance)]));
}

function explainColumns(name: string, columns: NodeColumns, layout: FrameLayout, frame: Shown): Explained | null {
  const now = nodeNow(frame, columns);
  const seconds = frame.end - frame.start;
  const window = [frame.start, frame.end] as const;
  const rate = (metric: string): Explained => {
    const count = sumOf(frame, columns, metric);
    return {
      formula: 'rate',
      inputs: [
        { name: 'count', value: count, unit: '' },
        { name: 'seconds', value: seconds, unit: 's' },
      ],
      result: count / seconds,
      window,
    };
  };
  switch (name) {
    case 'arrived':
    case 'completed':
    case 'vain':
      return rate(name);
    case 'node-failed':
      return rate('failed');
    case 'node-p50':
    case 'node-p95':
    case 'node-p99': {
      const value = now[name.slice(5) as 'p50' | 'p95' | 'p99'];
      return {
        formula: 'percentile',
        inputs: [{ name: 'samples', value: now.answers, unit: '' }],
        result: value < 0 ? null : value,
        window,
      };
    }
    case 'utilization': {
      const there = (columns.get('utilization') ?? []).map((column) => frame.values[column]).filter((value) => value >= 0);
      const sum = there.reduce((total, value) => total + value, 0);
      return {
        formula: 'utilization',
        inputs: [
          { name: 'busyMean', value: sum, unit: '' },
          { name: 'instances', value: there.length, unit: '' },
        ],
        result: there.length > 0 ? sum / there.length : null,
        window,
      };
    }
    case 'queue':
      return {
        formula: 'level',
        inputs: [{ name: 'instances', value: (columns.get('queue') ?? []).length, unit: '' }],
        result: now.queue,
        window,
      };
    case 'inside': {
      const response = largestOf(frame, columns, 'meanResponse');
      return {
        formula: 'little',
        inputs: [
          { name: 'rate', value: now.completed + now.failed, unit: '/s' },
          { name: 'response', value: Math.max(0, response), unit: 's' },
          { name: 'product', value: (now.completed + now.failed) * Math.max(0, response), unit: '' },
        ],
        result: now.inside,
        window,
      };
    }
    case 'hitRatio': {
      const hits = sumOf(frame, columns, 'hits');
      const lookups = hits + sumOf(frame, columns, 'misses');
      return {
        formula: 'share',
        inputs: [
          { name: 'hits', value: hits, unit: '' },
          { name: 'lookups', value: lookups, unit: '' },
        ],
        result: lookups > 0 ? hits / lookups : null,
        window,
      };
    }
    default:
      return ownMetric(name, columns, layout, frame);
  }
}

/** What only this kind counts, by how it counts it. */
function ownMetric(name: string, columns: NodeColumns, layout: FrameLayout, frame: Shown): Explained | null {
  const own = columns.get(name);
  if (!own || own.length === 0) return null;
  const window = [frame.start, frame.end] as const;
  const sum = sumOf(frame, columns, name);
  const seconds = frame.end - frame.start;
  const instances = { name: 'instances' as const, value: own.length, unit: '' as const };
  if (layout.columns[own[0]].form === 'counter')
    return {
      formula: 'rate',
      inputs: [
        { name: 'count', value: sum, unit: '' },
        { name: 'seconds', value: seconds, unit: 's' },
      ],
      result: sum / seconds,
      window,
    };
  const isLevel = layout.columns[own[0]].form === 'level';
  return { formula: isLevel ? 'level' : 'gauge', inputs: [instances], result: isLevel ? sum : largestOf(frame, columns, name), window };
}
