import { execFileSync } from 'node:child_process';

/** How GitHub reads Markdown, as Debian packs it. */
const ARGUMENTS = ['-e', 'table', '-e', 'strikethrough', '-e', 'autolink', '-e', 'tagfilter', '--to', 'xml'];

/** Whether this machine has cmark-gfm. */
export const hasCmark = (() => {
  try {
    execFileSync('cmark-gfm', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A node of the document as cmark-gfm reads it. */
export interface Node {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly Node[];
  /** The characters of a leaf. */
  readonly text: string;
}

/** The document `markdown` is to cmark-gfm. */
export function parsed(markdown: string): Node {
  const xml = execFileSync('cmark-gfm', ARGUMENTS, { input: markdown, encoding: 'utf8', maxBuffer: 1 << 28 });
  const root = { name: '', attributes: '', children: [] as Node[], text: '' };
  const open: { name: string; attributes: string; children: Node[]; text: string }[] = [root];
  for (const [, closing, name, attributes, empty, text] of xml.matchAll(
    /<(\/?)([a-z_]+)((?:\s[^<>]*?)?)(\/?)>([^<]*)/g,
  )) {
    if (closing === '/') {
      open.pop();
      continue;
    }
    const node = { name, attributes, children: [] as Node[], text: unescaped(text) };
    open[open.length - 1].children.push(node);
    if (empty === '') open.push(node);
  }
  return root;
}

function unescaped(text: string): string {
  return text.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
  );
}

/** `node` and everything in it. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

/** The characters a reader sees of `node`. */
export function textOf(node: Node): string {
  if (node.name === 'html_inline') return '';
  if (node.name === 'softbreak') return ' ';
  return node.children.length === 0 ? node.text : node.children.map(textOf).join('');
}
