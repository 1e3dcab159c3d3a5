// A session's reports are those of a fresh run: of changes tried, of changes written, and of texts typed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/base/equality.js';
import { boxOfRegion, type Point } from '../../src/geometry/index.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { isWhollyJudged } from '../../src/live/reuse.js';
import { createSession } from '../../src/live/session.js';
import type { Change, Session, SessionInput } from '../../src/live/types.js';
import type { Device } from '../../src/plan/model.js';
import { renderJson } from '../../src/report/json/json.js';
import { applyEdits, type TextEdit } from '../../src/source/edit/splice.js';
import { Dice } from '../fuzz/dice.js';
import { fixturePlans, runOf } from '../support/linted.js';

const TODAY = '2026-11-28';

/** Moves of some plans together; `SITECAM_MOVES=500` makes 500 in all plans, `SITECAM_SEED` others. */
const MOVES = Number(process.env.SITECAM_MOVES ?? 12);
const SEED = Number(process.env.SITECAM_SEED ?? 1);

function inputOf(path: string): SessionInput {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const files = readdirSync(folder).map((name) => join(folder, name));
  const read = files.filter((file) => statSync(file).isFile() && !file.endsWith('.expected.json'));
  const options = { today: TODAY };
  return { path, options, files: new Map(read.map((file) => [file, new Uint8Array(readFileSync(file))])) };
}

/** Returns all that a format may print of a report: what is judged, and where each place of it is. */
function printed(report: Report): string {
  const { verdicts, summary, assumptions, cautions = [], checklist } = report;
  return `${canonicalJson({ verdicts, summary, assumptions, cautions, checklist })}\n${renderJson(runOf(report), { locale: 'zh-CN' })}`;
}

/** Returns where two texts begin to differ; '' if they don't. */
function differenceIn(one: string, other: string): string {
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return ` differs: ${one.slice(Math.max(0, at - 80), at + 40)} ≠ ${other.slice(at, at + 40)}`;
}

const judged = ({ verdicts, summary, checklist }: Report): string => canonicalJson({ verdicts, summary, checklist });

function lintedAnew(path: string, files: ReadonlyMap<string, Uint8Array>): Report {
  const report = lintPlan(path, (name) => files.get(name), { today: TODAY });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable[0]));
  return report;
}

function withEdits(files: Map<string, Uint8Array>, edits: readonly TextEdit[]): void {
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const text = new TextDecoder().decode(files.get(path));
    const own = edits.filter((edit) => edit.path === path);
    files.set(path, new TextEncoder().encode(applyEdits(text, own)));
  }
}

function changesOf(report: Report, dice: Dice, n: number): readonly Change[] {
  const levels = report.site.levels.filter(({ devices }) => devices.length > 0);
  const level = dice.pick(levels);
  const device = dice.pick(level.devices);
  const what = dice.way([
    [4, 'turn'],
    [4, 'shift'],
    [2, 'lift'],
    [1, 'both'],
    [1, 'remove'],
    [1, 'add'],
    [1, 'copy'],
    [2, 'slide'],
  ] as const);
  const id = device.id;
  const set = (figures: object): Change => ({ change: 'set', device: id, ...figures });
  const openings = report.site.levels.flatMap((one) => one.openings);
  switch (what) {
    case 'turn':
      return [set({ heading: dice.below(360) })];
    case 'shift':
      return [set({ at: somewhere(report, device, dice) })];
    case 'lift':
      return [
        set(dice.pick([{ height: dice.between(2, 4) }, { tilt: dice.below(90) }, { hfov: 20 + dice.below(90) }])),
      ];
    case 'both':
      return [
        set({ at: somewhere(report, device, dice), heading: dice.below(360) }),
        ...changesOf(report, dice, n).slice(0, 1),
      ];
    case 'remove':
      return [{ change: 'remove', device: id }];
    case 'add': {
      const at = somewhere(report, device, dice);
      return [
        { change: 'add', device: `新-${n}`, level: level.id, kind: 'camera', at, heading: dice.below(360), hfov: 90 },
      ];
    }
    case 'copy':
      return [{ change: 'copy', device: `copy-${n}`, of: id, at: somewhere(report, device, dice) }];
    case 'slide':
      return openings.length === 0
        ? []
        : [{ change: 'slide', opening: dice.pick(openings).id, by: dice.between(-2, 2) }];
  }
}

/** Returns a point near the device, in some zone of its level, or outside of all. */
function somewhere(report: Report, { at: [x, y], level }: Device, dice: Dice): Point {
  const zones = report.site.levels.find(({ id }) => id === level)?.zones ?? [];
  if (zones.length === 0 || dice.below(3) === 0) return [x + dice.between(-2, 2), y + dice.between(-2, 2)];
  const box = boxOfRegion(dice.pick(zones).region);
  return box === undefined ? [x, y] : [dice.between(box.minX, box.maxX), dice.between(box.minY, box.maxY)];
}

/** Types a random edit of a line into one of the files, and compares with a fresh run if it can be read. */
function type(session: Session, files: Map<string, Uint8Array>, path: string, dice: Dice): void {
  const read = session.update.report?.files.map((file) => file.path) ?? [path];
  const file = dice.pick(read);
  const before = files.get(file) ?? new Uint8Array();
  const text = new TextDecoder().decode(before);
  const typed = typedIn(text, dice);
  files.set(file, new TextEncoder().encode(typed));
  const update = session.text(file, typed);
  if (update.state === 'stale') {
    files.set(file, before);
    session.text(file, before);
  }
  const now = session.update.report;
  const differs = now && differenceIn(printed(now), printed(lintedAnew(path, files)));
  expect(differs === '' ? '' : `${file}: ${changedLine(text, typed)}${differs ?? ''}`).toBe('');
}

function changedLine(text: string, typed: string): string {
  const lines = typed.split('\n');
  return text.split('\n').find((line, n) => line !== lines[n]) ?? '';
}

/** Returns the text with a line about an element changed: a number, its kind, or the whole of it left out. */
function typedIn(text: string, dice: Dice): string {
  const lines = text.split('\n');
  const n = dice.pick([...lines.keys()].filter((at) => /\bid"?: /.test(lines[at])));
  const line = lines[n];
  const kinds = [...text.matchAll(/"?kind"?: ?"?[a-z-]+"?/g)].map(([kind]) => kind);
  const numbers = [...line.matchAll(/(?<=[[ :])-?\d+(?:\.\d+)?(?=[,\]} ]|$)/g)];
  const way = dice.below(4);
  if (way === 0 && /^\s*(?:- )?\{.*\},?$/.test(line)) return lines.toSpliced(n, 1).join('\n');
  if (way === 1 && kinds.length > 0)
    return lines.with(n, line.replace(/"?kind"?: ?"?[a-z-]+"?/, dice.pick(kinds))).join('\n');
  if (numbers.length === 0) return lines.with(n, line.replace('name: ', 'name: 新')).join('\n');
  const { index, 0: number } = dice.pick(numbers);
  const other = String(Math.round((Number(number) + dice.between(-1, 1)) * 100) / 100);
  return lines.with(n, line.slice(0, index) + other + line.slice(index + number.length)).join('\n');
}

/** Takes a step back that left the plan with doubts: what is judged as a whole takes nothing over, and so tests nothing. */
function backFromDoubts(
  session: Session,
  files: Map<string, Uint8Array>,
  before: ReadonlyMap<string, Uint8Array>,
): void {
  const { report } = session.update;
  if (report === undefined || !isWhollyJudged(report)) return;
  for (const [file, bytes] of before) files.set(file, bytes);
  session.open(before);
}

/** Makes random changes one after the other, each tried, written and compared with fresh runs. */
function follow(path: string, moves: number): { readonly tried: number; readonly refused: readonly string[] } {
  const dice = new Dice(SEED);
  const input = inputOf(path);
  const files = new Map(input.files);
  const session: Session = createSession(input);
  const isDoubtful = session.update.report !== undefined && isWhollyJudged(session.update.report);
  const refused: string[] = [];
  let tried = 0;
  for (let n = 0; n < moves; n += 1) {
    const report = session.update.report;
    if (report === undefined) throw new Error(`${path} can't be read`);
    if (dice.below(3) === 0) {
      const untyped = new Map(files);
      type(session, files, path, dice);
      if (!isDoubtful) backFromDoubts(session, files, untyped);
      continue;
    }
    const changes = changesOf(report, dice, n);
    const what = `${path} ${n} ${JSON.stringify(changes)}`;
    const before = new Map(files);
    const attempt = session.attempt(changes);
    const commit = session.commit(changes);
    if (!commit.ok) {
      refused.push(`${JSON.stringify(changes)}: ${commit.reason.zh}`);
      session.attempt([]);
      continue;
    }
    tried += 1;
    withEdits(files, commit.edits);
    const fresh = lintedAnew(path, files);
    if (attempt.report === undefined || commit.update.report === undefined) throw new Error(what);
    expect(attempt.state, what).toBe(changes.length === 0 ? 'current' : 'attempt');
    expect(commit.update.state).toBe('current');
    expect(`${what}${differenceIn(judged(attempt.report), judged(fresh))}`).toBe(what);
    expect(`${what}${differenceIn(printed(commit.update.report), printed(fresh))}`).toBe(what);
    const undone = new Map(files);
    withEdits(undone, commit.undo);
    if (!isDoubtful) backFromDoubts(session, files, before);
    for (const [file, bytes] of undone) expect(Buffer.compare(bytes, before.get(file) ?? new Uint8Array())).toBe(0);
  }
  return { tried, refused };
}

describe('a session follows a plan as a fresh run would judge it', () => {
  const isSome = (path: string) => /(?:museum|ktv|compound|hotel)\/violations/.test(path);
  const plans = fixturePlans('sites').filter((path) => process.env.SITECAM_MOVES !== undefined || isSome(path));
  const each = Math.max(1, Math.ceil(MOVES / plans.length));
  test.each(plans)(
    '%s',
    (path) => {
      const { refused } = follow(path, each);
      if (process.env.SITECAM_MOVES !== undefined && refused.length > 0) console.log(refused.join('\n'));
    },
    600_000,
  );
});
