/** What buttons beside charts and single requests do: another run in grey, a chart as a file, where the slowest lost their time. */

import { Ghost, Hourglass, Table2 } from 'lucide-react';
import { awaitForKeys } from '../../canvas/hands/waiting.ts';
import { type ChartName, chartNames, showChart } from '../../charts/shownCharts.ts';
import type { Text } from '../../i18n/text.ts';
import { futuresStore } from '../../store/futures.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import type { Command } from './command.ts';
import type { CommandText } from './words.ts';

export function chartCommands(t: Text, words: CommandText): Command[] {
  const { frames, time } = runStore.getState();
  const { kept, showsGhost } = futuresStore.getState();
  const { chartsLocked } = sessionStore.getState();
  const nothingPlayed = frames.length === 0 ? words.reasons.nothingPlayed : chartsLocked ? words.reasons.strict : undefined;
  const ghost = showsGhost ? words.ghostOff : words.ghostOn;
  return [
    {
      id: 'ghost',
      name: ghost,
      icon: Ghost,
      group: 'run',
      whyNot: kept.length > 0 ? undefined : words.reasons.noLastRun,
      names: [ghost, 'ghost last run charts compare', '지난 실행 고스트 비교 차트'],
      perform: () => {
        futuresStore.setState({ showsGhost: !showsGhost });
        if (!showsGhost) sessionStore.getState().set({ chartsOpen: true, requestsOpen: false });
      },
    },
    {
      id: 'remedy',
      name: words.remedy,
      icon: Hourglass,
      group: 'run',
      whyNot: nothingPlayed,
      names: [words.remedy, 'remedy blame tail slowest p99 what would help', '처방 느린 요청 원인 꼬리 지연'],
      perform: () => void askWhatHelps(Math.floor(time)),
    },
    ...chartNames.map(
      (chart): Command => ({
        id: `csv:${chart}`,
        name: t.charts.csvOf(t.charts.names[chart]),
        icon: Table2,
        group: 'file',
        whyNot: nothingPlayed,
        isHidden: true,
        names: [t.charts.csvOf(t.charts.names[chart]), `csv ${chart} chart export table`, '차트 내보내기 표'],
        perform: () => saveChart(chart),
      }),
    ),
  ];
}

/** Unfolds the chart and presses its own button, when it stands. */
function saveChart(chart: ChartName): void {
  sessionStore.getState().set({ chartsOpen: true, requestsOpen: false });
  showChart(chart);
  awaitForKeys({
    find: () => document.querySelector<HTMLElement>(`[data-chart="${chart}"] [data-save]:enabled`),
    take: (button) => button.click(),
  });
}

/** Of what was dragged over in the charts, else of the newest minute. What looks into requests is fetched when it is asked for. */
async function askWhatHelps(until: number): Promise<void> {
  const [{ blame, requestsStore }, { stretchOf }, { zoomStore }] = await Promise.all([
    import('../../store/requests.ts'),
    import('../requests/stretchOf.ts'),
    import('../../charts/zoom.ts'),
  ]);
  const stretch = stretchOf('charts', until, zoomStore.getState().zoom) ?? stretchOf('minute', until, null);
  sessionStore.getState().set({ requestsOpen: true });
  requestsStore.setState({ view: 'tail' });
  if (stretch) void blame(stretch.since, stretch.until);
}
