import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { bothLanguages } from '../../src/i18n/locale.js';
import { type ReportInput, renderMarkdown, renderTerminal, rules } from '../../src/index.js';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { fromPortable, toPortable } from '../../src/lint/support/portable.js';
import { renderJson } from '../../src/report/json/json.js';

const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };

const PLAN = `sitecam: 1
site: {name: 测试, categories: [school], region: "150102"}
levels:
  - id: F1
    zones:
${Array.from({ length: 7 }, (_, n) => `      - {id: u${n}, kind: other, kindUnknown: ${n < 3 ? 'room' : '""'}, rect: [${n * 5}, 0, 4, 3]}\n`).join('')}      - {id: named, kind: other, kindUnknown: x, name: 女卫生间, rect: [40, 0, 4, 3]}
      - {id: wc, kind: restroom, rect: [50, 0, 4, 3]}
overrides:
  wc: {kind: store}
  u6: {name: 甲}
`;

function linted(text = PLAN) {
  const report = lintPlan('plan.yaml', () => new TextEncoder().encode(text), options);
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
  return report;
}

describe('zones whose kind couldn’t be told', () => {
  const report = linted();
  const input: ReportInput = { tool: { name: 'sitecam', version: '0' }, results: [report], rules, today: '2026-11-24' };

  test('stand before the first verdict, the first few named', () => {
    // Which laws judge, and that no set is complete, is told before; another test holds that.
    const told = report.cautions?.filter(({ kind }) => kind !== 'unjudged' && kind !== 'region');
    expect(told?.map(({ kind, text }) => ({ kind, text: bothLanguages(text) }))).toEqual([
      expect.objectContaining({ kind: 'overridden' }),
      {
        kind: 'unsettled',
        text: {
          zh: '用途未定的区域7处（u0、u1、u2、u3、u4等）；取决于其用途的结论为待补充，见“前提与假定”。',
          en: 'Zones of unknown use: 7 (u0, u1, u2, u3, u4 …); what hangs on their use is open, see the assumptions.',
        },
      },
    ]);
  });

  test('are all listed among the assumptions, by what their source calls them', () => {
    const rows = report.assumptions.filter(({ what }) => what.en.startsWith('Zones of unknown use'));
    expect(rows.map(({ what, value }) => [what.en, value.en])).toEqual([
      [
        "Zones of unknown use ('room' in their source)",
        "drawn as 'other'; what hangs on their use is open; 3 in all: u0, u1 and u2",
      ],
      [
        'Zones of unknown use (unsaid in their source)',
        "drawn as 'other'; what hangs on their use is open; 4 in all: u3, u4, u5 and u6",
      ],
      [
        "Zones of unknown use ('x' in their source)",
        "drawn as 'other'; what hangs on their use is open; 1 in all: named",
      ],
    ]);
  });

  test('one whose name means a private kind is judged as that', () => {
    expect(report.verdicts).toContainEqual(
      expect.objectContaining({ rule: 'plan/zone-kind-mismatch', subject: 'named', outcome: 'open' }),
    );
  });

  test('are in the reports for people', () => {
    expect(renderMarkdown(input, { locale: 'zh-CN' })).toContain('> **用途未定的区域7处');
    const terminal = renderTerminal(input, { locale: 'en', width: 200, colour: false, quiet: false, verbose: false });
    expect(terminal.indexOf('Zones of unknown use: 7')).toBeLessThan(terminal.indexOf('open ('));
  });

  test('and overrides are in the JSON, which its schema allows', () => {
    const json = JSON.parse(renderJson(input, { locale: 'zh-CN' }));
    const schema = JSON.parse(readFileSync('schemas/report-2.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    expect([validate(json), validate.errors]).toEqual([true, null]);
    const { site } = json.plans[0];
    expect(site.levels[0].zones[0]).toMatchObject({ id: 'u0', kind: 'other', kindUnknown: 'room' });
    expect(site.overrides).toMatchObject([
      { id: 'wc', key: 'kind', from: 'restroom', to: 'store' },
      { id: 'u6', key: 'name', from: null, to: '甲' },
    ]);
  });

  test('cross a thread as they are', () => {
    expect(fromPortable(structuredClone(toPortable(report)), options)).toEqual(report);
  });
});

test('a plan without them has no word of them', () => {
  const { cautions, assumptions, site } = linted(
    PLAN.replace(/ {6}- \{id: (?:u|named).*\n/g, '').replace(/overrides:[\s\S]*/, ''),
  );
  expect(cautions?.map(({ kind }) => kind)).toEqual(['unjudged']);
  expect(site.overrides).toBeUndefined();
  expect(JSON.stringify(assumptions)).not.toMatch(/unknown use|overrides/);
});
