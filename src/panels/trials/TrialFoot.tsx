import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The dialog's foot, while there is one. */
export const FootPlace = createContext<HTMLElement | null>(null);

/** What a trial has in the dialog's foot: how far it is, and its buttons. */
export function TrialFoot({ children }: { children: ReactNode }) {
  const foot = useContext(FootPlace);
  return foot ? createPortal(children, foot) : null;
}
