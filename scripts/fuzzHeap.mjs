// What a page that is watched holds (scripts/fuzz.mjs), apart: what it keeps, and what the browser's compiler has made of its code.

/** Kinds of a heap snapshot that come of running code more often and in more ways. No more of them can be than there is code. */
const ofCompiler = ['code', 'object shape', 'hidden'];
/** The numbers of typed arrays: of what the browser itself holds, the only thing the page keeps. */
const numbers = 'system / JSArrayBufferData';

/**
 * @param cdp a session with the page
 * @returns MB of objects, texts, functions and numbers (`keptMb`), and of what the compiler made (`codeMb`), after all that can be
 * collected is collected
 */
export async function heapOf(cdp) {
  const pieces = [];
  const take = ({ chunk }) => pieces.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take);
  return sizesIn(JSON.parse(pieces.join('')));
}

function sizesIn({ snapshot: { meta }, nodes, strings }) {
  const width = meta.node_fields.length;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => meta.node_fields.indexOf(field));
  const [types] = meta.node_types;
  const sizes = { keptMb: 0, codeMb: 0 };
  for (let at = 0; at < nodes.length; at += width) {
    const kind = types[nodes[at + type]];
    const mb = nodes[at + size] / 1e6;
    if (ofCompiler.includes(kind)) sizes.codeMb += mb;
    else if (kind !== 'native' || strings[nodes[at + name]] === numbers) sizes.keptMb += mb;
  }
  return sizes;
}
