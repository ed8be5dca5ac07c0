// Who needs whom in a circle: among source files (walls.mjs) and among the chunks of the built page (size.mjs).

/** Circles among `imports`, a map from path to paths; each as the list of its members. */
export function circlesOf(imports) {
  const circles = [];
  const state = new Map();
  const trail = [];
  const walk = (path) => {
    state.set(path, 'open');
    trail.push(path);
    for (const next of imports.get(path) ?? []) {
      if (state.get(next) === 'open') circles.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next)) walk(next);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of imports.keys()) if (!state.has(path)) walk(path);
  return circles;
}
