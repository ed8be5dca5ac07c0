/** One deliberate break per wall: the file it stands in, what it says, and the wall that must catch it. */

export interface Probe {
  wall: string;
  path: string;
  text: string;
}

/** Caught by scripts/walls.mjs. */
export const wallProbes: readonly Probe[] = [
  { wall: 'no arrow runs up', path: 'src/store/probeUp.ts', text: "import { x } from '../panels/x.ts';" },
  { wall: 'no arrow runs up', path: 'src/design/probeUp.ts', text: "import type { X } from '../runner/protocol.ts';" },
  { wall: 'no arrow runs up', path: 'src/design/probeType.ts', text: "export type X = import('../store/runStore.ts').RunState;" },
  { wall: 'no arrow runs up', path: 'src/canvas/probeChart.ts', text: "void import('../charts/load.ts');" },
  { wall: 'no arrow runs up', path: 'src/charts/probeCanvas.ts', text: "export { x } from '../canvas/x.ts';\nexport const y = 1;" },
  { wall: 'no arrow runs up', path: 'src/ui/probeDomain.ts', text: "import type { Design } from '../design/design.ts';" },
  { wall: 'no arrow runs up', path: 'src/library/probeRunner.ts', text: "new Worker(new URL('../runner/worker.ts', import.meta.url));" },
  { wall: 'the engine imports nothing', path: 'src/engine/probeRoom.ts', text: "import { number } from '../schema/fields.ts';" },
  { wall: 'the engine imports nothing', path: 'src/engine/probePackage.ts', text: "import { object } from 'valibot';" },
  { wall: 'kinds are islands', path: 'src/nodes/cache/probeIsland.ts', text: "import { databaseSpec } from '../database/spec.ts';" },
  { wall: 'a spec is data', path: 'src/nodes/cache/spec.ts', text: "import { cacheBehavior } from './behavior.ts';" },
  { wall: 'a behavior has no face', path: 'src/nodes/cache/behavior.ts', text: "import { cacheView } from './view.tsx';" },
  { wall: 'a behavior has no face', path: 'src/nodes/cache/probeFace.ts', text: "import { formatNumber } from '../../ui/format.ts';" },
  { wall: 'no views below the page', path: 'src/runner/probeView.ts', text: "import { views } from '../nodes/views.ts';" },
  { wall: 'the design knows no behavior', path: 'src/design/probeBehavior.ts', text: "import { behaviors } from '../nodes/behaviors.ts';" },
  { wall: 'only canvas knows React Flow', path: 'src/panels/probeFlow.ts', text: "import { ReactFlow } from '@xyflow/react';" },
  { wall: 'only canvas knows React Flow', path: 'src/charts/probeFlowCss.ts', text: "import '@xyflow/react/dist/style.css';" },
  { wall: 'only charts knows Recharts and uPlot', path: 'src/panels/probeRecharts.ts', text: "import { LineChart } from 'recharts';" },
  { wall: 'only charts knows Recharts and uPlot', path: 'src/canvas/probeUplot.ts', text: "import uPlot from 'uplot';" },
  { wall: 'charts load late', path: 'src/panels/probeEager.ts', text: "import { Charts } from '../charts/Charts.tsx';" },
  { wall: 'no React below the page', path: 'src/design/probeReact.ts', text: "import { useMemo } from 'react';" },
  { wall: 'no React below the page', path: 'src/store/probeReact.ts', text: "import { create } from 'zustand';" },
  { wall: 'no React below the page', path: 'src/runner/client.ts', text: "import { useEffect } from 'react';" },
  { wall: 'the page has no Node', path: 'src/store/probeNode.ts', text: "import { readFileSync } from 'node:fs';" },
  { wall: 'only i18n knows Korean particles', path: 'src/panels/probeJosa.ts', text: "import { josa } from 'es-hangul';" },
  { wall: 'own mathematics below the line', path: 'src/engine/probeLuck.ts', text: 'export const x = Math.random();' },
  { wall: 'own mathematics below the line', path: 'src/nodes/cache/probePow.ts', text: 'export const x = (y: number) => y ** 2;' },
  { wall: 'own mathematics below the line', path: 'src/runner/probeLog.ts', text: "export const x = Math['log'](2);" },
  { wall: 'no language below the line', path: 'src/design/probeSort.ts', text: "export const x = 'a'.localeCompare('b');" },
  { wall: 'no Object.assign', path: 'src/store/probeAssign.ts', text: 'export const x = Object.assign({}, {});' },
  {
    wall: 'one trusted-types policy',
    path: 'src/panels/probePolicy.ts',
    text: "export const x = (window as never as { t: { createPolicy(n: string): 0 } }).t.createPolicy('x');",
  },
  {
    wall: 'kinds speak for themselves',
    path: 'src/canvas/probeKind.ts',
    text: "export const x = (node: { kind: string }) => node.kind === 'cache';",
  },
  { wall: 'no barrels', path: 'src/design/probeBarrel.ts', text: "export { number } from '../schema/fields.ts';" },
  { wall: 'no barrels', path: 'src/design/probeStar.ts', text: "export * from '../schema/fields.ts';\nexport const x = 1;" },
  { wall: 'no long files', path: 'src/panels/probeLong.ts', text: 'export {};\n'.repeat(401) },
  { wall: 'no rooms without a name', path: 'src/design/utils/probe.ts', text: 'export const x = 1;' },
  { wall: 'imports name a file', path: 'src/design/probeEnding.ts', text: "import type { Design } from './design';" },
  { wall: 'every file can be read', path: 'src/design/probeBroken.ts', text: 'export const = ;' },
  { wall: 'no circles', path: 'src/design/probeCircleA.ts', text: "import { b } from './probeCircleB.ts';\nexport const a = () => b;" },
  { wall: 'no circles', path: 'src/design/probeCircleB.ts', text: "import { a } from './probeCircleA.ts';\nexport const b = () => a;" },
];

/** Caught by Biome; `wall` is its rule. */
export const lintProbes: readonly Probe[] = [
  { wall: 'noRestrictedGlobals', path: 'src/engine/probeDate.ts', text: 'export const now = () => Date.now();' },
  { wall: 'noRestrictedGlobals', path: 'src/schema/probeConsole.ts', text: "export const say = () => console.log('x');" },
  { wall: 'noRestrictedGlobals', path: 'src/nodes/cache/behavior.ts', text: 'export const now = () => performance.now();' },
  { wall: 'noRestrictedGlobals', path: 'src/nodes/cache/spec.ts', text: 'export const wait = (then: () => void) => setTimeout(then, 1);' },
  { wall: 'noRestrictedGlobals', path: 'src/design/probeFetch.ts', text: "export const get = () => fetch('x');" },
  { wall: 'noRestrictedGlobals', path: 'src/library/probeDocument.ts', text: 'export const title = () => document.title;' },
  { wall: 'noRestrictedGlobals', path: 'src/runner/headless.ts', text: 'export const luck = () => crypto.randomUUID();' },
  { wall: 'noExplicitAny', path: 'src/panels/probeAny.ts', text: 'export const x = (y: any) => y;' },
  { wall: 'noDefaultExport', path: 'src/panels/probeDefault.ts', text: 'export default function probe() {}' },
  {
    wall: 'noRestrictedImports',
    path: 'src/panels/ProbeLazy.tsx',
    text: "import { lazy } from 'react';\nexport const Probe = lazy(() => import('./x.tsx'));",
  },
  {
    wall: 'noRestrictedImports',
    path: 'src/canvas/ProbeReact.tsx',
    text: "import React from 'react';\nexport const Probe = React.lazy(() => import('./x.tsx'));",
  },
  { wall: 'noEnum', path: 'src/panels/probeEnum.ts', text: 'export enum X {\n  a,\n}' },
  {
    wall: 'noDangerouslySetInnerHtml',
    path: 'src/panels/ProbeHtml.tsx',
    text: "export const Probe = () => <b dangerouslySetInnerHTML={{ __html: 'x' }} />;",
  },
  {
    wall: 'useHookAtTopLevel',
    path: 'src/panels/ProbeHook.tsx',
    text: "import { useState } from 'react';\nexport const Probe = ({ a }: { a: boolean }) => <b>{a && useState(1)[0]}</b>;",
  },
  { wall: 'noImportCycles', path: 'src/store/probeRoundA.ts', text: "import { b } from './probeRoundB.ts';\nexport const a = () => b;" },
  { wall: 'noSkippedTests', path: 'src/store/probe.test.ts', text: "it.skip('x', () => {});" },
];
/** What a probe needs beside it to be wrong. */
export const lintNeighbours: readonly Omit<Probe, 'wall'>[] = [
  { path: 'src/store/probeRoundB.ts', text: "import { a } from './probeRoundA.ts';\nexport const b = () => a;" },
];

/** Caught by the compiler, in the worlds that have no page. */
export const typeProbes: readonly Probe[] = [
  { wall: 'document', path: 'src/engine/probeDocument.ts', text: 'export const title = () => document.title;' },
  { wall: 'setTimeout', path: 'src/design/probeTimer.ts', text: 'export const wait = (then: () => void) => setTimeout(then, 1);' },
  { wall: 'console', path: 'src/runner/probeConsole.ts', text: "export const say = () => console.log('x');" },
  { wall: 'process', path: 'src/nodes/cache/behavior.ts', text: 'export const here = () => process.cwd();' },
];
