import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormatName } from '../../src/cli/output/formats.js';
import * as terms from '../../src/findings/wording/texts.js';
import { templatesOf } from '../../src/i18n/catalogue.js';
import type { Localized } from '../../src/i18n/locale.js';
import { faultTexts } from '../../src/plan/check/texts.js';
import { DEVICE_NAMES } from '../../src/plan/device-names.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { rules } from '../../src/rules/registry.gen.js';
import { sitecam } from '../support/io.js';

const CHINESE = /[\u3400-\u9fff]/;

function isLocalized(table: Localized | Readonly<Record<string, Localized>>): table is Localized {
  return typeof table.zh === 'string';
}

/** Parts of sentences with a word or a count in one language that the other has no need of. */
const PARTS: ReadonlySet<string> = new Set([
  'facts/captures-neither',
  'facts/captures-no-image',
  'facts/may-capture-both',
  'facts/may-capture-images',
  'facts/count-of',
  'notes/space',
  'notes/etc',
  'notes/share',
  'notes/relabelled-zone',
  'notes/profile-at',
  'trust/more',
  'capture/and',
  'capture/sound-and-image',
  'capture/sound-or-image',
  'capture/images',
  'coverage/on-level',
  'signs/written',
  'signs/many-signs',
  'signs/many-named',
]);

/** Every text of a catalogue that a module below `findings` exports, by its id; the empty hint is no text. */
async function templates(): Promise<[string, Localized][]> {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      /^(source|config|law|plan|facts|rules|lint)\/.*\.ts$/.test(path) &&
      readFileSync(`src/${path}`, 'utf8').includes(' = catalogue('),
  );
  const modules: Readonly<Record<string, unknown>>[] = await Promise.all(
    paths.map((path) => import(`../../src/${path}`)),
  );
  const all = templatesOf(
    ...modules.flatMap((module) => Object.values(module)).filter((one) => typeof one === 'object' && one !== null),
  );
  return Object.entries(all).filter(([id, { zh, en }]) => zh + en !== '' && !PARTS.has(id));
}

/** Names in the braces of a text, each once. */
function names(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]\w*)(?:\|[^{}]*)?\}/g)].map(([, name]) => name))].sort();
}

/** Every text that a report is made of, by where it stands. */
const texts: [string, Localized][] = [
  ...rules.flatMap(({ id, title, messages }): [string, Localized][] => [
    [`${id} title`, title],
    ...Object.entries<Localized>(messages).map(([name, text]): [string, Localized] => [`${id} ${name}`, text]),
  ]),
  ...(await templates()),
  ...Object.entries(faultTexts).flatMap(([id, { title, texts: own }]): [string, Localized][] => [
    [`${id} title`, title],
    ...Object.entries(templatesOf(own)).map(([name, text]): [string, Localized] => [`${id} ${name}`, text]),
  ]),
  ...Object.entries<Localized>(DEVICE_NAMES),
  ...Object.entries<Localized | Readonly<Record<string, Localized>>>(terms).flatMap(([name, table]) =>
    Object.entries<Localized>(isLocalized(table) ? { [name]: table } : table).map(([id, text]): [string, Localized] => [
      `${name} ${id}`,
      text,
    ]),
  ),
];

describe('every text', () => {
  test('is there in both languages, each in its own', () => {
    const words = (text: string) => text.replace(/\{\w+(?:\|([^{}|]*)[^{}]*)?\}/g, '$1');
    const says = (text: string) => CHINESE.test(words(text)) || /[a-z]/i.test(words(text));
    // In one language some only put values together (第{n}层 / {n}), join them (、 / and) or go on (等 / …).
    const joins = (text: string) => !says(text) && (text.includes('{') || /^(?:[、，；]| …)$/.test(text));
    const wrong = texts.filter(
      ([, { zh, en }]) =>
        zh === '' ||
        en === '' ||
        CHINESE.test(en) ||
        (CHINESE.test(words(zh)) !== /[a-z]/i.test(words(en)) && !joins(zh) && !joins(en)),
    );
    expect(wrong).toEqual([]);
  });

  test('that is a sentence in one language is one in the other, with the same values', () => {
    for (const [name, { zh, en }] of texts) {
      // A sentence that others follow ends with a space in English.
      expect([name, /[.?] ?$/.test(en)]).toEqual([name, /[。？]$/.test(zh)]);
      expect([name, names(zh)]).toEqual([name, names(en)]);
    }
  });

  test('is without half-width punctuation in Chinese', () => {
    const wrong = texts.filter(([, { zh }]) =>
      /[\u3400-\u9fff”）}][,;!?]|[\u3400-\u9fff] ?\(|\) ?[\u3400-\u9fff]/.test(zh.replace(/\[[^\]]*\]/g, '')),
    );
    expect(wrong).toEqual([]);
  });
});

/** The sites with their draughts full of mistakes; what is named in them is named in Latin letters. */
const SITES = readdirSync('fixtures/sites').flatMap((site) =>
  readdirSync(`fixtures/sites/${site}`)
    .filter((name) => /^(plan|violations)\.(yaml|geojson)$/.test(name))
    .map((name) => `fixtures/sites/${site}/${name}`),
);

const given = Object.fromEntries(
  readdirSync('fixtures/sites', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|geojson)$/.test(path))
    .map((path) => {
      const full = `fixtures/sites/${path.replaceAll('\\', '/')}`;
      return [full, readFileSync(full, 'utf8').replace(/[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”·—]+/g, 'Name')];
    }),
);

/** What people read; the others are for tools, and some of them carry both languages on purpose. */
const FOR_PEOPLE = REPORT_FORMATS.filter((format) => !/^(json|sarif)/.test(format));

/** The sites in every format that people read, of one run. */
async function written(lang: string): Promise<ReadonlyMap<string, string>> {
  const files = FOR_PEOPLE.filter((format) => format !== 'terminal').flatMap((name) => ['-f', `${name}=${name}`]);
  const argv = ['lint', ...SITES, '-f', 'terminal', ...files, '--lang', lang, '--verbose', '--today', '2026-11-24'];
  const ran = await sitecam(argv, { given });
  return new Map([['terminal', ran.out], ...ran.written]);
}

const known = new Map<string, Promise<ReadonlyMap<string, string>>>();

async function reports(format: FormatName, lang: string): Promise<string> {
  const all = known.get(lang) ?? written(lang);
  known.set(lang, all);
  return (await all).get(format) ?? expect.fail(format);
}

/** What isn't prose: code, paths, quoted texts of the plan and of the law. */
function prose(text: string): string {
  return (
    text
      // Lines of the plan are its author's.
      .replace(/^ *\d+ \| .*$/gm, '')
      .replace(/<(script|style)[\s\S]*?<\/\1>|<code[\s\S]*?<\/code>/g, '')
      .replace(/<[^>\n]*>|`[^`\n]*`/g, '')
      .replace(/\n +/g, '')
  );
}

describe.each(FOR_PEOPLE)('%s in English', (format) => {
  test('has no Chinese but the words of the law that it explains', async () => {
    const text = (await reports(format, 'en')).replace(/1万元|l万元|\(附近\)/g, '');
    const found = [...text.matchAll(/.{0,60}[\u3000-\u9fff（），：；？！]+.{0,60}/g)].map(([line]) => line);
    expect(found.slice(0, 5)).toEqual([]);
  });
});

describe.each(['terminal', 'markdown', 'html'] as const)('%s in Chinese', (format) => {
  test('has no sentence in English', async () => {
    const text = prose(await reports(format, 'zh-CN'));
    expect(text.match(/(?:\b[A-Za-z]{2,} ){3,}[A-Za-z]{2,}/g) ?? []).toEqual([]);
  });

  test('cites, counts and dates as a police document does', async () => {
    const text = prose(await reports(format, 'zh-CN'));
    // A paragraph that is quoted whole lists its items, after a colon or a semicolon.
    expect(text.match(/第\d+[条款项]|第\([^)]*\)|(?<![：；])（[一二三四五六七八九十]+）(?!项)/g) ?? []).toEqual([]);
    // As statutes and official documents write sums: 5000元.
    expect(text.match(/.{0,20}\d,\d{3}元/g) ?? []).toEqual([]);
    expect(text.match(/.{0,20}\b\d{4}-\d{2}-\d{2}\b/g) ?? []).toEqual([]);
    expect(text).toMatch(/2026年11月24日/);
    expect(text).toMatch(/第九条第二款第（[一二三四五六]）项/);
  });

  test('has the punctuation of Chinese', async () => {
    const text = prose(await reports(format, 'zh-CN'));
    const wrong = text.match(
      /.{0,20}[\u3400-\u9fff”）][,;:!?](?![\w/]).{0,20}|.{0,20}[\u3400-\u9fff] ?\([^)]*[\u3400-\u9fff].{0,20}/g,
    );
    expect((wrong ?? []).filter((line) => !line.includes('燃油 (气)'))).toEqual([]);
  });
});
