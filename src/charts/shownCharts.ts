/** Which of the charts stand first where not all have room side by side. */

import { createStore } from 'zustand/vanilla';

export const chartNames = ['requests', 'latency', 'errors', 'load'] as const;
export type ChartName = (typeof chartNames)[number];

export const shownCharts = createStore<{ first: number }>()(() => ({ first: 0 }));

export const showChart = (chart: ChartName): void => shownCharts.setState({ first: chartNames.indexOf(chart) });
