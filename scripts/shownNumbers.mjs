// Which numbers does the page show, and which of them say why? Reads every component with a real parser, so that a number that is
// shown without the way to its formula is found where it is written, not when somebody happens to look.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';

/** Rooms that are seen. */
const rooms = ['panels', 'charts', 'canvas', 'embed', 'ui', 'lessons'];
const formats = 'src/ui/format.ts';
const why = 'src/ui/Why.tsx';
/** The explanation itself. */
const explanation = 'src/panels/story/why/Explanation.tsx';
/** A moment is read off the clock: it is made of nothing. */
const clock = 'formatClock';

/** Elements within a line of text: what explains a number beside it may stand anywhere in that line. */
const inline = new Set(['span', 'b', 'strong', 'small', 'em', 'i', 'code', 'output', 'sup', 'dd', 'dt', 'Fragment', 'tspan']);
/** Attributes that are read by nobody, or by those who hear the page and reach the same number's button there. */
const unseen = /^(aria-.*|data-.*|on[A-Z].*|title|valueText|key|className|style|href|about|of|metric|shortcut|htmlFor|id|d|ref)$/;
/** What carries a number for tests and for whoever reads along shows it, too. */
const carries = /^data-(value|metric|own-metric|seconds|took|took-text)$/;

const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string';

function* childrenOf(node) {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    if (Array.isArray(value)) yield* value.filter(isNode);
    else if (isNode(value)) yield value;
  }
}

function* walk(node) {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function linkParents(node) {
  for (const child of childrenOf(node)) {
    child.parent = node;
    linkParents(child);
  }
}

const isFunction = ({ type }) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
const isComponentName = (name) => /^[A-Z]/.test(name);
const tagOf = (element) => {
  if (element.type === 'JSXFragment') return 'Fragment';
  const { name } = element.openingElement;
  return name.type === 'JSXMemberExpression' ? name.property.name : name.name;
};
const attributesOf = (element) => (element.type === 'JSXFragment' ? [] : element.openingElement.attributes);
const isElement = ({ type }) => type === 'JSXElement' || type === 'JSXFragment';

/** Every name that a pattern binds. */
function boundBy(pattern) {
  const names = [];
  for (const node of walk(pattern)) {
    if (node.type !== 'Identifier') continue;
    const { parent } = node;
    const isKey = parent?.type === 'Property' && parent.key === node && parent.value !== node && !parent.shorthand;
    const isDefault = parent?.type === 'AssignmentPattern' && parent.right === node;
    const isType = parent?.type.startsWith('TS');
    if (!isKey && !isDefault && !isType) names.push(node.name);
  }
  return names;
}

const calleeName = ({ callee }) =>
  callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? callee.property.name : '';

/** Functions of the dictionaries that are given a number as a number: their words show it. Not a name that elsewhere takes none. */
function wordsWithNumbers(root) {
  const found = new Set();
  const others = new Set();
  const folder = join(root, 'src/i18n');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/(^|[\\/])en[\\/].*\.ts$|\.en\.ts$/.test(file)) continue;
    const { program } = parseSync(file, readFileSync(join(folder, file), 'utf8'));
    for (const node of walk(program)) {
      if (node.type !== 'Property' || !isFunction(node.value)) continue;
      const takes = node.value.params.some(({ typeAnnotation }) => typeAnnotation?.typeAnnotation?.type === 'TSNumberKeyword');
      (takes ? found : others).add(node.key.name ?? node.key.value);
    }
  }
  return new Set([...found].filter((name) => !others.has(name)));
}

function readFiles(root) {
  const files = new Map();
  for (const room of rooms) {
    const folder = join('src', room);
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, entry).replaceAll('\\', '/');
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
      const text = readFileSync(join(root, path), 'utf8');
      const { program, module, errors } = parseSync(path, text);
      if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0].message}`);
      linkParents(program);
      files.set(path, {
        path,
        text,
        program,
        functions: [...functionsOf(program)],
        imports: importsOf(path, module),
        makers: new Set(),
        whys: new Set(),
      });
    }
  }
  return files;
}

/** Local name -> file and name there. */
function importsOf(path, module) {
  const found = new Map();
  for (const { moduleRequest, entries } of module.staticImports) {
    if (!moduleRequest.value.startsWith('.')) continue;
    const file = normalize(join(dirname(path), moduleRequest.value)).replaceAll('\\', '/');
    for (const { importName, localName, isType } of entries) if (!isType) found.set(localName.value, { file, name: importName.name });
  }
  return found;
}

/** Named functions of a file: `[name, function]`. */
function* functionsOf(program) {
  for (const node of walk(program)) {
    if (node.type === 'FunctionDeclaration' && node.id) yield [node.id.name, node];
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init && isFunction(node.init))
      yield [node.id.name, node.init];
  }
}

class Reader {
  constructor(root) {
    this.files = readFiles(root);
    this.words = wordsWithNumbers(root);
    const { functions, makers } = this.files.get(formats);
    for (const [name] of functions) if (/^format/.test(name) && name !== clock) makers.add(name);
    this.spread();
    this.spreadWhys();
  }

  /** A function that is no component and makes a number's text of others' is such a maker itself. Until no more are found. */
  spread() {
    let more = true;
    while (more) {
      more = false;
      for (const file of this.files.values()) {
        if (file.path === formats) continue;
        for (const [name, body] of file.functions) {
          if (file.makers.has(name) || isComponentName(name) || holdsElements(body) || !this.makesText(body, file)) continue;
          file.makers.add(name);
          more = true;
        }
      }
    }
  }

  makesText(body, file) {
    for (const node of walk(body)) if (node.type === 'CallExpression' && this.isMaker(node, file)) return true;
    return false;
  }

  isMaker(call, file) {
    const name = calleeName(call);
    if (call.callee.type === 'MemberExpression') {
      if (name === 'toFixed' || name === 'toLocaleString' || name === 'toPrecision') return true;
      return this.words.has(name) && !call.arguments.every(isCounted);
    }
    if (file.makers.has(name)) return true;
    const from = file.imports.get(name);
    return from !== undefined && (this.files.get(from.file)?.makers.has(from.name) ?? false);
  }

  /** Whether a number's text is in what the expression gives. Elements within it answer for themselves. */
  isNumber(expression, file, named) {
    if (isElement(expression) || saysWhy(expression) || isAsked(expression)) return false;
    if (expression.type === 'CallExpression' && this.isMaker(expression, file)) return true;
    if (expression.type === 'Identifier') return named.has(expression.name) && !isName(expression);
    if (isFunction(expression) && (expression.parent.type !== 'CallExpression' || holdsElements(expression))) return false;
    if (expression.type === 'ConditionalExpression' || expression.type === 'LogicalExpression') {
      const given =
        expression.type === 'ConditionalExpression'
          ? [expression.consequent, expression.alternate]
          : [expression.right, ...(expression.operator === '&&' ? [] : [expression.left])];
      return given.some((one) => this.isNumber(one, file, named));
    }
    for (const child of childrenOf(expression)) if (this.isNumber(child, file, named)) return true;
    return false;
  }

  /** A number that nothing has made readable. */
  isRaw(expression) {
    if (expression.type === 'BinaryExpression') return /^[-*/%]$/.test(expression.operator) && !isCounted(expression.left);
    if (expression.type === 'CallExpression') return calleeName(expression) === 'Number' || expression.callee.object?.name === 'Math';
    if (expression.type === 'ConditionalExpression') return this.isRaw(expression.consequent) || this.isRaw(expression.alternate);
    if (expression.type === 'LogicalExpression') return this.isRaw(expression.right);
    if (expression.type === 'TemplateLiteral') return expression.expressions.some((one) => this.isRaw(one));
    return false;
  }

  /** Names within a component that stand for numbers' texts: what is bound to one, and what is gone through of many. */
  namedIn(component, file) {
    const named = new Set();
    let before = -1;
    while (named.size !== before) {
      before = named.size;
      for (const node of walk(component)) {
        if (node.type === 'VariableDeclarator' && node.init && !isFunction(node.init) && this.isNumber(node.init, file, named))
          for (const name of boundBy(node.id)) named.add(name);
        if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && /^(map|flatMap)$/.test(calleeName(node))) {
          const [each] = node.arguments;
          if (each && isFunction(each) && this.isNumber(node.callee.object, file, named))
            for (const param of each.params.slice(0, 1)) for (const name of boundBy(param)) named.add(name);
        }
      }
    }
    return named;
  }

  /** `Why`, or a component that is one where it stands. */
  isWhy(element, file) {
    if (element.type !== 'JSXElement') return false;
    const tag = tagOf(element);
    if (tag === 'Why') return file.imports.get(tag)?.file === why;
    const from = file.imports.get(tag) ?? { file: file.path, name: tag };
    return this.files.get(from.file)?.whys.has(from.name) ?? false;
  }

  /** Components that are a `Why` of what they are given. */
  spreadWhys() {
    let more = true;
    while (more) {
      more = false;
      for (const file of this.files.values()) {
        for (const [name, body] of file.functions) {
          if (file.whys.has(name) || !isComponentName(name)) continue;
          const names = body.params.flatMap(boundBy);
          for (const node of walk(body)) {
            if (!isElement(node) || !this.isWhy(node, file) || !isOfProperties(node, names)) continue;
            file.whys.add(name);
            more = true;
            break;
          }
        }
      }
    }
  }

  /** Whether the way to a number's formula stands where the number does: round it, in its line of text, or in the head of its row. */
  isExplained(node, file) {
    const holdsWhy = (element) => {
      for (const inside of walk(element)) if (isElement(inside) && this.isWhy(inside, file)) return true;
      return false;
    };
    for (let at = node.parent; at; at = at.parent) if (isElement(at) && this.isWhy(at, file)) return true;
    let line = null;
    for (let at = node.parent; at; at = at.parent) {
      if (isElement(at)) line = at;
      if (isElement(at) && !inline.has(tagOf(at))) break;
    }
    if (!line) return false;
    if (holdsWhy(line)) return true;
    if (tagOf(line) !== 'td') return false;
    let row = line.parent;
    while (row && !(isElement(row) && tagOf(row) === 'tr')) row = row.parent;
    return row?.children.some((cell) => isElement(cell) && tagOf(cell) === 'th' && holdsWhy(cell)) ?? false;
  }

  *shownIn(file) {
    for (const component of file.program.body) yield* this.shownBy(component, file, this.namedIn(component, file));
  }

  *shownBy(component, file, named) {
    for (const node of walk(component)) {
      if (node.type === 'JSXExpressionContainer' && isElement(node.parent)) {
        const { expression } = node;
        if (this.isNumber(expression, file, named) || this.isRaw(expression)) yield node;
      } else if (node.type === 'JSXAttribute' && node.value?.type === 'JSXExpressionContainer') {
        const element = node.parent.parent;
        const { expression } = node.value;
        const isText = isComponentName(tagOf(element)) && !unseen.test(node.name.name) && !isKept(expression, component);
        if (isText && this.isNumber(expression, file, named)) yield node;
        else if (carries.test(node.name.name)) yield node;
      } else if (node.type === 'JSXAttribute' && node.value?.type === 'Literal' && carries.test(node.name.name)) yield node;
    }
  }
}

/** Yes or no, whatever is compared. */
const isAsked = ({ type, operator }) => /^([=!]==?|[<>]=?|in|instanceof|!)$/.test(operator ?? '') && /^(Binary|Unary)/.test(type);

/** How many stand in a list, or which of them it is: whoever looks can count them. */
const isCounted = (node) =>
  (node.type === 'MemberExpression' && /^(length|size)$/.test(node.property.name ?? '')) ||
  (node.type === 'BinaryExpression' && node.operator === '+' && node.right.value === 1) ||
  (node.type === 'BinaryExpression' && node.operator === '-' && isCounted(node.left));

/** A name for something that a hook keeps: what is handed on as a whole is no text, and who shows a part of it answers for that. */
function isKept(expression, component) {
  if (expression.type !== 'Identifier') return false;
  for (const node of walk(component))
    if (
      node.type === 'VariableDeclarator' &&
      node.init?.type === 'CallExpression' &&
      /^use[A-Z]/.test(calleeName(node.init)) &&
      boundBy(node.id).includes(expression.name)
    )
      return true;
  return false;
}

function holdsElements(node) {
  for (const inside of walk(node)) if (isElement(inside)) return true;
  return false;
}
/** Of a property or a key, not of a value. */
const isName = ({ parent, name }) =>
  (parent?.type === 'MemberExpression' && parent.property.name === name && !parent.computed && parent.object.name !== name) ||
  (parent?.type === 'Property' && parent.key.name === name && parent.value?.name !== name);

/** Of rows that are data: a label, a number, and under which name it is explained. */
const saysWhy = ({ type, properties }) => type === 'ObjectExpression' && properties.some(({ key }) => key?.name === 'why');

/** Whether an element is told by its component's own properties what to explain, or goes round what the component is given. */
function isOfProperties(element, names) {
  const told = attributesOf(element).filter(({ type, name }) => type === 'JSXSpreadAttribute' || /^(metric|why)$/.test(name?.name ?? ''));
  for (const attribute of told)
    for (const { type, name } of walk(attribute)) if (type === 'Identifier' && names.includes(name)) return true;
  return names.includes('children') && element.children.some(({ expression }) => expression?.name === 'children');
}

/** The component that a number stands in. */
function ownerOf(node) {
  let name = '';
  for (let at = node; at; at = at.parent) {
    if (at.type === 'FunctionDeclaration' && at.id) name = at.id.name;
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier' && at.init && isFunction(at.init)) name = at.id.name;
  }
  return name;
}

/** Every number that the page's components show: where, as it is written there, and whether it says why. */
export function shownNumbers(root) {
  const reader = new Reader(root);
  const found = [];
  for (const file of reader.files.values()) {
    if (!file.path.endsWith('.tsx') || file.path === explanation) continue;
    for (const node of reader.shownIn(file)) {
      const written = file.text.slice(node.start, node.end).replace(/\s+/g, ' ');
      found.push({ place: `${file.path} ${ownerOf(node)}`, written, isExplained: reader.isExplained(node, file) });
    }
  }
  return found;
}
