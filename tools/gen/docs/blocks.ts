// What is generated within hand-written documents, between `<!-- generated: NAME -->` and `<!-- end -->`: what a command prints, the
// keys of a plan.
import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locale.js';
import { sitecam } from '../../../test/support/io.js';
import type { Product } from '../product.js';
import { walk } from './dxf.js';
import { keyTable } from './keys.js';

/** The documents that have blocks, with the language of each. */
const FILES: readonly (readonly [string, Locale])[] = [
  ['README.md', 'zh-CN'],
  ['README.en.md', 'en'],
  ...(['zh-CN', 'en'] as const).flatMap((locale) =>
    ['start', 'dxf', 'import', 'drawing', 'devices'].map((name) => [`docs/${locale}/${name}.md`, locale] as const),
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
    const { head, group, inside, summary } = await wrongHotel(locale);
    return fenced(`${head}\n\n${group}\n${inside}\n…\n\n${summary}`);
  },
  'changing-room': async (locale) => fenced((await wrongHotel(locale)).inside),
  'dxf-survey': async (locale) => fenced((await walk(locale)).survey),
  'dxf-mapping': async (locale) => {
    const lines = (await walk(locale)).mapping.split('\n');
    return fenced([...lines.slice(1, 6), '  …'].join('\n'), 'yaml');
  },
  'dxf-import': async (locale) => fenced((await walk(locale)).imported),
  'dxf-edits': async (locale) => fenced(`${(await walk(locale)).edited.trimEnd()}`, 'yaml'),
  'dxf-lint': async (locale) => {
    const parts = (await walk(locale)).report.trimEnd().split('\n\n');
    return fenced([...parts.slice(0, 3), '…', parts.at(-1)].join('\n\n'));
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

/** A finding of the short terminal: a line that starts with a place, and what follows until the next one or a blank line. */
const FINDING = /^ +\d+:\d+ {2}[^\n]*(?:\n(?! +\d+:\d+ )[^\n]+)*/gm;

/** What linting the hotel with its mistakes prints: its head, the camera in the changing room below its outcome, the end. */
async function wrongHotel(locale: Locale) {
  const text = (await printed(['lint', `${HOTEL}/violations.yaml`], locale)).trimEnd();
  const parts = text.split('\n\n');
  for (const part of parts) {
    const inside = part.match(FINDING)?.find((finding) => finding.includes('capture/device-in-private-zone'));
    if (inside !== undefined)
      return { head: parts[0], group: part.slice(0, part.indexOf('\n')), inside, summary: parts.at(-1) };
  }
  throw new Error(`the report has no finding of the camera in the changing room:\n${text}`);
}

async function printed(argv: readonly string[], locale: Locale): Promise<string> {
  const { out, err } = await sitecam([...argv, '--lang', locale]);
  if (out === '') throw new Error(err);
  return out;
}

function fenced(text: string, language = 'text'): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
