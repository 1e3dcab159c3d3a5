// The walk from a shipped drawing to verdicts, for the guide `dxf`: what each step prints and shows.
import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locale.js';
import { type Ran, sitecam } from '../../../test/support/io.js';

const DRAWING = 'fixtures/import/dxf/ktv.dxf';

const SONG = '  songAndDance: true';

/** Types as the import writes them, and as the designer completes them. */
const TYPES = [
  [
    '"SXJ-BQ": {kind: camera}',
    '"SXJ-BQ": {kind: camera, height: 2.7, tilt: 25, hfov: 98, resolution: [2560, 1440], audio: none}',
  ],
  [
    '"SXJ-QJ": {kind: camera}',
    '"SXJ-QJ": {kind: camera, height: 2.8, tilt: 20, hfov: 84, resolution: [2560, 1440], audio: none}',
  ],
] as const;

const OVERRIDES = [
  'overrides:',
  '  ktv-x58y-5: {kind: counter}',
  '  ktv-x46y6: {kind: restroom}',
  '  ktv-x42y6: {kind: restroom}',
  '  ktv-gap-x533y-17: {unsure: false}',
  '',
].join('\n');

/** What a designer adds to the imported plan: the text to find, and what takes its place. */
const EDITS: readonly (readonly [string | RegExp, string])[] = [
  ['  categories:', `${SONG}\n  categories:`],
  ...TYPES,
  [/^# overrides:\n[\s\S]*/m, OVERRIDES],
];

/** What the steps of the walk print and write. */
export interface Walk {
  readonly survey: string;
  readonly mapping: string;
  readonly imported: string;
  /** The lines that the designer wrote into the plan. */
  readonly edited: string;
  readonly report: string;
  /** Pictures by name: the layer of walls among all layers, and the plan. */
  readonly pictures: ReadonlyMap<'survey' | 'plan', string>;
}

/** Returns the walk in one language. Throws if a step fails or an edit finds nothing to change. */
export async function walk(locale: Locale): Promise<Walk> {
  const files: Record<string, string | Uint8Array> = { 'ktv.dxf': readFileSync(DRAWING) };
  const run = async (...argv: readonly string[]): Promise<Ran> => {
    const ran = await sitecam([...argv, '--lang', locale], { given: files });
    if (ran.code > 1) throw new Error(ran.err);
    for (const [path, text] of ran.written) files[path] = text;
    return ran;
  };
  const textOf = (path: string) => String(files[path]);
  const survey = await run('import', 'ktv.dxf', '--survey', '-o', 'mapping.yaml', '--assets', 'layers');
  const imported = await run(
    ...['import', 'ktv.dxf', '--mapping', 'mapping.yaml'],
    ...['--category', 'cultural-entertainment-venue', '-o', 'plan.yaml'],
  );
  let plan = textOf('plan.yaml');
  for (const [found, text] of EDITS) {
    const changed = plan.replace(found, () => text);
    if (changed === plan) throw new Error(`the imported plan has no ${found}:\n${plan}`);
    plan = changed;
  }
  files['plan.yaml'] = plan;
  const report = await run('lint', 'plan.yaml');
  const drawn = await run('draw', 'plan.yaml', '--output', 'plan.svg');
  if (drawn.code !== 0) throw new Error(drawn.err);
  return {
    survey: survey.out,
    mapping: textOf('mapping.yaml'),
    imported: imported.err,
    edited: ['site:', SONG, 'deviceTypes:', ...TYPES.map(([, data]) => `  ${data}`), OVERRIDES].join('\n'),
    report: report.out,
    pictures: new Map([
      ['survey', textOf('layers/001.svg')],
      ['plan', textOf('plan.svg')],
    ]),
  };
}
