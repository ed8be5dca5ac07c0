// Tests that play millions of requests: the file and all of ours that it imports become one module before the test runner sees it. One by one it
// would reach every function through an object of the importing module, and the engine would be three times as slow as it is on the page.
import { dirname, resolve } from 'node:path';
import { build } from 'vite';

/** @param {RegExp} playing paths of those test files */
export function wholeTests(playing) {
  return {
    name: 'whole-tests',
    enforce: 'pre',
    async load(id) {
      if (!process.env.VITEST || !/\.test\.ts$/.test(id) || !playing.test(id)) return null;
      const { output } = await build({
        configFile: false,
        logLevel: 'silent',
        build: {
          ssr: id,
          write: false,
          target: 'node20',
          sourcemap: true,
          minify: false,
          rolldownOptions: {
            external: /^(?!\.|\/)/,
            output: {
              codeSplitting: false,
              topLevelVar: false,
              // a failure names the file and its line; the sources are on the disk
              sourcemapExcludeSources: true,
              sourcemapPathTransform: (source, map) => resolve(dirname(map), source),
            },
          },
        },
      });
      const [{ code, map }] = output;
      return { code, map };
    },
  };
}
