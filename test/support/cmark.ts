// Markdown as cmark-gfm, GitHub's own parser, reads it.
import { execFileSync } from 'node:child_process';

/** Options under which cmark-gfm, as Debian packages it, reads Markdown like GitHub. */
const ARGUMENTS = ['-e', 'table', '-e', 'strikethrough', '-e', 'autolink', '-e', 'tagfilter', '--to', 'xml'];

/** True if this machine has cmark-gfm. */
export const hasCmark = (() => {
  try {
    execFileSync('cmark-gfm', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A node of the document that cmark-gfm parsed. */
export interface Node {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly Node[];
  /** Characters of a leaf node. */
  readonly text: string;
}

/** Returns the document that cmark-gfm parses from `markdown`. */
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

/** Returns `node` and all its descendants. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

/** Returns the characters of `node` that a reader sees. */
export function textOf(node: Node): string {
  if (node.name === 'html_inline') return '';
  if (node.name === 'softbreak') return ' ';
  return node.children.length === 0 ? node.text : node.children.map(textOf).join('');
}
