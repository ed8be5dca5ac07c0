import { BusinessSection } from './BusinessSection.tsx';
import { CostSection } from './CostSection.tsx';

/** What the whole design costs, and what it brings. */
export function EconomySections() {
  return (
    <>
      <CostSection />
      <BusinessSection />
    </>
  );
}
