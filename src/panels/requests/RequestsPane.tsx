/** Single requests, and where the slowest hundredth of them spent their time. Stands in the place of the charts; a chunk of its own. */

import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { requestText } from '../../i18n/late/requestText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { clearMark, followMark } from '../../store/followMark.ts';
import { closeRequests, requestsStore, stopLooking } from '../../store/requests.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { latePart } from '../../ui/latePart.tsx';
import { panelProps, TabList } from '../../ui/TabList.tsx';
import { LatePlace } from '../LatePlace.tsx';
import { OneRequest } from './OneRequest.tsx';
import { RequestList } from './RequestList.tsx';
import styles from './Requests.module.css';

/** Asked for by few, after they have looked at one request. */
const BlameView = latePart(async () => (await import('./BlameView.tsx')).BlameView);

export function RequestsPane() {
  const words = useLateText(requestText);
  const view = useStore(requestsStore, (state) => state.view);
  const panel = useId();
  const pane = useRef<HTMLElement>(null);
  // whoever opened it by the keyboard goes on here
  useEffect(() => {
    pane.current?.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus({ preventScroll: true });
    const { story } = requestsStore.getState();
    if (story) followMark(story);
    return () => {
      stopLooking();
      clearMark();
    };
  }, []);
  return (
    <section ref={pane} className={styles.pane} aria-label={words.title} data-testid="requests">
      <div className={styles.bar}>
        <h2 className={styles.title}>{words.title}</h2>
        <TabList
          label={words.views}
          tabs={[
            { id: 'one', label: words.one },
            { id: 'tail', label: words.tail },
          ]}
          chosen={view}
          onChoose={(id) => requestsStore.setState({ view: id === 'tail' ? 'tail' : 'one' })}
          panel={panel}
          className={styles.tabs}
          tabClassName={styles.tab}
        />
        <IconButton label={words.close} size="small" className={styles.close} onClick={closeRequests}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <div {...panelProps(panel, view)} className={styles.body}>
        {view === 'one' ? (
          <>
            <RequestList />
            <OneRequest />
          </>
        ) : (
          <LatePlace>
            <BlameView />
          </LatePlace>
        )}
      </div>
    </section>
  );
}
