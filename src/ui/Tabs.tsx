import { type ReactNode, useId, useState } from 'react';
import { panelProps, TabList } from './TabList.tsx';
import styles from './Tabs.module.css';

interface TabsProps {
  label: string;
  tabs: readonly { id: string; label: string; content: ReactNode }[];
}

export function Tabs({ label, tabs }: TabsProps) {
  const panel = useId();
  const [chosen, setChosen] = useState(tabs[0]?.id ?? '');
  return (
    <div>
      <TabList
        label={label}
        tabs={tabs}
        chosen={chosen}
        onChoose={setChosen}
        panel={panel}
        className={styles.list}
        tabClassName={styles.tab}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the panel follows its tab in the order of the Tab key */}
      <div {...panelProps(panel, chosen)} key={chosen} tabIndex={0} className={styles.content}>
        {tabs.find(({ id }) => id === chosen)?.content}
      </div>
    </div>
  );
}
