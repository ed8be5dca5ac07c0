import { useDesign } from '../../store/hooks.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';

const WorldSection = latePart(async () => (await import('../world/WorldSection.tsx')).WorldSection);

/** The map is fetched for designs that stand in several places. */
export function World() {
  const isSpread = useDesign(({ design }) => design.groups.length > 1);
  if (!isSpread) return null;
  return (
    <LatePlace>
      <WorldSection />
    </LatePlace>
  );
}
