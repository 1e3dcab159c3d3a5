// Reads the Markdown that rules and laws bring along. Handles only what their pages use.
import { verbatim } from '../i18n/locale.js';
import type { Block, Inline } from './document.js';

/** Returns Markdown of one language as blocks: paragraphs, lists, tables, quotations, fenced code. */
export function markdownBlocks(markdown: string): Block[] {
  return markdown.split(/^```\w*\n([\s\S]*?)\n```$/m).flatMap((part, n) => {
    if (n % 2 === 1) return [codeBlock(part)];
    return part
      .split(/\n{2,}/)
      .map((block) => block.trim())
      .flatMap((block) => (block === '' ? [] : [block.startsWith('|') ? table(block) : lines(block)]));
  });
}

/** Returns fenced code line by line, with the expected verdicts of an example in bold. */
function codeBlock(code: string): Block {
  const blocks = code.split('\n').map((line): Block => {
    const text = line.startsWith('# =>') ? { strong: verbatim(line) } : verbatim(line);
    return { block: 'paragraph', unbroken: true, indent: line === '' ? [0, 0] : [4, 4], text };
  });
  return { block: 'section', tight: true, blocks };
}

/** Returns items of a list, and lines as written, of which those of a quotation are indented. */
function lines(block: string): Block {
  const blocks = block.split('\n').map((line): Block => {
    if (line.startsWith('- ')) return { block: 'list', items: [inlines(line.slice(2))] };
    const text = line.replace(/^(> )+/, '');
    const indent = line.length - text.length;
    return { block: 'paragraph', indent: [indent, indent], text: inlines(text) };
  });
  return { block: 'section', tight: true, blocks };
}

function table(block: string): Block {
  const [head = [], , ...rows] = block.split('\n').map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inlines(cell.trim())),
  );
  return { block: 'table', head, rows };
}

/** Returns a line of Markdown as inline content. Emphasis by a single asterisk is plain. */
function inlines(text: string): Inline[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|`([^`]+)`|[^*`]+|./g)].flatMap(
    ([all, strong, emphasis, code]): Inline[] => {
      if (strong !== undefined) return [{ strong: inlines(strong) }];
      if (emphasis !== undefined) return inlines(emphasis);
      return [code === undefined ? verbatim(all) : { code }];
    },
  );
}
