// Repair of a plan's spelling, in rounds.

import { byCodeUnit } from '../../base/order.js';
import { lintPlan } from '../../lint/lint.js';
import type { LintOptions, LintResult } from '../../lint/types.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Read } from '../../source/parse/reading.js';
import { applyProven, encoded } from './apply-proven.js';
import { Splices } from './splices.js';
import type { Repair, RepairCandidate, SpellingDoubt, Suggestion } from './types.js';

export { spellingMessages } from './messages.js';
export type { Repair, Suggestion } from './types.js';

/** A plan before and after its spelling was repaired. */
export interface Repaired {
  /** The plan as it was read. */
  readonly before: LintResult;
  /** The plan with the edits. */
  readonly after: LintResult;
  /** Edits of the texts as read; they don't overlap. */
  readonly edits: readonly TextEdit[];
  /** Words that were respelled, in the order of the files and within each by place. */
  readonly repairs: readonly Repair[];
  /** Words that were left, with what they perhaps mean and why they were left. */
  readonly suggestions: readonly Suggestion[];
}

/** Most rounds. Each one reveals the faults that those of the last one hid; no plan nests so deeply. */
const MOST_ROUNDS = 100;

/**
 * Respells keys, values, kinds and references that go by another exact name, and ids that aren't allowed, in the plan at
 * `path`. Only repairs that are proved to change nothing but the spelling (`isSpellingOnly`) are made, in rounds, until
 * none is left. Slips, and words that may mean something else, are only suggested. Pure: nothing is written.
 */
export function repairsOf(path: string, read: Read, options: LintOptions): Repaired {
  const before = lintPlan(path, read, options);
  const texts = new Map<string, Splices>();
  const repairs: Repair[] = [];
  const changed = new Map<string, Uint8Array>();
  let doubts: readonly SpellingDoubt[] = [];
  let after = before;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const file of after.files) {
      if (!texts.has(file.path)) texts.set(file.path, new Splices(file));
    }
    const current = new Map(changed);
    const settled = applyProven(after, (files) =>
      lintPlan(path, (name) => files.get(name) ?? current.get(name) ?? read(name), options),
    );
    doubts = settled.doubts;
    if (settled.kept.length === 0) break;
    for (const { place, from, to, ...repair } of settled.kept) {
      repairs.push({
        message: messageOf(repair, place.key === true, from, to),
        ...spot(place, after, texts),
        from,
        to,
      });
    }
    const edits = settled.kept.flatMap((repair) => repair.edits);
    for (const [name, splices] of texts) splices.add(edits.filter((edit) => edit.path === name));
    after = settled.result;
    for (const { path: name, text } of after.files) {
      if (edits.some((edit) => edit.path === name)) changed.set(name, encoded(text));
    }
  }
  const suggestions = doubts.map(({ place, from, to, why }): Suggestion => {
    const message = { id: 'repair/perhaps', params: { from: visible(from), to } };
    return { message, ...spot(place, after, texts), from, to, why };
  });
  const names = [...texts.keys()];
  return {
    before,
    after,
    edits: [...texts.values()].flatMap((splices) => splices.edits),
    repairs: inOrder(repairs, names),
    suggestions: inOrder(suggestions, names),
  };
}

function messageOf({ how, edits }: Pick<RepairCandidate, 'how' | 'edits'>, key: boolean, from: string, to: string) {
  const params = { from: visible(from), to, count: String(edits.length - 1) };
  if (how === 'id') return { id: edits.length > 1 ? 'repair/id-references' : 'repair/id', params };
  return { id: key ? 'repair/key' : 'repair/value', params };
}

/** Returns `word` with invisible and lookalike characters as codes; otherwise it would seem to be changed to itself. */
function visible(word: string): string {
  const code = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  const seen = word.replace(/(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, code);
  return word === word.normalize('NFC') ? seen : seen.replace(/\p{M}/gu, code);
}

function spot(
  place: RepairCandidate['place'],
  { files }: LintResult,
  texts: ReadonlyMap<string, Splices>,
): Pick<Repair, 'path' | 'at'> {
  const { path } = place;
  const [file, splices] = [files.find((one) => one.path === path), texts.get(path)];
  if (file === undefined || splices === undefined) throw new Error(`${path} was not read`);
  return { path, at: splices.spot(file, place) };
}

function inOrder<T extends Repair>(list: readonly T[], names: readonly string[]): T[] {
  return [...list].sort(
    (a, b) =>
      names.indexOf(a.path) - names.indexOf(b.path) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      byCodeUnit(a.from, b.from),
  );
}
