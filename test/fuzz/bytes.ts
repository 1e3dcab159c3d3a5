import type { Unreadable } from '../../src/plan/model.js';
import { sitecam } from '../support/io.js';
import { Dice } from './dice.js';
import { linted } from './lint.js';
import { mutated } from './mutate.js';
import { jsonFault } from './reports.js';
import { causeOf, type Fault, slow, type Tally } from './run.js';
import { imports, plans, type Source } from './sources.js';

/** Files that a command reads beside plans, as people write them: what they are, and the command. */
const OTHERS: readonly { readonly path: string; readonly text: string; readonly argv: readonly string[] }[] = [
  {
    path: 'fuzz/sitecam.config.yaml',
    text: 'extends: ./base.yaml\nrules:\n  coverage/criterion: warning\n  capture/cross-level: "off"\nparameters: {nearRadius: 2, graze: 3}\nfailOn: review\nprofile: none\n',
    argv: ['lint', 'fuzz/plan.yaml', '-f', 'json', '--config'],
  },
  {
    path: 'fuzz/sitecam.waivers.yaml',
    text: 'waivers:\n  - {plan: "*.yaml", rule: coverage/criterion, subject: hall, reason: 二期, by: 张某, until: 2027-06-30}\n  - {rule: plan/sliver-view, subject: C1, reason: x, by: y, document: z, until: 2025-01-01}\n',
    argv: ['lint', 'fuzz/plan.yaml', '-f', 'json', '--waivers'],
  },
  {
    path: 'fuzz/sitecam.baseline.json',
    text: '',
    argv: ['lint', 'fuzz/plan.yaml', '-f', 'json', '--baseline'],
  },
];

const PLAN = `sitecam: 1
site: {name: 小旅店, categories: [hotel]}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 9, 2]}
      - {id: wc, kind: restroom, rect: [0, 2, 3, 3]}
    openings: [{id: d, kind: door, line: [[1, 2], [2, 2]]}]
    devices: [{id: C1, kind: camera, at: [8, 1], heading: 270, hfov: 90}]
`;

/** What mutations are of, loaded once. */
export interface Originals {
  readonly rules: readonly Source[];
  readonly sites: readonly Source[];
  readonly buildings: readonly Source[];
  readonly mappings: readonly Source[];
  readonly baseline: Uint8Array;
}

export async function originals(): Promise<Originals> {
  const { written } = await sitecam(['baseline', 'fuzz/plan.yaml', '-o', 'fuzz/sitecam.baseline.json'], {
    given: { 'fuzz/plan.yaml': PLAN },
  });
  const baseline = new TextEncoder().encode(written.get('fuzz/sitecam.baseline.json') ?? '');
  return { ...plans(), ...imports(), baseline };
}

/** Breaks the bytes of a file for each seed from `from` up to but not `to`, and sees what comes of it. */
export async function runBytes(from: number, to: number, of: Originals, tally: Tally): Promise<void> {
  for (let seed = from; seed < to; seed += 1) {
    const start = process.cpuUsage();
    tally.plans += 1;
    const fault = await runOne(new Dice(seed * 7 + 3), of, tally).catch((error: unknown) => ({
      check: 'throws',
      said: causeOf(error),
      plan: '',
    }));
    slow(tally, seed, start);
    if (fault !== undefined) tally.faults.push({ seed, ...fault });
  }
}

type Wrong = Omit<Fault, 'seed'> | undefined;

function runOne(dice: Dice, { rules, sites, buildings, mappings, baseline }: Originals, tally: Tally): Promise<Wrong> {
  const plan = () => dice.pick(dice.chance(0.06) ? sites : rules);
  return dice.way<() => Promise<Wrong>>([
    [80, async () => lintOne(plan(), plan(), dice, tally)],
    [3, () => command('inspect', dice.pick(rules), ['-f', 'json'], dice)],
    [9, () => imported(dice.pick(buildings), undefined, dice)],
    [3, () => imported(dice.pick(buildings), dice.pick(mappings), dice)],
    [5, () => other(baseline, dice)],
  ])();
}

/** A plan of the fixtures that is broken and linted: no exception, and a record by the schema. */
function lintOne(source: Source, another: Source, dice: Dice, tally: Tally): Wrong {
  const bytes = mutated(source.bytes, another.bytes, dice);
  const files = new Map([[source.path, bytes], ...source.beside]);
  const text = () => shown(source.path, bytes);
  try {
    const result = linted(files);
    if (result.ok) tally.readable += 1;
    else if (result.unreadable.length === 0) return { check: 'unreadable', said: 'no reason', plan: text() };
    const said = jsonFault([result], dice.chance(0.5) ? 'en' : 'zh-CN');
    // What the author wrote may say NaN, or −0.
    return said === undefined || /NaN|Infinity|undefined|-0\.?0*\b/i.test(Buffer.from(bytes).toString('latin1'))
      ? undefined
      : { check: 'json', said, plan: text() };
  } catch (error) {
    return { check: 'throws', said: causeOf(error), plan: text() };
  }
}

function shown(path: string, bytes: Uint8Array): string {
  return `--- ${path} ${Buffer.from(bytes).toString('base64')}`;
}

async function command(name: string, source: Source, more: readonly string[], dice: Dice): Promise<Wrong> {
  const bytes = mutated(source.bytes, source.bytes, dice);
  const ran = await sitecam([name, source.path, ...more], { given: { [source.path]: bytes } });
  return wrongIn(ran, `${name} ${shown(source.path, bytes)}`);
}

/** What is wrong with where things are: the source's own fault, which importing hands on. */
const OF_PLACE: ReadonlySet<string> = new Set([
  'schema/far-apart',
  'schema/too-large',
  'schema/tiny',
  'schema/empty-geometry',
  // A pillar at 180° E, a round of which is drawn beyond.
  'schema/degrees',
]);

/** Degrees by which what is drawn about a point at the edge of the map, as a pillar is, lies past it. */
const PAST = 0.001;

function isPastTheEdge({ code, message: { params } }: Unreadable): boolean {
  return (
    code === 'schema/degrees' && Math.abs(Number(params.x)) <= 180 + PAST && Math.abs(Number(params.y)) <= 90 + PAST
  );
}

/** A building, or the mapping it is read by, that is broken and imported; what is written can be read. */
async function imported(building: Source, mapping: Source | undefined, dice: Dice): Promise<Wrong> {
  const broken = mapping ?? building;
  const bytes = mutated(broken.bytes, broken.bytes, dice);
  const argv = [
    'import',
    building.path,
    '-o',
    'fuzz/out.yaml',
    '--category',
    'hotel',
    ...(mapping === undefined ? [] : ['--mapping', mapping.path]),
  ];
  const ran = await sitecam(argv, { given: { [broken.path]: bytes } });
  const what = `${argv.join(' ')} ${shown(broken.path, bytes)}`;
  const wrong = wrongIn(ran, what);
  const plan = ran.written.get('fuzz/out.yaml');
  if (wrong !== undefined || plan === undefined) return wrong;
  const files = [...ran.written].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  const result = linted(new Map([...files.filter(([path]) => path === 'fuzz/out.yaml'), ...files]));
  if (result.ok || result.unreadable.every((one) => OF_PLACE.has(one.code) || isPastTheEdge(one))) return undefined;
  return { check: 'written', said: result.unreadable.map(({ code }) => code).join(), plan: what };
}

async function other(baseline: Uint8Array, dice: Dice): Promise<Wrong> {
  const { path, text, argv } = dice.pick(OTHERS);
  const whole = text === '' ? baseline : new TextEncoder().encode(text);
  const bytes = mutated(whole, whole, dice);
  const ran = await sitecam([...argv, path], {
    given: { 'fuzz/plan.yaml': PLAN, 'fuzz/base.yaml': '{}\n', [path]: bytes },
  });
  return wrongIn(ran, shown(path, bytes));
}

/** A command that says why, and by its exit code what came of it. */
function wrongIn({ code, out, err }: Awaited<ReturnType<typeof sitecam>>, plan: string): Wrong {
  if (code === 70) return { check: 'throws', said: err.slice(0, 1500), plan };
  if (/\n\s+at .*[.:]\d+/.test(err)) return { check: 'stack', said: err.slice(0, 600), plan };
  if ((code === 2 || code === 3) && `${err}${out}`.trim() === '')
    return { check: 'silent', said: `exit code ${code}`, plan };
  return undefined;
}
