import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { overlap } from '../../src/draw/marks/label-grid.js';
import { placeLabels } from '../../src/draw/marks/labels.js';
import { drawingOf, type LevelDrawing } from '../../src/draw/model.js';
import { layoutOf } from '../../src/draw/page/layout.js';
import { scaleOf } from '../../src/draw/page/scale.js';
import { LAYERS, svgOf } from '../../src/draw/svg.js';
import type { Report } from '../../src/lint/types.js';
import { PLANS, reportOf, reportOfText } from './sites.js';

const LOCALES = ['zh-CN', 'en'] as const;
const ALL = { zones: true, devices: true, findings: true, labels: true };
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

interface Node {
  readonly [name: string]: Node | Node[] | string | undefined;
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: true });

/** The values of an attribute over the whole document. */
function values(node: Node | Node[] | string | undefined, attribute: string): string[] {
  if (node === undefined || typeof node === 'string') return [];
  if (Array.isArray(node)) return node.flatMap((one) => values(one, attribute));
  return Object.entries(node).flatMap(([key, value]) =>
    key === `@${attribute}` && typeof value === 'string' ? [value] : values(value, attribute),
  );
}

/** Every name of an element in the document. */
function names(node: Node | Node[] | string | undefined): string[] {
  if (node === undefined || typeof node === 'string') return [];
  if (Array.isArray(node)) return node.flatMap(names);
  return Object.entries(node).flatMap(([key, value]) =>
    key.startsWith('@') || key.startsWith('#') ? [] : [key, ...names(value)],
  );
}

describe.each(PLANS)('%s', (plan) => {
  let report: Report;
  let drawings: LevelDrawing[];
  beforeAll(() => {
    report = reportOf(plan);
    drawings = report.site.levels.map(({ id }) => drawingOf(report, id));
  });

  test('is well-formed, and every zone, opening, device and number is in it once', () => {
    for (const drawing of drawings) {
      for (const locale of LOCALES) {
        const svg = svgOf(drawing, { locale });
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        if (locale === 'en') continue;
        const root: Node = parser.parse(svg);
        expect(values(root, 'data-opening')).toEqual(drawing.openings.map(({ id }) => id));
        const zones = values(root, 'data-zone');
        for (const { id } of drawing.zones) expect(zones).toContain(id);
        const devices = values(root, 'data-device');
        for (const { id } of drawing.devices) expect(devices).toContain(id);
        const marks = values(root, 'data-mark').map(Number);
        for (const { number, at } of drawing.findings) if (at !== undefined) expect(marks).toContain(number);
      }
    }
  });

  test.skipIf(!hasXmllint)('xmllint reads it (where it is installed)', () => {
    for (const drawing of drawings) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '-'], {
        input: svgOf(drawing, { locale: 'zh-CN' }),
      });
      expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
    }
  });

  test('no label lies on another, on a device or off the sheet, and every finding has its number', () => {
    for (const drawing of drawings) {
      const { scale, sheet } = layoutOf(drawing, true);
      for (const locale of LOCALES) {
        const { labels, left } = placeLabels(drawing, scale, sheet, locale, ALL);
        const symbols = drawing.devices.map(({ at }) => {
          const [x, y] = scale.point(at);
          return { id: 'symbol', rect: { x: x - 4, y: y - 4, width: 8, height: 8 } };
        });
        const bad = labels.flatMap(({ rect, id }, n) => [
          ...[...labels.slice(n + 1), ...symbols]
            .filter((other) => overlap(rect, other.rect))
            .map((one) => [id, one.id]),
          ...(rect.x < 0 || rect.y < 0 ? [[id, 'edge']] : []),
        ]);
        expect(bad).toEqual([]);
        expect(left.findings).toBe(0);
        // Every room of these sites is large enough for its name, here or beside it.
        expect(labels.filter(({ of }) => of === 'zone')).toHaveLength(drawing.zones.length);
        expect(left.devices).toBe(0);
      }
    }
  });

  test('gives the same bytes again, from the plan on', () => {
    const again = reportOf(plan);
    for (const drawing of drawings) {
      const other = drawingOf(again, drawing.level.id);
      expect(svgOf(other, { locale: 'zh-CN' })).toBe(svgOf(drawing, { locale: 'zh-CN' }));
    }
  });
});

test('a small site, as it was last looked at', async () => {
  const report = reportOf('polling-station/violations.yaml');
  const drawing = drawingOf(report, 'F1');
  const golden = new URL('../../fixtures/golden/drawing.', import.meta.url).pathname;
  await expect(svgOf(drawing, { locale: 'zh-CN' })).toMatchFileSnapshot(`${golden}zh-CN.svg`);
  await expect(svgOf(drawing, { locale: 'en' })).toMatchFileSnapshot(`${golden}en.svg`);
});

test('an English drawing holds no Chinese but what the plan says', () => {
  for (const plan of PLANS) {
    const report = reportOf(plan);
    const said = readFileSync(new URL(`../../fixtures/sites/${plan}`, import.meta.url), 'utf8');
    for (const { id } of report.site.levels) {
      const svg = svgOf(drawingOf(report, id), { locale: 'en' });
      const foreign = [...svg.matchAll(/\p{Script=Han}/gu)].map(([character]) => character);
      const others = foreign.filter((character) => !said.includes(character));
      // Names of the museum's rooms stand in a file of their own.
      if (!plan.startsWith('museum')) expect(others).toEqual([]);
    }
  }
});

test('each layer can be left out, and only its own marks go', () => {
  const drawing = drawingOf(reportOf('qingcheng-hotel/violations.yaml'), 'F1');
  const groups: Readonly<Record<(typeof LAYERS)[number], RegExp>> = {
    zones: /class="zones"/,
    must: /class="must"/,
    may: /class="may"/,
    remainder: /class="remainder"/,
    devices: /class="devices"/,
    findings: /class="sight-lines"/,
    labels: /class="(zone|device)"/,
  };
  const all = svgOf(drawing, { locale: 'zh-CN' });
  for (const layer of LAYERS) {
    expect(all).toMatch(groups[layer]);
    const without = svgOf(drawing, { locale: 'zh-CN', show: new Set(LAYERS.filter((one) => one !== layer)) });
    for (const other of LAYERS) {
      if (other === layer) expect(without).not.toMatch(groups[other]);
      else expect(without, `${other} without ${layer}`).toMatch(groups[other]);
    }
  }
});

describe('a sheet owns up to what was left out', () => {
  const report = reportOf(PLANS[0]);
  const level = report.site.levels.find(({ id }) => drawingOf(report, id).findings.length > 0)?.id ?? '';
  const drawing = drawingOf(report, level);
  const count = new Set(drawing.findings.map(({ number }) => number)).size;
  /** What is written on it, lines of a panel run together. */
  const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join('');
  const without = (...layers: string[]) => new Set(LAYERS.filter((one) => !layers.includes(one)));

  test('layers by name, and of findings how many there are', () => {
    expect(count).toBeGreaterThan(0);
    const zh = words(svgOf(drawing, { locale: 'zh-CN', show: without('may', 'findings') }));
    expect(zh).toContain(`本图未画最大可视范围、问题（本层${count}项，见报告）`);
    const en = words(svgOf(drawing, { locale: 'en', show: without('zones', 'findings') })).replaceAll(' ', '');
    expect(en).toContain(`Notdrawnzones,findings(${count}onthislevel,seethereport)`);
  });

  test('every layer has a name', () => {
    for (const locale of LOCALES) {
      const names = LAYERS.map((layer) => words(svgOf(drawing, { locale, show: without(layer) })));
      for (const name of names) expect(name).toMatch(/本图未画\S|Not drawn\S/);
      expect(new Set(names).size).toBe(LAYERS.length);
    }
  });

  test('of which device the views alone are drawn, unless no views are', () => {
    const device = drawing.devices[0].id;
    expect(words(svgOf(drawing, { locale: 'zh-CN', device }))).toContain(`可视范围仅画设备${device}的`);
    expect(words(svgOf(drawing, { locale: 'en', device }))).toContain(`Viewsof device ${device} only`);
    expect(words(svgOf(drawing, { locale: 'zh-CN', device, show: without('must', 'may') }))).not.toContain('仅画设备');
  });

  test('findings that stand on no level are counted with the layer hidden too', () => {
    const other = { ...drawing, elsewhere: 2 };
    expect(words(svgOf(other, { locale: 'zh-CN', show: without('findings') }))).toContain('另有2项问题不能在本层图中');
  });

  test('ids of signs and of devices, each by its name', () => {
    const { at } = drawing.devices[0];
    const signs = Array.from({ length: 300 }, (_, n) => {
      return { id: `S${n}`, name: undefined, at, heading: undefined, status: 'planned' as const };
    });
    const crowded = { ...drawing, signs };
    const { scale, sheet } = layoutOf(crowded, true);
    const { labels, left } = placeLabels(crowded, scale, sheet, 'en', ALL);
    const written = (list: LevelDrawing['devices'] | LevelDrawing['signs']) =>
      labels.filter(({ id }) => list.some((one) => one.id === id)).length;
    expect(left.signs).toBe(signs.length - written(signs));
    expect(left.devices).toBe(drawing.devices.length - written(drawing.devices));
    expect(words(svgOf(crowded, { locale: 'zh-CN' }))).toContain(`${left.signs}处提示标识的编号`);
    expect(words(svgOf(crowded, { locale: 'en' })).replaceAll(' ', '')).toContain(`${left.signs}signids`);
  });

  test('with everything drawn nothing is said', () => {
    expect(words(svgOf(drawing, { locale: 'zh-CN' }))).not.toMatch(/本图未画|仅画设备/);
  });
});

const EVIL =
  '<script>a</script>]]><!-- --> | `c` ](javascript:alert(1)) \u001b[31mred\u202e ::error:: =cmd() & " \' &lt; \ufffe \u0000';

test('names that attack a reader are text', () => {
  const text = JSON.stringify(EVIL).replaceAll('\\u0000', '');
  const id = JSON.stringify('<b>&"\'|`]]>').replaceAll('>', '');
  const report = reportOfText(`sitecam: 1
site: {name: ${text}, categories: [hotel]}
levels:
  - id: F1
    name: ${text}
    zones:
      - {id: ${id}, kind: guest-room, name: ${text}, rect: [0, 0, 8, 8]}
      - {id: hall, kind: lobby, name: ${text}, rect: [8, 0, 8, 8]}
    openings: [{id: ${JSON.stringify('"><script')}, kind: door, name: ${text}, line: [[8, 2], [8, 3]]}]
    devices:
      - {id: ${JSON.stringify("'onload='x")}, kind: camera, name: ${text}, type: t, at: [4, 4], heading: 90, hfov: 90, height: 3, resolution: [100, 100]}
deviceTypes: {t: {kind: camera}}
`);
  for (const locale of LOCALES) {
    const svg = svgOf(drawingOf(report, 'F1'), { locale });
    expect(XMLValidator.validate(svg)).toBe(true);
    const root: Node = parser.parse(svg);
    const allowed = /^(svg|title|defs|pattern|clipPath|g|rect|circle|path|text|tspan)$/;
    expect(names(root).filter((name) => !allowed.test(name))).toEqual([]);
    expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\ufffe]/);
    for (const attribute of ['onload', 'href', 'xlink:href', 'style']) expect(values(root, attribute)).toEqual([]);
    expect(values(root, 'data-device')).toContain("'onload='x");
  }
});

test('a camera of another level is drawn where its view comes from, and said to be of that level', () => {
  const report = reportOf('boarding-school/violations.yaml');
  const drawing = drawingOf(report, 'F2');
  expect(drawing.visitors.map(({ id, from }) => [id, from.id])).toEqual([['C06', 'F1']]);
  const svg = svgOf(drawing, { locale: 'zh-CN' });
  expect(svg).toContain('>C06（F1）<');
  expect(svg).toContain('在其他楼层');
  expect(svgOf(drawingOf(report, 'F1'), { locale: 'zh-CN' })).not.toContain('在其他楼层');
});

test('outlines that stop where rounding leaves nothing, or touch themselves, stay what they are', () => {
  const scale = scaleOf({ minX: 0, minY: 0, maxX: 10, maxY: 10 }, 10, 0, 0);
  expect(
    scale.ring([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]),
  ).toBe('M0 100h10v-10z');
  expect(
    scale.ring([
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
    ]),
  ).toBe('M0 100h10h-10v-10z');
  expect(
    scale.ring([
      [0, 0],
      [0.0001, 0],
      [0, 0.0001],
    ]),
  ).toBe('');
  expect(
    scale.line([
      [0, 10],
      [2, 9],
    ]),
  ).toBe('M0 0l20 10');
});

test('true north turns the arrow, and only the arrow', () => {
  const plan = (north: number) => `sitecam: 1
site: {name: x, categories: [hotel]}
north: ${north}
levels: [{id: F1, zones: [{id: a, kind: lobby, rect: [0, 0, 4, 4]}]}]
`;
  const svg = (north: number) => svgOf(drawingOf(reportOfText(plan(north)), 'F1'), { locale: 'zh-CN' });
  expect(svg(0)).toContain('rotate(0)');
  expect(svg(30)).toBe(svg(0).replace('rotate(0)', 'rotate(30)'));
});
