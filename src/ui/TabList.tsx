import { type KeyboardEvent, useRef } from 'react';

interface TabListProps {
  label: string;
  tabs: readonly { id: string; label: string }[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Id of the element that shows the chosen one: see `panelProps`. */
  panel: string;
  className?: string | undefined;
  tabClassName?: string | undefined;
}

const tabId = (panel: string, id: string): string => `${panel}-tab-${id}`;

/** What makes an element the panel of a list of tabs. */
export const panelProps = (panel: string, chosen: string) =>
  ({ id: panel, role: 'tabpanel', 'aria-labelledby': tabId(panel, chosen) }) as const;

/** Tabs as the ARIA practices describe them: one stop of the Tab key, arrows go round and choose at once. */
export function TabList({ label, tabs, chosen, onChoose, panel, className, tabClassName }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const count = tabs.length;
    const next = { ArrowRight: (at + 1) % count, ArrowLeft: (at + count - 1) % count, Home: 0, End: count - 1 }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChoose(tabs[next].id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={tabId(panel, tab.id)}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          aria-controls={tab.id === chosen ? panel : undefined}
          tabIndex={tab.id === chosen ? 0 : -1}
          className={tabClassName}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
