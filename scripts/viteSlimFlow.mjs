// React Flow brings ready-made parts and wires that nobody here shows: all of ours are drawn by the canvas. In the built page they are left out,
// about 2 kB of the first picture. It fails when a new version of React Flow is written otherwise.

const file = /node_modules[\\/]@xyflow[\\/]react[\\/]dist[\\/]esm[\\/]index\.m?js$/;

/** One change of the library's text that must find what it changes. */
function changed(code, pattern, by) {
  if (!new RegExp(pattern).test(code)) throw new Error(`React Flow is written otherwise than it was: nothing like ${pattern} in it`);
  return code.replace(pattern, by);
}

/** @returns {import('vite').Plugin} */
export function slimFlow() {
  return {
    name: 'slim React Flow',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!file.test(id)) return null;
      let slim = changed(code, /^const builtinNodeTypes = \{[^}]*\};$/m, 'const builtinNodeTypes = {};');
      slim = changed(slim, /^const builtinEdgeTypes = \{[^}]*\};$/m, 'const builtinEdgeTypes = {};');
      // What nobody uses can only go when making it has no effect; a name for the inspector of React is none.
      slim = changed(slim, /^\w+\.displayName = '\w+';$/gm, '');
      return changed(slim, /^const (\w+) = (memo|forwardRef|create\w+)\(/gm, 'const $1 = /* @__PURE__ */ $2(');
    },
  };
}
