import { parseSync, Visitor } from 'rolldown/utils';

/** One way to break a module: what stands from `start` to `end` becomes `text`. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The line it is on, with what stands there and what stands there instead: tells mutants apart wherever they move. */
  readonly shown: string;
  /** What stands there. */
  readonly original: string;
  /** What stands there instead; undefined where a statement is left out. */
  readonly text: string | undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What an operator is mistaken for: the neighbours on the boundary, the opposite, the inverse. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
};
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '===', '!==', 'in', 'instanceof']);

/** What a method is mistaken for. */
const METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    min: 'max',
    max: 'min',
    floor: 'ceil',
    ceil: 'floor',
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    sin: 'cos',
    cos: 'sin',
    find: 'findLast',
    findLast: 'find',
  }),
);
/** Methods whose result is as good as what they were called on: they are left out. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'toLowerCase',
  'abs',
]);

/**
 * Every way to break `text`, the module at `path`, in order. Not broken: types; texts for people (what a property `zh` or
 * `en` says, what an Error is told) and names of keys and modules.
 */
export function mutantsOf(path: string, text: string): Mutant[] {
  const { program, errors } = parseSync(path, text, { lang: 'ts', sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineAt = linesOf(text);
  const found: Mutant[] = [];
  /** Nothing in these is broken; in the second, no text is. */
  const types: Range[] = [];
  const texts: Range[] = [];
  const chains: Range[] = [];
  /** Where texts begin that a function reads raw. */
  const tagged = new Set<number>();

  const put = ({ start, end }: Range, replacement: string | undefined): void => {
    const original = text.slice(start, end);
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const after = /^.*/.exec(text.slice(end))?.[0] ?? '';
    const shown = `${before}⟦${short(original)} → ${short(replacement ?? 'left out')}⟧${after}`.trim();
    found.push({ path, line: lineAt(start), start, end, shown, original, text: replacement });
  };
  const sourceOf = ({ start, end }: Range): string => text.slice(start, end);
  /** Breaks a part of `whole`; of an optional chain the whole, which a pair of brackets would part. */
  const splice = (whole: Range, part: Range, replacement: string): void => {
    const chain = chains.at(-1);
    const range = chain !== undefined && chain.start === whole.start ? chain : whole;
    put(range, text.slice(range.start, part.start) + replacement + text.slice(part.end, range.end));
  };
  /** Where the operator between two operands stands. */
  const between = (left: Range, right: Range, operator: string): Range => {
    const start = text.indexOf(operator, left.end);
    if (start < 0 || start >= right.start) throw new Error(`${path}:${lineAt(left.end)}: where is ${operator}?`);
    return { start, end: start + operator.length };
  };
  const decide = (test: Range): void => {
    put(test, 'true');
    put(test, 'false');
  };
  const returned = (value: { readonly type: string; readonly operator?: string } & Range): void => {
    const { type, operator = '' } = value;
    if (type === 'LogicalExpression' ? operator !== '??' : COMPARISONS.has(operator) || operator === '!') decide(value);
    else if (type === 'BinaryExpression' && operator !== '+') put(value, '0');
    else if (type === 'CallExpression' && /^Math\./.test(sourceOf(value))) put(value, '0');
    else if (type === 'CallExpression' && /\.(map|flatMap|filter|toSorted|sort)\(/.test(sourceOf(value)))
      put(value, '[]');
  };

  new Visitor({
    TSLiteralType: (node) => types.push(node),
    TSTemplateLiteralType: (node) => types.push(node),
    TSEnumDeclaration: (node) => types.push(node),
    ImportDeclaration: (node) => types.push(node),
    ExportAllDeclaration: (node) => types.push(node),
    ExportNamedDeclaration: ({ source }) => {
      if (source) types.push(source);
    },
    Property: ({ key, value, computed }) => {
      if (!computed) types.push(key);
      if (key.type === 'Identifier' && (key.name === 'zh' || key.name === 'en')) texts.push(value);
    },
    NewExpression: (node) => {
      if (/Error$/.test(sourceOf(node.callee))) texts.push(node);
    },
    ChainExpression: (node) => chains.push(node),
    'ChainExpression:exit': () => chains.pop(),
    MemberExpression: (node) => {
      if (!node.optional) return;
      const mark = between(node.object, { start: node.end, end: node.end }, '?.');
      splice(node, mark, node.computed ? '' : '.');
    },
    BinaryExpression: (node) => {
      const { left, right, operator } = node;
      if (operator === '+' && [left, right].some((side) => /^['"`]/.test(sourceOf(side)))) return;
      for (const other of OPERATORS[operator] ?? []) splice(node, between(left, right, operator), other);
    },
    LogicalExpression: (node) => {
      const { left, right, operator } = node;
      if (operator === '??') {
        put(node, sourceOf(left));
        put(node, sourceOf(right));
        return;
      }
      for (const other of OPERATORS[operator] ?? []) {
        put(node, `(${sourceOf(left)}) ${other} (${sourceOf(right)})`);
      }
      for (const side of [left, right]) put(side, String(operator === '&&'));
    },
    AssignmentExpression: (node) => {
      for (const other of OPERATORS[node.operator] ?? []) {
        splice(node, between(node.left, node.right, node.operator), other);
      }
    },
    UnaryExpression: (node) => {
      if (node.operator === '!') put(node, sourceOf(node.argument));
      if (node.operator === '-') put(node, node.argument.type === 'Literal' ? '0' : sourceOf(node.argument));
    },
    IfStatement: ({ test }) => decide(test),
    ConditionalExpression: ({ test }) => decide(test),
    WhileStatement: ({ test }) => put(test, 'false'),
    ForStatement: ({ test }) => {
      if (test) put(test, 'false');
    },
    ForOfStatement: (node) => put(node, undefined),
    ExpressionStatement: (node) => put(node, undefined),
    BreakStatement: (node) => put(node, undefined),
    ContinueStatement: (node) => put(node, undefined),
    ThrowStatement: (node) => put(node, undefined),
    ReturnStatement: ({ argument }) => {
      if (argument) returned(argument);
    },
    ArrowFunctionExpression: ({ body }) => {
      if (body.type !== 'BlockStatement') returned(body);
    },
    ArrayExpression: (node) => {
      const elements = node.elements.filter((element) => element !== null);
      const isList = elements.length > 2 || elements.some(({ type }) => type === 'SpreadElement' || type === 'Literal');
      if (!isList) return;
      put(node, '[]');
      if (elements.length < 2) return;
      for (const element of elements) {
        put(node, `[${elements.flatMap((other) => (other === element ? [] : sourceOf(other))).join(', ')}]`);
      }
    },
    ObjectExpression: (node) => {
      for (const property of node.properties) {
        if (property.type !== 'SpreadElement') continue;
        const others = node.properties.filter((other) => other !== property);
        put(node, `{${others.map(sourceOf).join(', ')}}`);
      }
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.computed) return;
      const { name } = callee.property;
      const other = METHODS.get(name);
      if (other !== undefined) splice(node, callee.property, other);
      if (!LEFT_OUT.has(name)) return;
      const kept = sourceOf(callee.object) === 'Math' ? node.arguments[0] : callee.object;
      if (kept !== undefined) splice(node, node, sourceOf(kept));
    },
    Literal: (node) => {
      const { value, raw } = node;
      if (typeof value === 'boolean') put(node, String(!value));
      if (typeof value === 'string') put(node, value === '' ? "'mutant'" : "''");
      if (typeof value === 'number') {
        for (const other of othersOf(value)) put(node, String(other));
      }
      if (raw === null) throw new Error(`${path}:${lineAt(node.start)}: a literal that isn't written`);
    },
    // A text that a function reads raw is broken with that function: brackets between the two would hand it a plain text.
    TaggedTemplateExpression: (node) => {
      put(node, '``');
      tagged.add(node.quasi.start);
    },
    TemplateLiteral: (node) => {
      if (!tagged.has(node.start)) put(node, '``');
    },
  }).visit(program);

  const isText = ({ original }: Mutant) => /^['"`]/.test(original);
  const known = new Set<string>();
  return found
    .filter(({ start, end, text }) => known.size < known.add(`${start} ${end} ${text}`).size)
    .filter((mutant) => !types.some((range) => isWithin(mutant, range)))
    .filter((mutant) => !isText(mutant) || !texts.some((range) => isWithin(mutant, range)))
    .filter(({ original, text }) => original !== text)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A count is one off; a measure is twice or half; a tolerance, chosen by magnitude, a thousand times as large or as small. */
function othersOf(value: number): number[] {
  if (Number.isInteger(value) && value < 1000) return [value + 1, value - 1].filter((other) => other >= 0);
  return Math.abs(value) < 1e-4 ? [value * 1000, value / 1000] : [value * 2, value / 2];
}

/** On one line; of what is long, the beginning and the end. */
function short(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 60)} … ${line.slice(-60)}` : line;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function linesOf(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.filter((start) => start <= offset).length;
}
