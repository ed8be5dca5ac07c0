import { Suspense } from 'react';
import type { DesignNode } from '../../design/design.ts';
import { specOf } from '../../design/wires.ts';
import { FaultControls } from './FaultControls.tsx';
import { NowNumbers } from './NowNumbers.tsx';
import { PartFaults } from './PartFaults.tsx';
import { Theory } from './Theory.tsx';

/** How a part is doing, what theory says of it, and how to break it. On a phone this is all there is. */
export function NodeGlance({ node }: { node: DesignNode }) {
  // Users do not break; what they do is the workload's.
  const isSource = specOf(node.kind).role === 'source';
  return (
    <>
      {isSource ? (
        <Suspense fallback={null}>
          <PartFaults key={node.id} node={node} instance={null} />
        </Suspense>
      ) : (
        <FaultControls key={node.id} node={node} />
      )}
      <NowNumbers node={node.id} kind={node.kind} />
      <Theory key={`theory ${node.id}`} node={node.id} />
    </>
  );
}
