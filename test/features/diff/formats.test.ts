import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { XMLValidator } from 'fast-xml-parser';
import { chromium } from 'playwright-core';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/diff-1.schema.json' with { type: 'json' };
import { changedLevels, diffDrawing } from '../../../src/features/diff/draw/drawing.js';
import { diffSvg } from '../../../src/features/diff/draw/svg.js';
import type { DiffInput } from '../../../src/features/diff/input.js';
import { renderDiffJson } from '../../../src/features/diff/report/json.js';
import { renderDiffJunit } from '../../../src/features/diff/report/junit.js';
import { renderDiffHtml, renderDiffMarkdown, renderDiffTerminal } from '../../../src/features/diff/report/pages.js';
import { diffSarifParts } from '../../../src/features/diff/report/sarif.js';
import { renderDiffGithub, renderDiffGitlab } from '../../../src/features/diff/report/services.js';
import { headlineOf, isOfFinding } from '../../../src/features/diff/sentences.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { NASTY } from '../../support/linted.js';
import sarifSchema from '../../support/sarif-2.1.0.schema.json' with { type: 'json' };
import { toldVerdicts } from '../../support/sarif-rows.js';
import { inputOf, NEW, OLD, pairOf } from './plans.js';

const pair = pairOf(readFileSync(OLD, 'utf8'), readFileSync(NEW, 'utf8'));
const whole = inputOf(pair);
const SMALL =
  'sitecam: 1\nsite: {name: 小店, categories: [hotel], region: "150102"}\nlevels: [{id: F1, zones: [], devices: []}]\n';
const several = inputOf(
  pairOf(SMALL, SMALL, { path: 'a.yaml' }),
  pairOf(undefined, SMALL, { path: 'b.yaml' }),
  pairOf(SMALL, undefined, { path: 'c.yaml' }),
  pairOf(SMALL, 'sitecam: [', { path: 'd.yaml' }),
  pairOf('sitecam: [', SMALL, { path: 'e.yaml' }),
);

const RENDERERS: Readonly<Record<string, (input: DiffInput, locale: Locale) => string>> = {
  'terminal.txt': (input, locale) => renderDiffTerminal(input, { locale, colour: false, width: 100 }),
  'markdown.md': (input, locale) => renderDiffMarkdown(input, { locale }),
  'html.html': (input, locale) => renderDiffHtml(input, { locale }),
  'json.json': (input, locale) => renderDiffJson(input, { locale }),
  'sarif.sarif': (input, locale) => [...diffSarifParts(input, { locale })].join(''),
  'junit.xml': (input, locale) => renderDiffJunit(input, { locale }),
  'github.txt': (input, locale) => renderDiffGithub(input, { locale }),
  'gitlab.json': (input, locale) => renderDiffGitlab(input, { locale }),
};
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

const json = (input: DiffInput) => JSON.parse(renderDiffJson(input, { locale: 'en' }));

test('in Chinese a reviewer reads what the words of the plan mean, in English the plan as it is written', () => {
  const plan = (words: Readonly<Record<string, string>>) => `
sitecam: 1
site: {name: 小店, categories: [${words.category}], region: "150102"}
coordinates: metres
project: {phase: ${words.phase}}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: a, kind: ${words.kind}, rect: [0, 0, 4, 4], roles: [${words.role}]}
    walls:
      - {id: w, line: [[1, 1], [2, 1]], material: ${words.material}}
    openings:
      - {id: d, kind: ${words.opening}, line: [[1, 0], [2, 0]], glazing: ${words.glazing}, lock: ${words.lock}}
    devices:
      - {id: C1, kind: camera, at: [1, 2], form: fixed, audio: ${words.audio}, status: ${words.status}, video: ${words.video}, tilt: ${words.tilt}}
`;
  const from = {
    ...{
      category: 'hotel',
      phase: 'design',
      kind: 'store',
      role: 'corridor',
      material: 'opaque',
      opening: 'glass-door',
    },
    ...{ glazing: 'opaque', lock: 'none', audio: 'none', status: 'planned', video: 'visible', tilt: '20' },
  };
  const to = {
    ...{ category: 'bank', phase: 'in-use', kind: 'office', role: 'lobby', material: 'clear', opening: 'window' },
    ...{ glazing: 'frosted', lock: 'inner', audio: 'two-way', status: 'existing', video: 'thermal', tilt: '25' },
  };
  const compared = inputOf(pairOf(plan(from), plan(to)));
  const edits = (locale: Locale) => {
    const [, table = ''] = renderDiffMarkdown(compared, { locale }).split(/^## (?:图纸和配置的改动|Edits)$/m);
    return table.split('\n## ')[0];
  };
  const zh = edits('zh-CN');
  for (const words of [
    '设计 → 使用',
    '类型（kind）：库房 → 办公室',
    '材质（material）：不透明 → 透明',
    '类型（kind）：玻璃门 → 窗',
    '玻璃（glazing）：不透明 → 磨砂',
    '门锁（lock）：无锁 → 可自内锁闭',
    '音频采集功能（audio）：无 → 双向',
    '状态（status）：拟装 → 已装',
    '视频采集功能（video）：按类型缺省 → 热成像',
    '俯角（tilt）：20 → 25',
  ])
    expect(zh).toContain(words);
  const words = zh.replace(/\| \d+ \| [^|]* \| [^|]* \|/g, '').replace(/（[a-z.]+）/gi, '');
  expect(words).not.toMatch(/[a-z]{2,}/i);
  expect(edits('en')).not.toMatch(/[\u4e00-\u9fff]/);
});

describe.each(Object.entries(RENDERERS))('%s', (name, render) => {
  test.each(LOCALES)('is what it was, in %s', async (locale) => {
    const [stem, ending] = name.split('.');
    const found = render(whole, locale);
    expect(found).toBe(render(whole, locale));
    // The record of all verdicts and the page of tables are the others' in another form: what they hold is tested below.
    if (ending === 'sarif' || ending === 'html') return;
    await expect(found).toMatchFileSnapshot(`../../../fixtures/golden/diff/${stem}.${locale}.${ending}`);
  });

  test('never says of a side that cannot be read that nothing changed', () => {
    for (const broken of several.pairs.slice(3)) {
      for (const locale of LOCALES) {
        const said = render(inputOf(broken), locale);
        expect(said).not.toMatch(/没有差别|do not differ|"unchanged"|No verdict that counts|没有判定加重/);
        if (name !== 'gitlab.json' && name !== 'sarif.sarif')
          expect(said).toMatch(/无法读取|can(?:'|&#39;|&apos;)t be read/);
      }
    }
  });

  test('holds several plans, and none', () => {
    for (const locale of LOCALES) {
      const said = render(several, locale);
      // Rules document themselves in SARIF, with words of their own.
      if (!name.startsWith('sarif')) expect(said).not.toContain('undefined');
      for (const { path } of several.pairs) if (!name.startsWith('git')) expect(said).toContain(path);
      expect(render(inputOf(), locale).length).toBeGreaterThan(name.startsWith('github') ? -1 : 0);
    }
  });

  test('lets nothing that a plan says out of its place', () => {
    const hostile = SMALL.replace('小店', JSON.stringify(NASTY).slice(1, -1).replaceAll("'", '’'))
      .replace('name: ', 'name: "')
      .replace(', categories', '", categories');
    const nasty = `${hostile.trimEnd()}\n`;
    const said = render(inputOf(pairOf(SMALL, nasty, { path: 'a.yaml' })), 'zh-CN');
    expect(said).not.toMatch(/\u001b|\u202e/);
    if (/^(?:html|markdown|junit)/.test(name)) expect(said).not.toContain('<script');
    expect(said).not.toMatch(/^::error::evil/m);
  });
});

describe('the headline', () => {
  const FLAT = `${SMALL.slice(0, SMALL.indexOf('zones'))}zones: [{id: a, kind: corridor, name: 走廊, rect: [0, 0, 8, 3]}], devices: []}]\n`;

  test('counts what is new or worse and does not count, and never says that there is none', () => {
    const quiet = pairOf(SMALL, FLAT, { path: 'a.yaml', failOn: 'never' });
    const found = quiet.compared?.verdicts.filter(isOfFinding) ?? [];
    const n = found.filter(({ change }) => change === 'new').length;
    expect(n).toBeGreaterThan(0);
    expect(headlineOf(quiet).zh).toMatch(
      new RegExp(`^新增${n}项.*均未达到 --fail-on never 所计的程度，不影响退出码。$`),
    );
    expect(headlineOf(quiet).en).toMatch(new RegExp(`^${n} new.*none of them counts under --fail-on never`));
  });

  test('says that nothing is new or worse where nothing is', () => {
    const better = pairOf(FLAT, FLAT.replace('走廊', '长廊'), { path: 'a.yaml' });
    expect(headlineOf(better).zh).toBe('没有判定加重或者新增（按 --fail-on error 计）。');
  });
});

describe('JSON', () => {
  const valid = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

  test.each([
    ['a pair', whole],
    ['several', several],
    ['none', inputOf()],
    ['since a revision', { ...whole, since: { revision: 'main', unchanged: 3 } }],
  ])('%s is valid by its schema', (_, input) => {
    for (const locale of LOCALES) {
      const ok = valid(JSON.parse(renderDiffJson(input, { locale })));
      expect(ok ? [] : valid.errors?.slice(0, 3)).toEqual([]);
    }
  });

  test('says what became of each plan', () => {
    expect(json(several).plans.map(({ state }: { state: string }) => state)).toEqual([
      'unchanged',
      'added',
      'removed',
      'unreadable',
      'unreadable',
    ]);
  });

  test('names edits by number where a verdict hangs on them', () => {
    const [plan] = json(whole).plans;
    const numbers: number[] = plan.edits.map(({ number }: { number: number }) => number);
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    for (const { why } of plan.verdicts) for (const { edit } of why) expect(numbers).toContain(edit);
    expect(plan.worse).toBe(plan.verdicts.filter(({ counts }: { counts: boolean }) => counts).length);
  });
});

describe('SARIF', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const valid = ajv.compile(sarifSchema);
  const log = (input: DiffInput): Log => JSON.parse([...diffSarifParts(input, { locale: 'zh-CN' })].join(''));

  test('is valid, and every result says what it is beside the old plan', () => {
    for (const input of [whole, several, inputOf()]) {
      const found = log(input);
      expect(valid(found) ? [] : valid.errors?.slice(0, 3)).toEqual([]);
      for (const result of found.runs[0]?.results ?? []) {
        expect(['new', 'unchanged', 'updated', 'absent']).toContain(result.baselineState);
        expect(result.locations).toHaveLength(1);
        expect(result.message.text).toMatch(/[.。]$/);
      }
    }
  });

  test('has all verdicts of the new plan, and what is gone of the old', () => {
    const told = toldVerdicts(log(whole).runs[0]?.results ?? []);
    const n = (wanted: string) => told.filter(({ state }) => state === wanted).length;
    const compared = pair.compared;
    expect(told.length - n('absent')).toBe(compared?.new?.verdicts.length);
    expect(n('absent')).toBe(compared?.verdicts.filter(({ new: now }) => now === undefined).length);
    expect(n('new')).toBe(compared?.verdicts.filter(({ change }) => change === 'new').length);
    expect(n('unchanged')).toBe(compared?.unchanged);
  });

  test('of plans with a side that cannot be read has the fault and no results', () => {
    for (const broken of several.pairs.slice(3)) {
      const [run] = log(inputOf(broken)).runs;
      expect(run?.results).toEqual([]);
      expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
      expect(run?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(1);
    }
  });
});

describe('JUnit', () => {
  test('counts what got worse as failed, and what cannot be read as an error', () => {
    const xml = renderDiffJunit(whole, { locale: 'en' });
    expect(XMLValidator.validate(xml)).toBe(true);
    const failures = pair.compared?.verdicts.filter(
      ({ change, new: now }) =>
        (change === 'new' || change === 'worse') && now?.outcome === 'fail' && now.level === 'error',
    );
    expect(failures?.length).toBeGreaterThan(1);
    expect(xml.match(/<failure /g)).toHaveLength(failures?.length ?? 0);
    const broken = inputOf(...several.pairs.slice(3));
    expect(renderDiffJunit(broken, { locale: 'en' }).match(/<error /g)).toHaveLength(2);
  });
});

describe('services', () => {
  test('are shown what is new or worse alone, and which laws in force were left out', () => {
    const issues: { fingerprint: string; check_name: string }[] = JSON.parse(renderDiffGitlab(whole, { locale: 'en' }));
    const worse = pair.compared?.verdicts.filter(
      ({ change, new: now }) =>
        (change === 'new' || change === 'worse') && ['fail', 'open', 'review'].includes(now?.outcome ?? ''),
    );
    const cautions = issues.filter(({ check_name }) => check_name === 'configuration');
    expect(cautions).toMatchObject([{ description: expect.stringContaining('not judged by these laws in force') }]);
    expect(issues).toHaveLength((worse?.length ?? 0) + cautions.length);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    const lines = renderDiffGithub(whole, { locale: 'en' }).trim().split('\n');
    expect(lines.filter((line) => line.includes('not judged by these laws in force'))).toHaveLength(1);
    expect(lines).toHaveLength((worse?.length ?? 0) + 2);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) /);
  });
});

describe('drawing', () => {
  const { compared } = pair;
  const levels = compared === undefined ? [] : changedLevels(compared);
  const svg = (locale: Locale) =>
    compared === undefined ? '' : diffSvg(diffDrawing(compared, 'F1'), compared, { locale });

  test.each(LOCALES)('is what it was, in %s', async (locale) => {
    expect(levels).toEqual(['F1']);
    await expect(svg(locale)).toMatchFileSnapshot(`../../../fixtures/golden/diff/drawing.${locale}.svg`);
  });

  test('has a mark for every element that was edited, and every sort of area', () => {
    const found = svg('zh-CN');
    expect(XMLValidator.validate(found)).toBe(true);
    for (const edit of compared?.edits ?? []) {
      if (edit.of === 'element') expect(found).toContain(`data-edit="${edit.number}"`);
    }
    for (const kind of ['gained', 'lost', 'exposed', 'hidden']) expect(found).toContain(`data-area="${kind}"`);
  });

  test('a level that is gone, and one that is new, are drawn', () => {
    const two = SMALL.replace(
      'levels: [',
      'levels: [{id: F2, zones: [{id: z2, kind: corridor, rect: [0, 0, 4, 2]}]}, ',
    );
    for (const [old, now] of [
      [two, SMALL],
      [SMALL, two],
      [undefined, two],
      [two, undefined],
    ] as const) {
      const { compared } = pairOf(old, now, { path: 'a.yaml' });
      if (compared === undefined) expect.fail('not compared');
      for (const level of changedLevels(compared)) {
        expect(diffSvg(diffDrawing(compared, level), compared, { locale: 'en' })).toContain('<svg ');
      }
      if (old !== undefined && now !== undefined) expect(changedLevels(compared)).toEqual(['F2']);
    }
  });
});

const CHROMIUM = '/usr/bin/chromium';

// Without Debian's Chromium there is nothing to read the page with.
describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
  test('the page loads nothing, complains of nothing and shows the drawing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sitecam-diff-'));
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const faults: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      const file = join(folder, 'diff.html');
      writeFileSync(file, renderDiffHtml(whole, { locale: 'zh-CN' }));
      await page.goto(pathToFileURL(file).href);
      expect(faults).toEqual([]);
      expect(requests).toEqual([pathToFileURL(file).href]);
      expect(await page.title()).toBe('技防设计图改动比对：场所：“敕勒川歌城”');
      const box = await page.locator('svg').boundingBox();
      expect(box?.width).toBeGreaterThan(800);
      expect(await page.locator('svg [data-edit]').count()).toBe(9);
      // Each pattern is found, or the area would be black.
      const fills = await page
        .locator('svg [data-area]')
        .evaluateAll((areas) =>
          areas.map(
            (area) =>
              area.ownerDocument.querySelector((area.getAttribute('fill') ?? '').replace(/^url\((.*)\)$/, '$1'))
                ?.nodeName,
          ),
        );
      expect(fills).toEqual(fills.map(() => 'pattern'));
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
