import { type ReactNode, useId } from 'react';
import styles from './Inspector.module.css';

interface SectionProps {
  title: string;
  /** A short remark at the right of the title. */
  aside?: ReactNode;
  help?: string | undefined;
  children: ReactNode;
}

export function Section({ title, aside, help, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h3 id={id} className={styles.sectionTitle}>
          {title}
        </h3>
        {aside ? <span className={styles.aside}>{aside}</span> : null}
      </div>
      {help ? <p className={`${styles.help} ${styles.intro}`}>{help}</p> : null}
      {children}
    </section>
  );
}
