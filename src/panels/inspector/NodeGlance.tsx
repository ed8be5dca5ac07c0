import { Suspense } from 'react';
import type { DesignNode } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { specOf } from '../../design/wires.ts';
import { useDesign } from '../../store/hooks.ts';
import { FaultControls } from './FaultControls.tsx';
import { NowNumbers } from './NowNumbers.tsx';
import { PartFaults } from './PartFaults.tsx';
import { Theory } from './Theory.tsx';
import { Tool, UnseenPart } from './Tool.tsx';

/** How a part is doing, what theory says of it, and how to break it. On a phone this is all there is. */
export function NodeGlance({ node }: { node: DesignNode }) {
  const seen = useDesign((state) => isSeen(seenParts(state.design), node.id));
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
      {seen ? <NowNumbers node={node.id} kind={node.kind} /> : <UnseenPart />}
      <Tool key={`tool ${node.id}`} node={node.id} shows={specOf(node.kind).shows} />
      {seen ? <Theory key={`theory ${node.id}`} node={node.id} /> : null}
    </>
  );
}
