// What is generated within hand-written documents, between `<!-- generated: NAME -->` and `<!-- end -->`: what a command prints, the
// keys of a plan.
import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locale.js';
import { sitecam } from '../../../test/support/io.js';
import type { Product } from '../product.js';
import { keyTable } from './keys.js';

/** The documents that have blocks, with the language of each. */
const FILES: readonly (readonly [string, Locale])[] = [
  ['README.md', 'zh-CN'],
  ['README.en.md', 'en'],
  ...(['zh-CN', 'en'] as const).flatMap((locale) =>
    ['start', 'import', 'drawing', 'devices'].map((name) => [`docs/${locale}/${name}.md`, locale] as const),
  ),
];

const BLOCK = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

const HOTEL = 'fixtures/sites/qingcheng-hotel';

/** Parts of a plan whose keys are listed, as the block `keys-NAME`. */
const KEYS = [
  'site',
  'level',
  'zone',
  'wall',
  'opening',
  'sign',
  'device',
  'varifocal',
  'ptz',
  'mask',
  'mobile',
  'mandate',
  'tolerance',
];

const MAKE: Readonly<Record<string, (locale: Locale) => Promise<string>>> = {
  ...Object.fromEntries(KEYS.map((name) => [`keys-${name}`, async (locale: Locale) => keyTable(name, locale)])),
  hotel: async (locale) => fenced(await printed(['lint', `${HOTEL}/plan.yaml`], locale)),
  'hotel-wrong': async (locale) => {
    const { head, inside, summary } = await wrongHotel(locale);
    return fenced(`${head}\n…\n\n${inside}\n\n…\n${summary}`);
  },
  'changing-room': async (locale) => {
    // Up to the clause and its text: about what a reader takes in at a glance.
    const lines = (await wrongHotel(locale)).inside.split('\n');
    const penalty = lines.findIndex((line) => /^ {2}(?:如按本图实施|If carried out|If built)/.test(line));
    return fenced(`${lines.slice(0, penalty < 0 ? 13 : penalty).join('\n')}\n…`);
  },
  import: async (locale) => {
    const source = 'fixtures/import/dxf/guest-house.dxf';
    const made = await sitecam(['import', source, '-o', 'inn.yaml', '--category', 'hotel', '--lang', locale]);
    const given = Object.fromEntries(made.written);
    const looked = await sitecam(['inspect', 'inn.yaml', '--lang', locale], { given });
    const end = looked.out.search(/\n\n(?:通行|Ways|Circulation|Access)/);
    if (end < 0) throw new Error(`inspect has no section on ways:\n${looked.out}`);
    return fenced(`${made.err.trimEnd()}\n\n${looked.out.slice(0, end)}\n…`);
  },
};

export const blocks: Product = {
  name: 'docs-blocks',
  run: async () =>
    new Map(await Promise.all(FILES.map(async ([path, locale]) => [path, await filled(path, locale)] as const))),
};

async function filled(path: string, locale: Locale): Promise<string> {
  const text = readFileSync(path, 'utf8');
  const made = new Map<string, string>();
  for (const [, , name = ''] of text.matchAll(BLOCK)) {
    const make = MAKE[name];
    if (make === undefined) throw new Error(`${path}: nothing makes a block '${name}'`);
    made.set(name, await make(locale));
  }
  return text.replace(BLOCK, (_, start: string, name: string, end: string) => `${start}${made.get(name)}\n${end}`);
}

/** What linting the hotel with its mistakes prints: its head with the first finding's title, the camera in the changing room, the end. */
async function wrongHotel(locale: Locale) {
  const text = await printed(['lint', `${HOTEL}/violations.yaml`], locale);
  const findings = text.split(/\n(?=fixtures\/)/);
  const inside = findings.find((finding) => finding.includes('capture/device-in-private-zone')) ?? '';
  return { head: findings[0], inside: inside.trimEnd(), summary: text.slice(text.lastIndexOf('\n\n') + 1) };
}

async function printed(argv: readonly string[], locale: Locale): Promise<string> {
  const { out, err } = await sitecam([...argv, '--lang', locale]);
  if (out === '') throw new Error(err);
  return out;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}
