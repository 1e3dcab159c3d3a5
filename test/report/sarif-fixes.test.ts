import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Fix, Log, Region } from 'sarif';
import { beforeAll, describe, expect, test } from 'vitest';
import { sitecam } from '../support/io.js';
import schema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(schema);

/** A restroom without a door leaf, a camera that looks in, and a smoke detector with a microphone in it. */
const PLAN = `sitecam: 1
site: {name: 青城宾馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: "女](javascript:1){0}", rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}
    devices:
      # 走廊枪机
      - {id: C1, kind: camera, hfov: 40, resolution: [1920, 1080], audio: none, at: [1.5, 6.8], height: 2.8, heading: 180, tilt: 30} # 朝南
      - id: S1 # 感烟
        kind: smoke-detector
        at: [2, 1]
        height: 3
        audio: microphone
`;

async function run(flags: readonly string[], plan = PLAN): Promise<string> {
  const args = ['lint', 'plan.yaml', '--today', '2026-11-24', '--fail-on', 'never', ...flags];
  const { out, err } = await sitecam(args, { given: { 'plan.yaml': plan } });
  expect(err).toBe('');
  return out;
}

/** What a tool that knows SARIF alone makes of a fix: offsets from lines and columns. */
function apply({ artifactChanges }: Fix, text: string): string {
  const offset = (line = 0, column = 0) => {
    const lines = text.split('\n').slice(0, line - 1);
    return lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  };
  const ends = ({ startLine, startColumn, endLine, endColumn }: Region) =>
    [offset(startLine, startColumn), offset(endLine, endColumn)] as const;
  return artifactChanges
    .flatMap(({ replacements }) => replacements)
    .map(({ deletedRegion, insertedContent }) => ({ at: ends(deletedRegion), text: insertedContent?.text ?? '' }))
    .sort((a, b) => b.at[0] - a.at[0])
    .reduce((now, { at: [from, to], text }) => now.slice(0, from) + text + now.slice(to), text);
}

describe('the record of a plan whose findings edits settle', () => {
  let text: string;
  let log: Log;
  beforeAll(async () => {
    text = await run(['--fix-geometry', '--format', 'sarif']);
    log = JSON.parse(text);
  });
  const results = () => log.runs[0]?.results ?? [];
  const fixed = () => results().filter(({ fixes }) => fixes !== undefined);

  test('is valid, and has them on the findings', () => {
    expect(valid(log) ? [] : valid.errors).toEqual([]);
    expect(fixed().map(({ properties }) => properties?.subject)).toEqual(['C1>wc', 'S1>wc']);
    for (const { description, artifactChanges } of fixed().flatMap(({ fixes }) => fixes ?? [])) {
      expect(description?.text).toMatch(/。$/);
      expect(artifactChanges[0]?.artifactLocation).toMatchObject({ uri: 'plan.yaml', index: 0 });
    }
  });

  test('says in the message what would help', () => {
    const [camera, detector] = fixed().map(({ message }) => message.text);
    expect(camera).toMatch(
      /经试改并重新审查：向[左右]（[逆顺]时针）转\d+°，或者设永久遮蔽，本项即可消除，且不使其他判定变差。/,
    );
    expect(detector).toContain('换用不带拾音器的型号');
  });

  test('each, applied by line and column, gives a plan without the finding; the comments stay', async () => {
    for (const { ruleId, properties, fixes } of fixed()) {
      for (const fix of fixes ?? []) {
        const edited = apply(fix, PLAN);
        expect(edited.match(/#.*/g)).toEqual(PLAN.match(/#.*/g));
        const after: Log = JSON.parse(await run(['--format', 'sarif'], edited));
        const same = after.runs[0]?.results?.filter(
          (one) => one.ruleId === ruleId && one.properties?.subject === properties?.subject,
        );
        expect(same?.filter(({ kind }) => kind !== 'pass')).toEqual([]);
      }
    }
  });

  test('counts what was tried, proved and left out', () => {
    expect(log.runs[0]?.properties?.plans[0].fixes).toMatchObject({ tried: 2, proved: 2, untried: 0 });
  });

  test('has none where they were not asked for', async () => {
    const plain: Log = JSON.parse(await run(['--format', 'sarif']));
    expect(plain.runs[0]?.results?.some((result) => 'fixes' in result)).toBe(false);
    expect(JSON.stringify(plain)).not.toContain('经试改');
  });

  test('is the same, byte for byte, when repeated', async () => {
    expect(await run(['--fix-geometry', '--format', 'sarif'])).toBe(text);
  });
});

test.each(['terminal', 'markdown'])('what would help is said in %s too, in both languages', async (format) => {
  const flat = (text: string) => text.replace(/\\([[\]()*_])/g, '$1').replace(/\s+/g, '');
  const zh = flat(await run(['--fix-geometry', '--format', format]));
  expect(zh).toMatch(/经试改并重新审查：向[左右]（[逆顺]时针）转\d+°，或者设永久遮蔽，本项即可消除/);
  expect(zh).toContain('已对2项问题试改图纸并重新审查，其中2项有可行的改法。');
  const en = flat(await run(['--fix-geometry', '--format', format, '--lang', 'en']));
  expect(en).toMatch(/provedbylintingagain:turnit\d+°tothe(?:left|right),orsetapermanentmask;/);
  expect(en).toContain('Editsoftheplanwerelookedforon2findingsandprovedfor2.');
});
