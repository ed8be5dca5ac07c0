// React Flow moves its camera by d3-zoom, which brings all of d3-transition and the mixing of colours along: 7 kB that nobody here
// uses. In the built page both find ours instead (src/canvas/cameraMotion.ts), which moves a camera and nothing else.
// The charts go on with the whole d3-interpolate, in their own late chunks.
import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('../src/canvas/cameraMotion.ts', import.meta.url));
const isCamera = /node_modules[\\/](@xyflow[\\/]system|d3-zoom)[\\/]/;

/** @returns {import('vite').Plugin} */
export function slimD3() {
  return {
    name: 'slim d3',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      return /^d3-(transition|interpolate)$/.test(source) && isCamera.test(importer ?? '') ? ours : null;
    },
  };
}
