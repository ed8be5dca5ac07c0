import { Why } from '../../ui/Why.tsx';
import styles from './Tools.module.css';

interface FactProps {
  name: string;
  value: string;
  /** Under which name it is explained, and what it was made of. */
  why: string;
  of: string;
  isBad?: boolean;
}

/** A number and its name, in a list of such. */
export function Fact({ name, value, why, of, isBad = false }: FactProps) {
  return (
    <div className={isBad ? styles.bad : undefined}>
      <dt>
        <Why metric={why} of={of}>
          {name}
        </Why>
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
