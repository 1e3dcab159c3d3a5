import { readFileSync } from 'node:fs';
import { difference } from '../../../src/engine/diff/diff.js';
import type { DiffInput, DiffPair, DiffSide } from '../../../src/report/diff/types.js';
import { rules } from '../../../src/rules/index.js';
import { lintedPlan } from '../../support/linted.js';

export const KTV = 'fixtures/sites/ktv/plan.yaml';

/** What the golden difference edits of the KTV: a text of its plan, and what takes its place. */
const EDITS: readonly (readonly [string, string])[] = [
  ['  region: "150104"\n', '  region: "150104"\n  keepsImportantItems: true\n'],
  // A door that is always open, and a camera that looks through it.
  ['line: [[7.8, 16], [8.7, 16]]}', 'line: [[7.8, 16], [8.7, 16]], normallyOpen: true}'],
  [
    '{id: w-office, kind: window, line: [[19, 20], [23, 20]]}',
    '{id: w-office, kind: window, line: [[18.5, 20], [22.5, 20]]}',
  ],
  ['heading: 180, tilt: 20}', 'heading: 200, tilt: 24}'],
  [
    '{id: C03, name: 主走廊西端, kind: camera, type: corridor-4mp, at: [0.2, 7]',
    '{id: C03, name: 主走廊西端, kind: camera, type: corridor-4mp, at: [2.6, 7]',
  ],
  [
    '      - {id: C08, name: 疏散出口, kind: camera, type: fisheye-6mp, at: [25, 15], height: 2.8, heading: 0, tilt: 90}\n',
    '      - {id: C09, name: 更衣室门口, kind: camera, type: dome-4mp, at: [8.2, 14.1], height: 2.7, heading: 0, tilt: 20}\n',
  ],
  ['{id: M01, name: 酒水库门磁', '{id: M02, name: 酒水库门磁'],
  [
    '{id: store, kind: store, name: 酒水库, rect: [9, 16, 4, 4]}',
    '{id: store, kind: store, name: 酒水库, rect: [9, 16, 4, 3.5]}',
  ],
  [
    '    openings:\n',
    '    walls:\n      - {id: w-screen, line: [[13.4, 2.4], [13.4, 5]], material: opaque}\n    openings:\n',
  ],
];

/** The KTV with these edits; every one is of a text that is there once. */
export function editedKtv(): string {
  const text = readFileSync(KTV, 'utf8');
  return EDITS.reduce((edited, [from, to]) => {
    if (edited.split(from).length !== 2) throw new Error(`'${from}' isn't there once`);
    return edited.replace(from, to);
  }, text);
}

/** A pair of states of the plan at `path`, by texts laid over the disk's; undefined: it isn't there. */
export function pairOf(
  old: string | undefined,
  now: string | undefined,
  { path = KTV, failOn = 'error' }: { readonly path?: string; readonly failOn?: DiffPair['failOn'] } = {},
): DiffPair {
  const side = (text: string | undefined, revision?: string): DiffSide | undefined =>
    text === undefined
      ? undefined
      : { path, ...(revision !== undefined && { revision }), result: lintedPlan(path, { [path]: text }) };
  const [before, after] = [side(old, 'main'), side(now)];
  const [one, other] = [before?.result, after?.result];
  const readable = one?.ok !== false && other?.ok !== false;
  return { path, old: before, new: after, failOn, compared: readable ? difference(one, other) : undefined };
}

export function inputOf(...pairs: readonly DiffPair[]): DiffInput {
  return { tool: { name: 'sitecam', version: '0.1.0' }, rules, today: '2026-03-01', pairs };
}
