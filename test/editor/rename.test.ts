// Renaming: every reference follows, nothing else changes, and what can't be done is refused with a reason.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type OpenPlan, positionAt, prepareRename, renameAt } from '../../src/editor/index.js';
import { fingerprint } from '../../src/lint/run.js';
import type { LintResult } from '../../src/lint/types.js';
import { mentionsIn } from '../../src/plan/references/references.js';
import { applyEdits } from '../../src/source/edit/splice.js';
import { lineStartsOf } from '../../src/source/place/lines.js';
import { locate } from '../../src/source/place/locate.js';
import { Dice } from '../fuzz/dice.js';
import { fileOf } from '../source/documents.js';
import { lintedAnew } from '../support/linted.js';
import { fileIn, type Marked, marked, textIn } from './open.js';

/** Names tried in each plan; `SITECAM_RENAMES=40` takes 40. */
const NAMES = Number(process.env.SITECAM_RENAMES ?? 3);

const PLAN = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
deviceTypes:
  dome: {kind: camera, hfov: 90}
levels:
  - id: F1
    zones:
      - {id: "hall", kind: corridor, name: hall, rect: [0, 0, 9, 3]}
      - {id: lift, kind: elevator-car, levels: [F1, F2]}
    devices:
      - {id: C1, type: dome, at: [1, 1]}
      - {id: C2, type: dome, mobile: {area: ['hall']}}
  - id: F2
overrides:
  hall: {name: 走廊}
waivers:
  - {rule: capture/near-door, subject: C1>hall, reason: x, by: y, until: 2027-01-01}
  - {rule: coverage/criterion, subject: "hall", reason: hall, by: y, until: 2027-01-01}
  - {rule: coverage/declared, subject: hall/8/hall, reason: x, by: y, until: 2027-01-01}
`;

/** The texts after a renaming, or the reason why there is none. */
function renamed(at: Marked, to: string): Record<string, string> | string {
  const made = renameAt(at.plan, at.path, at.position, to);
  if ('refused' in made) return made.refused.id.replace('editor/rename/', '');
  const files = [...at.plan.files, ...(at.plan.others ?? [])];
  return Object.fromEntries(
    files.map(({ path, text }) => [
      path,
      applyEdits(
        text,
        made.edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
}

function inPlan(text: string, change: (plan: string) => string = (plan) => plan, others = {}): Marked {
  return marked({ 'plan.yaml': change(PLAN).replace(text.replace('|', ''), text) }, others);
}

describe('renaming', () => {
  const hall = PLAN.replace('id: "hall"', 'id: "走道"')
    .replace("['hall']", "['走道']")
    .replace('  hall: {', '  走道: {')
    .replace('C1>hall', '"C1>走道"')
    .replace('subject: "hall"', 'subject: "走道"');

  test.each([
    ['where it is borne', 'id: "ha|ll"'],
    ['in a list', "['ha|ll']"],
    ['where it is overridden', '  |hall: {'],
    ['in a subject', 'C1>hall|'],
  ])('a zone, %s', (_, text) => {
    expect(renamed(inPlan(text), '走道')).toEqual({ 'plan.yaml': hall });
    const crlf = (plan: string) => plan.replaceAll('\n', '\r\n');
    expect(renamed(inPlan(text, crlf), '走道')).toEqual({ 'plan.yaml': crlf(hall) });
  });

  test.each([
    ['a level', 'id: F|2', 'B1', (plan: string) => plan.replaceAll('F2', 'B1')],
    ['a type', '|dome: {', 'ball', (plan: string) => plan.replaceAll('dome', 'ball')],
    ['to the same', 'id: F|2', 'F2', (plan: string) => plan],
    ['to a number', 'id: F|2', '2', (plan: string) => plan.replaceAll('F2', '"2"')],
  ])('%s', (_, text, to, change) => {
    expect(renamed(inPlan(text), to)).toEqual({ 'plan.yaml': change(PLAN) });
  });

  test('while the text is broken elsewhere', () => {
    const broken = (plan: string) => `${plan}project: {phase: [\n`;
    expect(renamed(inPlan('id: F|2', broken), 'B1')).toEqual({ 'plan.yaml': broken(PLAN.replaceAll('F2', 'B1')) });
  });

  test('says what it replaces, without quotes', () => {
    const at = inPlan('id: "ha|ll"');
    const range = prepareRename(at.plan, at.path, at.position);
    expect('start' in range && textIn(fileIn(at.plan, at.path), range)).toBe('hall');
  });

  test('in waivers and a baseline of this plan, with fingerprints', () => {
    const waivers = (subject: string) =>
      `waivers:\n  - {plan: plan.yaml, rule: coverage/criterion, subject: ${subject}, reason: x}\n  - {plan: '*/b.yaml', rule: coverage/criterion, subject: hall}\n`;
    const baseline = (subject: string) => {
      const finding = (rule: string, subject: string, more = '') =>
        `{"rule": "${rule}", "subject": "${subject}", "fingerprint": "${fingerprint(rule, subject)}"${more}}`;
      return `{"sitecamBaseline": 2, "plans": [
{"plan": "plan.yaml", "findings": [${finding('capture/near-door', `C1>${subject}`)}]},
{"plan": "other.yaml", "findings": [${finding('capture/near-door', 'C1>hall')}]}]}`;
    };
    const at = inPlan('id: "ha|ll"', (plan) => plan, {
      'sitecam.waivers.yaml': waivers('hall'),
      'sitecam.baseline.json': baseline('hall'),
    });
    expect(renamed(at, 'h2')).toMatchObject({
      'sitecam.waivers.yaml': waivers('h2'),
      'sitecam.baseline.json': baseline('h2'),
    });
  });
});

describe('is refused', () => {
  test.each([
    ['where no id stands', 'kind: corri|dor', 'x', 'no-id'],
    ['for a name that is taken', 'id: "ha|ll"', 'C1', 'taken'],
    ['for a level that is taken', 'id: F|2', 'F1', 'taken'],
    ['for an empty name', 'id: F|2', '', 'empty'],
    ['for a name with white space', 'id: F|2', 'F 2', 'characters'],
    ['for a name with a separator', 'id: F|2', 'a>b', 'characters'],
  ])('%s', (_, text, to, why) => {
    expect(renamed(inPlan(text), to)).toBe(why);
  });

  test.each([
    ['what nothing bears', 'type: do|me', (plan: string) => plan.replace('  dome: {', '  bullet: {'), 'unborne'],
    ['what two bear', 'C1>ha|ll', (plan: string) => plan.replace('id: lift', 'id: hall'), 'several'],
    [
      'what stands in a CAD drawing',
      'C1>ha|ll',
      (plan: string) =>
        plan.replace('  - id: F2', '    drawing: {file: a.dxf, unit: 1, handles: {hall: 2F}}\n  - id: F2'),
      'drawn',
    ],
    ['what an anchor gives', 'levels: [F1, F|2]', (plan: string) => plan.replace('id: F2', 'id: &f F2'), 'in-place'],
    ['what an alias may repeat', 'id: F|2', (plan: string) => plan.replace('[F1, F2]', '&l [F1, F2]'), 'in-place'],
    ['for what a waiver waits for', 'id: "h|all"', (plan: string) => plan.replace('C1>hall', 'C1>h2'), 'awaited'],
    ['for what an override waits for', 'C1>ha|ll', (plan: string) => plan.replace('  hall: {', '  h2: {'), 'awaited'],
  ])('%s', (_, text, change, why) => {
    expect(renamed(inPlan(text, change), 'h2')).toBe(why);
  });

  test.each([
    [
      'a waiver that may be for other plans',
      'sitecam.waivers.yaml',
      'waivers: [{rule: coverage/criterion, subject: hall}]',
      'shared',
    ],
    ['a decision', 'd.yaml', 'decisions: [{plan: plan.yaml, rule: capture/near-door, subject: C1>hall}]', 'decided'],
    [
      'a decision without subject',
      'd.yaml',
      'decisions: [{plan: plan.yaml, rule: a/b, fingerprint: x}]',
      'perhaps-decided',
    ],
  ])('by %s', (_, path, text, why) => {
    expect(renamed(inPlan('id: "ha|ll"', undefined, { [path]: text }), 'h2')).toBe(why);
    const other = text.replace('plan: plan.yaml', 'plan: b.yaml').replace('{rule: cov', '{plan: b.yaml, rule: cov');
    expect(renamed(inPlan('id: "ha|ll"', undefined, { [path]: other }), 'h2')).not.toBe(why);
  });

  test('for a level, by a baseline with findings of the plan', () => {
    const text =
      '{"sitecamBaseline": 2, "plans": [{"plan": "plan.yaml", "findings": [{"rule": "a/b", "subject": "C1"}]}]}';
    expect(renamed(inPlan('id: F|2', undefined, { 'b.json': text }), 'B1')).toBe('accepted');
    expect(renamed(inPlan('|dome: {', undefined, { 'b.json': text }), 'ball')).toBeTypeOf('object');
  });

  test('for what a later import would bring back', () => {
    const plan = 'levels: [{id: F1, geometry: g.geojson}]\noverrides: {z|1: {kind: store}}\n';
    const geometry = (more: string) =>
      `{"type": "FeatureCollection", ${more} "features": [{"properties": {"element": "zone", "level": "F1", "id": "z1"}}]}`;
    const at = (more: string) => marked({ 'plan.yaml': plan, 'g.geojson': geometry(more) });
    expect(renamed(at('"imported": {}, "sitecam": {"version": 1},'), 'z2')).toBe('imported');
    expect(renamed(at(''), 'z2')).toEqual({
      'plan.yaml': plan.replace('|', '').replace('z1', 'z2'),
      'g.geojson': geometry('').replace('z1', 'z2'),
    });
  });
});

/** Plans whose verdicts are compared before and after: whole sites, one with geometry in a file of its own, one in GeoJSON. */
const PLANS = [
  'fixtures/sites/ktv/violations.yaml',
  'fixtures/sites/museum/plan.yaml',
  'fixtures/sites/polling-station/violations.yaml',
  'fixtures/sites/residential-compound/violations.geojson',
  'fixtures/conflicts/bank-pose.yaml',
];

/** What a result says, with `from` in its subjects replaced. */
function said(result: LintResult, from = '', to = ''): string[] {
  if (!result.ok) return result.unreadable.map(({ code, place }) => `${code} ${place.pointer}`);
  return result.verdicts
    .map(({ rule, subject, outcome, level, message, bases, waiver }) => {
      const about = subject
        .split(/([>/@:])/)
        .map((part) => (part === from ? to : part))
        .join('');
      const by = bases.map(({ clause, outcome }) => `${clause} ${outcome}`);
      return [rule, about, outcome, level, message.id, waiver !== undefined, ...by].join('|');
    })
    .sort();
}

test.each(PLANS)('of random ids changes nothing but the name: %s', (path) => {
  const dice = new Dice(NAMES);
  const main = fileOf(path, readFileSync(path, 'utf8'));
  const before = lintedAnew(path);
  const plan: OpenPlan = {
    files: [main, ...before.files.filter((file) => file.path !== path)],
    options: { today: '2026-03-01' },
  };
  const owned = plan.files.flatMap((file, n) =>
    mentionsIn(file, n === 0).flatMap((mention) => (mention.own === true ? [{ file, mention }] : [])),
  );
  for (let n = 0; n < NAMES; n += 1) {
    const { file, mention } = dice.pick(owned);
    const { start } = locate(file, mention.place);
    const position = positionAt(file, (lineStartsOf(file)[start.line - 1] ?? 0) + start.column);
    const to = `改号-${n}.${mention.id.length}`;
    const made = renameAt(plan, file.path, position, to);
    if ('refused' in made) throw new Error(`${mention.id}: ${made.refused.zh}`);
    const texts = Object.fromEntries(
      plan.files.map((one) => [
        one.path,
        applyEdits(
          one.text,
          made.edits.filter((edit) => edit.path === one.path),
        ),
      ]),
    );
    expect(made.edits.length).toBeGreaterThan(0);
    expect(said(lintedAnew(path, texts)), mention.id).toEqual(
      mention.is === 'type' ? said(before) : said(before, mention.id, to),
    );
  }
});
