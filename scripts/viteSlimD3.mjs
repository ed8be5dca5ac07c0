// React Flow moves its camera by d3-zoom, which brings all of d3-transition and the mixing of colours along: 7 kB that nobody here
// uses. In the built page both find ours instead (src/canvas/cameraMotion.ts), which moves a camera and nothing else. Of d3-selection a camera
// and a drag need a third: the rest, which makes pages from data, is left out, another kB and a half.
// The charts go on with the whole d3-interpolate, in their own late chunks.
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('../src/canvas/cameraMotion.ts', import.meta.url));
const isCamera = /node_modules[\\/](@xyflow[\\/]system|d3-zoom)[\\/]/;
const selectionFile = /node_modules[\\/]d3-selection[\\/]dist[\\/]d3-selection\.mjs$/;
const methodsUsed = 'constructor filter selection call nodes node size empty each style property datum on'.split(' ');

/** Fails when a new version of d3-selection is written otherwise. */
function slimSelection(code) {
  const methods = /^Selection\.prototype = selection\.prototype = \{([\s\S]*?)^\};$/m;
  const found = methods.exec(code);
  if (!found) throw new Error('d3-selection is written otherwise than it was');
  const kept = found[1].split('\n').filter((line) => methodsUsed.includes(line.trim().split(':')[0]) || line.includes('Symbol.iterator'));
  if (kept.length !== methodsUsed.length + 1) throw new Error('d3-selection has lost a method that the camera needs');
  const used = code.replace(methods, `Selection.prototype = selection.prototype = {\n${kept.join('\n')}\n};`);
  return used.replace(/^(EnterNode|ClassList)\.prototype = \{[\s\S]*?^\};$/gm, '');
}

/** @returns {import('vite').Plugin} */
export function slimD3() {
  return {
    name: 'slim d3',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      return /^d3-(transition|interpolate)$/.test(source) && isCamera.test(importer ?? '') ? ours : null;
    },
    transform(code, id) {
      return selectionFile.test(id) ? slimSelection(code) : null;
    },
  };
}
