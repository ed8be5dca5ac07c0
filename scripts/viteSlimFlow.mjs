// React Flow is two modules, which a build takes whole: whatever late part asks for, the first picture waits for all of it. In the built page
// its map and its corners for resizing are a copy of their own beside what needs them, and the ready-made parts, wires and curves that
// nobody here shows are left out: about 5 kB of the first picture. It fails when a new version of React Flow is written otherwise.

const file = /node_modules[\\/]@xyflow[\\/]react[\\/]dist[\\/]esm[\\/]index\.m?js(\?late)?$/;
/** Ours that come after the first picture, and the names they ask React Flow for. */
const lateParts = /src[\\/]canvas[\\/](DesignMap|Resizer)\.tsx$/;
const late = '?late';
/** The page has one store and one node around a part: the copy reads those of the first. */
const shared = ['StoreContext', 'NodeIdContext'];

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
    async resolveId(source, importer = '') {
      const isAsked = source === '@xyflow/react' ? lateParts.test(importer) : source === '@xyflow/system' && importer.endsWith(late);
      const found = isAsked ? await this.resolve(source, importer.replace(late, ''), { skipSelf: true }) : null;
      return found && { ...found, id: found.id + late };
    },
    transform(code, id) {
      if (!file.test(id)) return null;
      let slim = changed(code, /^const builtinNodeTypes = \{[^}]*\};$/m, 'const builtinNodeTypes = {};');
      slim = changed(slim, /^const builtinEdgeTypes = \{[^}]*\};$/m, 'const builtinEdgeTypes = {};');
      // A wire on its way to the pointer is a curve, and none is ever taken off its end.
      slim = changed(slim, /case ConnectionLineType\.(SimpleBezier|Step|SmoothStep):[\s\S]*?break;/g, '');
      slim = changed(slim, /^function EdgeUpdateAnchors\(.*\{$/m, 'const EdgeUpdateAnchors = null;\nfunction unused() {');
      // What nobody uses can only go when making it has no effect; a name for the inspector of React is none.
      slim = changed(slim, /^\w+\.displayName = '\w+';$/gm, '');
      slim = changed(slim, /^(const|var) ([\w$]+) = (memo|forwardRef|fixedForwardRef|create\w+)\(/gm, '$1 $2 = /* @__PURE__ */ $3(');
      if (!id.endsWith(late)) return `${slim}\nexport { ${shared.map((name) => `${name} as flow${name}`).join(', ')} };`;
      slim = changed(slim, /^NodeIdContext\.Consumer;$|^const Provider(\$1)? = .*;$/gm, '');
      for (const name of shared)
        slim = changed(slim, new RegExp(`^const ${name} = .*;$`, 'm'), `import { flow${name} as ${name} } from '@xyflow/react';`);
      return slim;
    },
  };
}
