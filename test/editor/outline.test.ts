// The outline of a plan, and what can be folded in it.

import { describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { foldsOf, offsetAt, symbolsOf } from '../../src/editor/index.js';
import type { SourceFile } from '../../src/source/types.js';
import { fileOf } from '../source/documents.js';
import { textIn } from './open.js';

const PLAN = `# 一份图纸
# 说明
sitecam: 1
deviceTypes:
  # 半球
  dome: {kind: camera, hfov: 90}
levels:
  - id: F1
    name: 一层
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 9, 3]}
      - id: wc
        kind: 卫生间
        # 轮廓
        # 顺时针
        polygon: [[0, 3],
          [2, 3], [2, 6]]
    walls:
      - {id: w1, line: [[0, 0], [1, 0]]}
    openings:
      - {id: d1, kind: glass-door}
    devices:
      - {id: C1, type: dome}
      # 下为标识
    signs:
      - {id: S1, at: [1, 1]}

  - {id: F2}
waivers:
  - {rule: capture/near-door, subject: C1>wc}
`;

function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail === undefined ? '' : `｜${detail}`}`,
    ...outline(children, `${indent}  `),
  ]);
}

/** Holds every range to the rules of the protocol: it lies in its parent's, and what is selected in it. */
function check(file: SourceFile, symbols: readonly DocumentSymbol[], from = 0, to = file.text.length): void {
  for (const { range, selectionRange, children = [], name } of symbols) {
    const at = [range.start, selectionRange.start, selectionRange.end, range.end].map((one) => offsetAt(file, one));
    expect([name, ...[from, ...at, to].toSorted((a, b) => a - b)]).toEqual([name, from, ...at, to]);
    check(file, children, at[0], at[3]);
  }
}

describe('the outline', () => {
  const file = fileOf('plan.yaml', PLAN);

  test('has floors with what stands on them, by id and name, with kinds', () => {
    const symbols = symbolsOf(file, 'zh-CN');
    expect(outline(symbols)).toEqual([
      'F1 一层',
      '  hall 走廊｜走廊',
      '  wc｜卫生间',
      '  d1｜玻璃门',
      '  C1｜摄像机',
      '  S1｜提示标识',
      'F2',
      '设备型号',
      '  dome｜摄像机',
      '例外说明',
      '  C1>wc｜capture/near-door',
    ]);
    check(file, symbols);
  });

  test('is in English, too', () => {
    expect(outline(symbolsOf(file, 'en')).slice(1, 4)).toEqual([
      '  hall 走廊｜Corridor',
      '  wc｜Restroom',
      '  d1｜glass door',
    ]);
  });

  test('has ranges of whole items, without comments behind them', () => {
    const [floor] = symbolsOf(file, 'zh-CN');
    const wc = floor?.children?.[1];
    expect(wc && textIn(file, wc.range)).toMatch(/^id: wc[\s\S]*\[2, 6\]\]$/);
    expect(wc && textIn(file, wc.selectionRange)).toBe('wc');
    expect(floor && textIn(file, floor.range)).toMatch(/^id: F1[\s\S]*at: \[1, 1\]\}$/);
  });

  test('of GeoJSON has the features under their floors', () => {
    const feature = (properties: object) => JSON.stringify({ type: 'Feature', properties, geometry: null });
    const text = `{"type": "FeatureCollection", "features": [
${feature({ element: 'zone', level: 'F2', id: 'z1', kind: 'store' })},
${feature({ element: 'wall', level: 'F2', id: 'w1' })},
${feature({ element: 'device', level: 'F1', id: 'C1', kind: 'camera', name: '门口' })},
${feature({ element: 'sign', level: 'F9', id: 'S1' })}
], "sitecam": {"version": 1, "levels": [{"id": "F1"}, {"id": "F2", "devices": [{"id": "C2", "kind": "camera"}]}]}}`;
    for (const [name, given] of [
      ['a.geojson', text],
      ['b.geojson', text.slice(0, -1)],
      ['c.geojson', JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n')],
    ] as const) {
      const one = fileOf(name, given);
      const symbols = symbolsOf(one, 'zh-CN');
      expect(outline(symbols)).toEqual(['F1', '  C1 门口｜摄像机', 'F2', '  z1｜库房', '  C2｜摄像机', 'S1｜提示标识']);
      check(one, symbols);
    }
  });

  test('of geometry without floors has the features', () => {
    const text =
      '{"type": "FeatureCollection", "features": [{"properties": {"element": "zone", "id": "a", "kind": "x"}}]}';
    expect(outline(symbolsOf(fileOf('g.geojson', text), 'zh-CN'))).toEqual(['a｜x']);
  });

  test('stays while the text is broken, and leaves out what has no name', () => {
    const text = PLAN.replace('- {id: d1, kind: glass-door}', '- {id: , kind: gl').replace('id: hall', 'id: ""');
    const symbols = symbolsOf(fileOf('plan.yaml', text), 'zh-CN');
    expect(outline(symbols).slice(0, 3)).toEqual(['F1 一层', '  走廊｜走廊', '  wc｜卫生间']);
  });
});

describe('folds', () => {
  const folds = (path: string, text: string) =>
    foldsOf(fileOf(path, text)).map(
      ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind === undefined ? '' : ` ${kind}`}`,
    );

  test('take values of several lines with their keys, and comments', () => {
    const expected = [
      '1-2 comment',
      '4-6',
      '7-28',
      '8-26',
      '10-17',
      '12-17',
      '14-15 comment',
      '16-17',
      '18-19',
      '20-21',
      '22-23',
      '25-26',
      '29-30',
    ];
    expect(folds('plan.yaml', PLAN)).toEqual(expected);
    expect(folds('plan.yaml', PLAN.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  test('take no text of several lines for comments', () => {
    expect(folds('plan.yaml', 'a: |\n  # one\n  # two\nb: 1\n')).toEqual(['1-3']);
  });

  test('take objects and lists of JSON, but no points', () => {
    expect(folds('a.json', '{"at": [\n[1,\n 2]]}')).toEqual(['1-3']);
    expect(folds('a.geojson', '{"a": 1,\n"features": [\n{"b": 1},\n{"b":\n 1}\n]\n}')).toEqual(['1-7', '2-6', '4-5']);
  });
});
