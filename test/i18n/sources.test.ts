import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map((path) => {
    const source = readFileSync(join(SRC, path), 'utf8');
    return { path, source, nodes: nodesOf(parseAst(source, { lang: 'ts' })) };
  });

/** A node of the syntax tree, of which only some are known here. */
type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** `node` and everything in it. */
function nodesOf(node: unknown): Tree[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  return isTree(node) ? [node, ...Object.values(node).flatMap(nodesOf)] : [];
}

/** The characters of a literal; of a template each value as {}. */
function literalText(node: unknown): string | undefined {
  if (!isTree(node)) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked).join('{}');
}

/** Chinese characters and Chinese punctuation. */
const CHINESE = /[\u3400-\u9fff]/;

/** Half-width punctuation between Chinese, or between Chinese and a value put in: there it is full-width. */
const HALF_WIDTH =
  /[\u3400-\u9fff”’）】》…}] ?[,;:!?()] ?[\u3400-\u9fff“‘（【《{]|[\u3400-\u9fff][,;!?]|\([^()]*[\u3400-\u9fff][^()]*\)/;

/** What stands in code, or is a plan or a part of one, isn't prose. */
function prose(text: string): string {
  if (/^\s*(sitecam|levels|zones|openings|devices): |- \{id: /m.test(text)) return '';
  return text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`]*`|“键: 值”/g, '“”')
    .replace(/\[[^\]]*\]|\{[^{}]+\}/g, '{}');
}

type File = (typeof files)[number];

/** Every literal of a file that is in Chinese. */
function chineseIn({ nodes }: File): string[] {
  return nodes
    .map(literalText)
    .filter((text) => text !== undefined && CHINESE.test(text))
    .map(String);
}

/** Where texts aren't prose: vocabularies to recognise names by, and what a parser reads. */
const NOT_PROSE = /^law\/(names|named)|^report\/html\/.*(css|script)/;

/** Chinese in an English text: a name of the statute's, an example in quotes. */
const QUOTED = /'[^']*'|1万元/g;

describe.each(files.filter((file) => chineseIn(file).length > 0).map((file) => [file.path, file] as const))(
  '%s',
  (path, file) => {
    test.skipIf(NOT_PROSE.test(path))('Chinese has the punctuation of Chinese', () => {
      expect(chineseIn(file).filter((text) => HALF_WIDTH.test(prose(text)))).toEqual([]);
    });

    test('what is said in one language is said in the other', () => {
      const wrong = file.nodes.filter((node) => {
        if (node.type !== 'ObjectExpression') return false;
        const properties = nodesOf(node.properties).filter(({ type }) => type === 'Property');
        const own = properties.filter(
          (property) => Array.isArray(node.properties) && node.properties.includes(property),
        );
        const texts = new Map(own.map(({ key, value }) => [isTree(key) ? key.name : undefined, value]));
        if (!texts.has('zh') && !texts.has('en')) return false;
        const [zh, en] = [literalText(texts.get('zh')), literalText(texts.get('en'))];
        if (!texts.has('zh') || !texts.has('en') || /^\s+$/.test(`${zh}${en}`)) return true;
        if (zh !== undefined && en !== undefined && (zh === '') !== (en === '')) return true;
        return en !== undefined && CHINESE.test(prose(en).replace(QUOTED, ''));
      });
      expect(wrong.map(({ start, end }) => file.source.slice(Number(start), Number(end)))).toEqual([]);
    });
  },
);
