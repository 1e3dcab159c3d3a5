// Changes as edits of texts in every style: only what changes is written, and undoing gives the old text back.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { loadPack } from '../../src/law/load.js';
import type { Change } from '../../src/live/types.js';
import { type Drawn, readPlan } from '../../src/plan/read/read.js';
import { plot } from '../../src/plan/write/plot.js';
import { applyEdits } from '../../src/source/edit/splice.js';
import { Dice } from '../fuzz/dice.js';

/** Texts that are edited; `SITECAM_MOVES=200` takes 200, `SITECAM_SEED` others. */
const TEXTS = Number(process.env.SITECAM_MOVES ?? 12);
const SEED = Number(process.env.SITECAM_SEED ?? 1);

const PLANS = [
  'ktv/plan.yaml',
  'bank-branch/plan.yaml',
  'polling-station/violations.yaml',
  'residential-compound/plan.geojson',
];

const pack = loadPack('nm-2017');

function drawnFrom(path: string, text: string): Drawn {
  let drawn: Drawn | undefined;
  const result = readPlan(path, () => new TextEncoder().encode(text), {
    pack,
    onDrawn: (made) => {
      drawn = made;
    },
  });
  if (!result.ok || drawn === undefined) throw new Error(JSON.stringify(result));
  return drawn;
}

/** Returns a text of the same plan in another style. */
function styled(
  path: string,
  text: string,
  dice: Dice,
): { readonly path: string; readonly text: string; readonly style: string } {
  if (path.endsWith('.geojson')) {
    const style = dice.pick(['as it is', 'pretty', 'compact', 'CRLF']);
    const value: unknown = JSON.parse(text);
    const written = {
      'as it is': text,
      pretty: JSON.stringify(value, null, 2),
      compact: JSON.stringify(value),
      CRLF: text.replaceAll('\n', '\r\n'),
    };
    return { path, text: written[style as keyof typeof written], style };
  }
  const style = dice.pick([
    'as it is',
    'CRLF',
    'block',
    'flow',
    'comments',
    'JSON',
    'compact JSON',
    'no end',
    'anchors',
  ] as const);
  const value: unknown = parse(text);
  const plain = { aliasDuplicateObjects: false, lineWidth: 100 };
  const block = () => stringify(value, plain);
  const written = {
    'as it is': () => text,
    CRLF: () => text.replaceAll('\n', '\r\n'),
    block,
    flow: () => stringify(value, { ...plain, collectionStyle: 'flow' }),
    comments: () => commented(block(), dice),
    JSON: () => JSON.stringify(value, null, 2),
    'compact JSON': () => JSON.stringify(value),
    'no end': () => text.trimEnd(),
    anchors: () => anchored(text, dice),
  };
  return { path: style.includes('JSON') ? 'plan.json' : path, text: written[style](), style };
}

/** Returns a block text with comments on lines of their own and behind values. */
function commented(text: string, dice: Dice): string {
  const lines = text.split('\n').flatMap((line) => {
    const indent = /^[ -]*/.exec(line)?.[0].replaceAll('-', ' ') ?? '';
    if (line === '' || /[|>][-+]?$/.test(line) || dice.below(3) > 0) return [line];
    return dice.below(2) === 0 ? [`${indent}# 说明，含逗号: [${dice.below(9)}]`, line] : [`${line} # 注`];
  });
  return lines.join('\n');
}

/** Returns the text with anchors at some headings and positions, a few of which other devices repeat. */
function anchored(text: string, dice: Dice): string {
  let n = 0;
  const last = new Map<string, string>();
  return text.replace(/(heading|at): (\[[^\]]*\]|[\d.]+)/g, (whole: string, key: string, value: string) => {
    const way = dice.below(4);
    const known = last.get(key);
    if (way === 0 && known !== undefined) return `${key}: *${known}`;
    if (way > 1) return whole;
    n += 1;
    last.set(key, `${key}-${n}`);
    return `${key}: &${key}-${n} ${value}`;
  });
}

interface Plain {
  levels?: { devices?: Record<string, unknown>[] }[];
  features?: { id?: unknown; properties: Record<string, unknown>; geometry: { coordinates: unknown } }[];
}

function plainOf(path: string, text: string): Plain {
  return (path.endsWith('.yaml') ? parseDocument(text).toJS() : JSON.parse(text)) as Plain;
}

/** Changes a value in place as the change says, as far as the text alone tells. */
function expected(value: Plain, change: Change): void {
  for (const { devices = [] } of value.levels ?? []) {
    const index = devices.findIndex(
      ({ id }) => id === ('of' in change ? change.of : 'device' in change ? change.device : ''),
    );
    const found = devices[index];
    if (found === undefined) continue;
    if (change.change === 'remove') devices.splice(index, 1);
    if (change.change === 'copy') devices.push({ ...structuredClone(found), id: change.device, at: change.at });
    if (change.change === 'set' && change.at !== undefined) found.at = change.at;
    if (change.change === 'set' && change.heading !== undefined) found.heading = change.heading;
  }
  const { features = [] } = value;
  const index = features.findIndex(({ id, properties }) => {
    const asked = 'of' in change ? change.of : 'device' in change ? change.device : '';
    return properties.id === asked || id === asked;
  });
  const found = features[index];
  if (found === undefined) return;
  if (change.change === 'remove') features.splice(index, 1);
  if (change.change === 'set' && change.heading !== undefined) found.properties.heading = change.heading;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

describe('a change is written', () => {
  const dice = new Dice(SEED);
  test('in the place of its figures, whatever the style of the text', () => {
    const counts = { written: 0, refused: 0 };
    for (let n = 0; n < TEXTS; n += 1) {
      const plan = PLANS[n % PLANS.length] ?? '';
      const { path, text, style } = styled(plan, readFileSync(`fixtures/sites/${plan}`, 'utf8'), dice);
      const drawn = drawnFrom(path, text);
      const devices = drawn.document.levels.flatMap((level) => level.devices ?? []);
      for (let k = 0; k < 6; k += 1) {
        const { id, heading } = dice.pick(devices);
        const isMetres = path.endsWith('.geojson') === false;
        const at = [dice.below(3000) / 100, dice.below(3000) / 100] as const;
        const change = dice.pick<Change>([
          { change: 'set', device: id, heading: dice.below(360) },
          { change: 'set', device: id, ...(isMetres ? { at } : { heading: dice.below(360) }) },
          { change: 'set', device: id, ...(isMetres && { at }), heading: dice.below(360) },
          { change: 'remove', device: id },
          isMetres ? { change: 'copy', of: id, device: '新 #1', at } : { change: 'remove', device: id },
        ]);
        const what = `${n} ${plan} ${style} ${JSON.stringify(change)}`;
        const { edits, refused } = plot(change, drawn);
        if (refused !== undefined) {
          // Only what stands behind an anchor may be refused.
          expect(style === 'anchors' ? what : `${what}: ${refused.zh}`).toBe(what);
          counts.refused += 1;
          continue;
        }
        counts.written += 1;
        const after = applyEdits(text, edits);
        const wanted = plainOf(path, text);
        expected(wanted, change);
        expect(plainOf(path, after), what).toEqual(wanted);
        const isInPlace = change.change === 'set' && (change.heading === undefined || heading !== undefined);
        for (const { from, to, text: by } of edits) {
          if (isInPlace)
            expect(
              `${text.slice(from, to)} ${by}`.split(' ').every((part) => NUMBER.test(part)),
              what,
            ).toBe(true);
        }
        if (change.change !== 'remove')
          expect(commentsIn(after), what).toEqual(expect.arrayContaining(commentsIn(text)));
        expect(after.includes('\r\n') && /[^\r]\n/.test(after), what).toBe(false);
      }
    }
    expect(counts.written).toBeGreaterThan(4 * TEXTS);
  }, 600_000);
});

function commentsIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? []);
}
