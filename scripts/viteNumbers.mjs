// Numbers that have names stand as numbers in what is built: `OP.arrive` as 0. The compilers of browsers fit functions together up to a number
// of bytes of bytecode, and to look a name up in a table takes ten of them where the number takes two (docs/performance.md).
import { parseAst } from 'vite';

/** How tables of numbers are named in the sources, where all of them are `as const`; a bundler may have put a number behind the name. */
const isTableName = (name) => /^[A-Z][A-Z0-9_]*(\$\d+)?$/.test(name);

function numberOf(node) {
  if (node?.type === 'UnaryExpression' && node.operator === '-') return -numberOf(node.argument);
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : Number.NaN;
}

/** Name -> number of an object that holds nothing but numbers, null for any other. */
function tableOf(node) {
  if (node?.type !== 'ObjectExpression') return null;
  const table = new Map();
  for (const { type, computed, key, value } of node.properties) {
    if (type !== 'Property' || computed || key.type !== 'Identifier' || Number.isNaN(numberOf(value))) return null;
    table.set(key.name, numberOf(value));
  }
  return table;
}

/** The statements of a module, or of the one function that a classic script is. */
function statementsOf({ body }) {
  const call = body.length === 1 ? body[0].expression : null;
  return call?.type === 'CallExpression' ? (call.callee.body?.body ?? body) : body;
}

/** What is bound to a name for good, by that name: a number, or a table of them. */
function fixedIn(program) {
  const fixed = new Map();
  for (const { type, kind, declarations } of statementsOf(program)) {
    if (type !== 'VariableDeclaration' || kind !== 'const') continue;
    for (const { id, init } of declarations) {
      const what = Number.isNaN(numberOf(init)) ? isTableName(id.name ?? '') && tableOf(init) : numberOf(init);
      if (id.type === 'Identifier' && what !== false && what !== null) fixed.set(id.name, what);
    }
  }
  return fixed;
}

/** Whether an identifier only names something, and stands for no value. */
function isOnlyName({ type, computed, shorthand }, place) {
  if (/Export|Import|Label|Break|Continue|Meta/.test(type)) return true;
  return !computed && !shorthand && (place === 'property' || (place === 'key' && /Property|Method|Accessor/.test(type)));
}

/** @returns {string} the same program. Names that are bound a second time anywhere, and tables that are written to, are left alone. */
export function withNumbers(code) {
  const program = parseAst(code);
  const fixed = fixedIn(program);
  const leftAlone = new Set();
  const bound = new Set();
  const uses = [];

  function bind(node) {
    if (node?.type === 'Identifier') (bound.has(node.name) ? leftAlone : bound).add(node.name);
    else if (node?.type === 'ObjectPattern') for (const each of node.properties) bind(each.value ?? each.argument);
    else if (node?.type === 'ArrayPattern') node.elements.forEach(bind);
    else if (node) bind(node.left ?? node.argument);
  }

  function use(node, name, value, parent, place) {
    const isTarget =
      /^(UpdateExpression|ArrayPattern|RestElement)$/.test(parent.type) || (/^(For|Assignment)/.test(parent.type) && place === 'left');
    if (isTarget) leftAlone.add(name);
    const text = value < 0 || Object.is(value, -0) || place === 'object' ? `(${Object.is(value, -0) ? '-0' : value})` : String(value);
    uses.push({ ...node, name, text: parent.shorthand ? `${node.name}: ${text}` : text });
  }

  function visit(node, parent, place) {
    if (/Function/.test(node.type)) node.params.forEach(bind);
    if (/Function|^Class/.test(node.type) && node.id) bind(node.id);
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (node.type === 'CatchClause' && node.param) bind(node.param);
    if (/^Import\w*Specifier$/.test(node.type)) bind(node.local);
    const table = node.type === 'MemberExpression' && !node.computed ? fixed.get(node.object.name) : undefined;
    if (table instanceof Map && table.has(node.property.name)) use(node, node.object.name, table.get(node.property.name), parent, place);
    const number = node.type === 'Identifier' ? fixed.get(node.name) : undefined;
    const isDeclared = parent.type === 'VariableDeclarator' && place === 'id';
    if (typeof number === 'number' && !isDeclared && !isOnlyName(parent, place)) use(node, node.name, number, parent, place);
    for (const [key, below] of Object.entries(node)) {
      // of `{ name }` both are the same
      if (node.shorthand && key === 'key') continue;
      for (const each of Array.isArray(below) ? below : [below]) if (typeof each?.type === 'string') visit(each, node, key);
    }
  }

  visit(program, program, '');
  let done = '';
  let at = 0;
  for (const { start, end, name, text } of uses.sort((a, b) => a.start - b.start)) {
    if (leftAlone.has(name)) continue;
    done += code.slice(at, start) + text;
    at = end;
  }
  return done + code.slice(at);
}

/** @returns {import('vite').Plugin} */
export function numbersInPlace() {
  return {
    name: 'numbers in place',
    apply: 'build',
    // no lines come or go, which is all that the map of an error's place is read for
    renderChunk: (code) => ({ code: withNumbers(code), map: null }),
  };
}
