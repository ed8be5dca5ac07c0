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
  const { role, shows } = specOf(node.kind);
  // Users do not break: what can befall them comes from outside.
  const faults =
    role === 'source' ? (
      <Suspense fallback={null}>
        <PartFaults key={`faults ${node.id}`} node={node} instance={null} alone />
      </Suspense>
    ) : (
      <FaultControls key={`faults ${node.id}`} node={node} />
    );
  // Of a tool one wants to read what it shows; to break it is an afterthought.
  const isTool = role === 'operator';
  // What single rows show is for whoever has seen the numbers.
  const showsRows = shows === 'rows';
  const tool = <Tool key={`tool ${node.id}`} node={node.id} shows={seen || isTool ? shows : undefined} />;
  return (
    <>
      {isTool ? null : faults}
      {showsRows ? null : tool}
      {seen ? <NowNumbers node={node.id} kind={node.kind} /> : <UnseenPart />}
      {showsRows ? tool : null}
      {isTool ? faults : null}
      {seen ? <Theory key={`theory ${node.id}`} node={node.id} /> : null}
    </>
  );
}
