import type { ReactNode } from 'react';
import css from './Why.module.css';
import { askWhy } from './whyAsked.ts';

interface WhyProps {
  /** The number that it explains, by the name under which it is known everywhere; of several, their names with spaces between. */
  metric: string;
  /** The part or the wire whose number it is; none for those of the whole run. */
  of?: string | undefined;
  /** What the number is called, where only the number itself stands here. */
  about?: string | undefined;
  tabIndex?: number;
  children: ReactNode;
}

/** The name of a number, or the number, as a button that opens what it is made of. It only asks: one layer of the page answers all of them, when it has come. */
export function Why({ metric, of, about, tabIndex, children }: WhyProps) {
  return (
    <button
      type="button"
      className={css.why}
      tabIndex={tabIndex}
      data-why={metric}
      data-why-of={of}
      aria-description={about}
      aria-haspopup="dialog"
      onClick={(event) => askWhy(event.currentTarget)}
    >
      {children}
    </button>
  );
}
