// npm run new-rule GROUP/NAME: writes the three files of a new rule, then everything that is generated from them.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a rule of each group has beside the rest: by which packs it is run, what it cites, whether it can be waived. */
const GROUPS = {
  capture: {
    imports: ["import { prohibitedClauses, prohibitsCapture } from '../../facts/capture/bars.js';"],
    clauses: 'prohibitedClauses(pack).slice(0, 1)',
    fields: ['clausesIn: prohibitedClauses,', 'appliesTo: prohibitsCapture,', 'waivable: false,'],
  },
  coverage: {
    imports: [],
    clauses: 'pack.protects === undefined ? [] : [pack.protects]',
    fields: [
      'clausesIn: ({ protects }) => (protects === undefined ? [] : [protects]),',
      'appliesTo: ({ protects }) => protects !== undefined,',
      'waivable: false,',
    ],
  },
  plan: { imports: [], clauses: undefined, fields: ['waivable: true,'] },
  project: {
    imports: [],
    clauses: '(pack.tracks ?? []).slice(0, 1).map(({ clause }) => clause)',
    fields: [
      'clausesIn: ({ tracks = [] }) => tracks.map(({ clause }) => clause),',
      'appliesTo: ({ tracks }) => tracks !== undefined,',
      'waivable: false,',
    ],
  },
  rooms: {
    imports: [],
    clauses: 'pack.fittings?.partitions === undefined ? [] : [pack.fittings.partitions.clause]',
    fields: [
      'clausesIn: ({ fittings }) => (fittings?.partitions === undefined ? [] : [fittings.partitions.clause]),',
      'appliesTo: ({ fittings }) => fittings !== undefined,',
      'waivable: false,',
    ],
  },
  signs: {
    imports: [],
    clauses: 'pack.signs === undefined ? [] : [pack.signs.clause]',
    fields: [
      'clausesIn: ({ signs }) => (signs === undefined ? [] : [signs.clause]),',
      'appliesTo: ({ signs }) => signs !== undefined,',
      'waivable: false,',
    ],
  },
};

/** The packs of a group's fixtures, where that isn't nm-2017. */
const PACKS = { project: 'cn-799-2025', rooms: 'cn-entertainment', signs: 'cn-799-2025' };

/** Outcome of the finding that a new rule states, in its source, its fixture and its example alike. */
const FINDING = 'review';

/**
 * Returns why `id` can't be the id of a new rule of the tree at `root`; undefined if it can.
 * @param {string} root
 * @param {string | undefined} id
 */
export function whyNot(root, id) {
  const groups = Object.keys(GROUPS).join(', ');
  if (id === undefined) return `name the rule: npm run new-rule GROUP/NAME; groups are ${groups}`;
  const [group = '', name = '', ...rest] = id.split('/');
  if (group === 'waiver')
    return "a rule on waivers judges them by 'audit', not the plan: copy src/rules/waiver/unused.ts and its fixtures";
  if (!Object.hasOwn(GROUPS, group) || rest.length > 0 || name === '')
    return `'${id}' is no id of a rule; expected GROUP/NAME, and groups are ${groups}`;
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    return `'${name}' is no name of a rule; expected words in small letters, joined by hyphens, such as near-window`;
  const taken = readdirSync(join(root, 'src/rules', group)).some((file) => file.replace(/\.ts$/, '') === name);
  return taken || existsSync(join(root, 'fixtures/rules', id)) ? `there is a ${id} already` : undefined;
}

/**
 * Returns the three files of a new rule, by their path.
 * @param {string} id
 * @returns {ReadonlyMap<string, string>}
 */
export function filesOf(id) {
  const [group, name] = /** @type {[keyof typeof GROUPS, string]} */ (id.split('/'));
  const folder = `fixtures/rules/${id}`;
  return new Map([
    [`src/rules/${id}.ts`, source(group, name)],
    [`${folder}/pass-todo.yaml`, fixture(group, 'pass')],
    [`${folder}/${FINDING}-todo.yaml`, fixture(group, FINDING)],
  ]);
}

/**
 * @param {keyof typeof GROUPS} group
 * @param {string} name
 */
function source(group, name) {
  const { imports, clauses, fields } = GROUPS[group];
  const isOfPlan = clauses === undefined;
  const readsPack = clauses?.includes('pack') === true;
  return `// Rule ${group}/${name}: TODO what it finds, in one line.
${[...imports, "import type { RuleContext } from '../../facts/context.js';"].join('\n')}
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

/** One text for each sentence that the rule states: the same placeholders in both languages, a stop at the end. */
const t = catalogue('', {
  found: {
    zh: 'TODO 设备“{device}”……。',
    en: "TODO Device '{device}' ….",
  },${
    isOfPlan
      ? ''
      : `
  none: {
    zh: 'TODO 图中未标明……，本项不适用。',
    en: 'TODO The drawing shows no …; this does not apply.',
  },`
  }
});

/** Returns TODO a finding for each …${isOfPlan ? '' : ', a pass for each … that was checked'}. */
function check({ site${readsPack ? ', pack' : ''} }: RuleContext): Statement[] {
  // TODO What is drawn is in \`site\`; docs/adding-a-rule.md lists what else a rule may ask.
  const found = site.levels.flatMap(({ devices }) => devices.filter(() => false));
  const verdicts = found.map((device) =>
    statement({
      // Exact and stable: the id of an element, or device>zone for a pair.
      subject: device.id,
      // fail only if the clause's own words decide; open if the plan lacks a fact; review if a person must decide.
      outcome: '${FINDING}',
      message: t.found({ device: device.id }),${
        isOfPlan
          ? ''
          : `
      clauses: ${clauses},`
      }
      place: device.place,
      // Levels and devices that the verdict rests on: if one of them is faulty, the verdict becomes open.
      dependsOn: { levels: [device.level], devices: [device.id] },
    }),
  );
  ${
    isOfPlan
      ? `return verdicts;`
      : `if (verdicts.length > 0) return verdicts;
  return [
    statement({
      subject: 'site',
      outcome: 'notApplicable',
      message: t.none,
      clauses: ${clauses},
      place: site.place,
      // A zone that can't be read on any of them may be what the rule looks for.
      dependsOn: { levels: site.levels.map(({ id }) => id), devices: [] },
    }),
  ];`
  }
}

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(
    // TODO What the rule states of this plan.
    ['${FINDING} TODO'],
    \`
${planOf('示例').trim()}
\`,
  ),
  example(
    ['pass TODO'],
    \`
${planOf('示例').trim()}
\`,
  ),
].join('\\n\\n');

/** The rule ${group}/${name}. TODO why there is such a rule. */
export const rule = defineRule({
  id: '${group}/${name}',
  // error: fail and open set exit code 1. warning: a hint.
  level: 'warning',
  title: { zh: 'TODO', en: 'TODO' },
  ${fields.join('\n  ')}
  messages: templatesOf(t),
  docs: {
    zh: \`TODO 什么情况下列出，为什么。

**怎么改**：TODO

\${PLANS}\`,
    en: \`TODO What it finds, and why.

**What to do**: TODO

\${PLANS}\`,
  },
  check,
});
`;
}

/**
 * @param {keyof typeof GROUPS} group
 * @param {'pass' | typeof FINDING} outcome
 */
function fixture(group, outcome) {
  const packs = Object.entries(PACKS).find(([key]) => key === group)?.[1];
  return `${packs === undefined ? '' : `# packs: ${packs}\n`}# => ${outcome} TODO
# TODO show one thing in at most 40 lines, and name the file after it: ${outcome}-near-the-door.yaml
${planOf('示例')}`;
}

/** @param {string} name */
function planOf(name) {
  return `sitecam: 1
site: {name: ${name}, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: C1, kind: camera, at: [8, 4.9], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`;
}

/** @param {readonly string[]} argv */
function main(argv) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const [id, ...rest] = argv;
  const why = rest.length > 0 ? `one rule at a time; too much: ${rest.join(' ')}` : whyNot(root, id);
  if (id === undefined || why !== undefined) {
    console.error(`new-rule: ${why}.`);
    return 2;
  }
  const files = filesOf(id);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
    console.log(path);
  }
  console.log('\nWrite what says TODO in these three files (docs/adding-a-rule.md). npm run gen, now:');
  const gen = join(root, 'tools/gen/gen.mjs');
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', gen], { stdio: 'inherit' });
  return status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.slice(2));
