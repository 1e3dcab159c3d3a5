import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Localized } from '../src/i18n/locale.js';
import { Folder } from './support/folder.js';
import { sitecam } from './support/io.js';

/**
 * fixtures/evasion/<trick>/: a plan by an author who wants to pass, made of the one in `honest/`, and expected.json: what a
 * reviewer finds or reads before the first verdict, or why it can't matter. README.md there is made of them (`-u`).
 */
const NAME = 'fixtures/evasion';
const FOLDER = fileURLToPath(new URL(`../${NAME}`, import.meta.url));
const TODAY = '2026-11-24';

interface Expected {
  readonly trick: Localized;
  /** Of the command line. */
  readonly arguments?: readonly string[];
  readonly caught?: {
    /** `outcome rule subject` */
    readonly findings?: readonly string[];
    /** Said before the first verdict: what its text holds. */
    readonly cautions?: readonly (Localized & { readonly kind: string })[];
    /** Codes of what keeps the plan from being read or judged. */
    readonly unreadable?: readonly string[];
    /** What is said instead of verdicts: in the report of what is wrong with the plan, else by the command. */
    readonly refused?: Localized;
  };
  /** Why it can't matter. */
  readonly because?: Localized;
}

interface Plan {
  readonly path: string;
  readonly verdicts?: readonly { readonly outcome: string; readonly rule: string; readonly subject: string }[];
  readonly cautions?: readonly { readonly kind: string; readonly text: Localized }[];
  readonly unreadable?: readonly { readonly code: string; readonly message: { readonly text: string } }[];
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const tricks = folders.filter((name) => name !== 'honest');

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8'));
}

function planOf(name: string): string {
  const file = readdirSync(join(FOLDER, name)).includes('plan.yaml') ? 'plan.yaml' : 'plan.geojson';
  return `${NAME}/${name}/${file}`;
}

type Persona = 'reviewer' | 'designer';

async function run(persona: Persona, names: readonly string[], more: readonly string[] = []) {
  const { out, err } = await sitecam(
    ['lint', ...names.map(planOf), '--today', TODAY, '-f', 'json', '--as', persona, ...more],
    { now: () => 0 },
  );
  const plans: readonly Plan[] = out === '' ? [] : JSON.parse(out).plans;
  return { err, plans: new Map(plans.map((plan) => [plan.path, plan])) };
}

/** What the command line has to say of one trick alone: it asks for options, or there is nothing to review. */
const isAlone = (name: string) =>
  expectedOf(name).arguments !== undefined || expectedOf(name).caught?.refused !== undefined;

/** A designer's own configuration decides what a designer is told, and may keep the run from being made. */
const isConfigured = (name: string) => name.startsWith('config-');

/** All tricks in one run for each persona: what is found in one plan never depends on the others. */
const together = new Map<Persona, ReadonlyMap<string, Plan>>();

beforeAll(async () => {
  for (const persona of ['reviewer', 'designer'] as const) {
    together.set(
      persona,
      (
        await run(
          persona,
          folders.filter((name) => !isAlone(name) && (persona === 'reviewer' || !isConfigured(name))),
        )
      ).plans,
    );
  }
}, 120_000);

/** What keeps a plan from being judged, as the report says it, or the command. */
function reasons({ plan, err }: { readonly plan: Plan | undefined; readonly err: string }): string {
  return [err, ...(plan?.unreadable ?? []).map(({ message }) => message.text)].join('\n');
}

async function judged(
  persona: Persona,
  name: string,
  more: readonly string[] = [],
): Promise<{ readonly plan: Plan | undefined; readonly err: string }> {
  const path = planOf(name);
  if (!isAlone(name)) return { plan: together.get(persona)?.get(path), err: '' };
  const { plans, err } = await run(persona, [name], [...(expectedOf(name).arguments ?? []), ...more]);
  return { plan: plans.get(path), err };
}

function findingsOf(plan: Plan | undefined): string[] {
  return (plan?.verdicts ?? [])
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'open' || outcome === 'review')
    .map(({ outcome, rule, subject }) => `${outcome} ${rule} ${subject}`);
}

describe('an honest plan', () => {
  it('has no finding, for a reviewer either', async () => {
    const { plan } = await judged('reviewer', 'honest');
    expect(plan?.verdicts?.length).toBeGreaterThan(0);
    expect(findingsOf(plan)).toEqual([]);
  });
});

describe.each(tricks)('%s', (name) => {
  const { caught = {}, because } = expectedOf(name);
  const { findings = [], cautions = [], unreadable = [], refused } = caught;

  it('is caught by a reviewer, or says why it can’t matter', async () => {
    const { plan, err } = await judged('reviewer', name);
    expect(findingsOf(plan)).toEqual(expect.arrayContaining([...findings]));
    for (const { kind, zh, en } of cautions) {
      const text = { zh: expect.stringContaining(zh), en: expect.stringContaining(en) };
      expect(plan?.cautions).toContainEqual({ kind, text });
    }
    expect((plan?.unreadable ?? []).map(({ code }) => code)).toEqual(expect.arrayContaining([...unreadable]));
    if (refused !== undefined) {
      expect(plan?.verdicts).toBeUndefined();
      expect(reasons({ plan, err })).toContain(refused.zh);
      expect(reasons(await judged('reviewer', name, ['--lang', 'en']))).toContain(refused.en);
    }
    const ways = [...findings, ...cautions, ...unreadable, ...[refused, because].filter((one) => one !== undefined)];
    expect(ways.length).toBeGreaterThan(0);
  });
});

describe('a designer', () => {
  const found = tricks.filter((name) => !isConfigured(name) && expectedOf(name).caught?.findings !== undefined);

  it.each(found)('finds the same in %s', async (name) => {
    const { plan } = await judged('designer', name);
    expect(findingsOf(plan)).toEqual(expect.arrayContaining([...(expectedOf(name).caught?.findings ?? [])]));
  });
});

describe('what no folder of the repository can hold', () => {
  it('a plan in a hidden folder, and one that .gitignore names, are reviewed all the same', async () => {
    const plan = readFileSync(join(FOLDER, 'waiver-capture/plan.yaml'), 'utf8');
    const folder = new Folder({ '.gitignore': 'more/\n', '.hidden/a.yaml': plan, 'more/b.yaml': plan });
    folder.git('init', '-q');
    expect(await folder.linted(['.', '--as', 'reviewer'])).toEqual(['.hidden/a.yaml', 'more/b.yaml']);
  });

  it('a file that the plan refers to is named with its hash: another content is another file', async () => {
    const before = (await judged('reviewer', 'file-ref-changed')).plan?.files ?? [];
    const geometry = `${NAME}/file-ref-changed/f1.geojson`;
    expect(before.map(({ path }) => path)).toContain(geometry);
    const given = { [geometry]: readFileSync(geometry, 'utf8').replace('restroom', 'store') };
    const ran = await sitecam(['lint', planOf('file-ref-changed'), '-f', 'json', '--as', 'reviewer'], { given });
    const after: readonly Plan['files'][number][] = JSON.parse(ran.out).plans[0].files;
    const hash = (files: Plan['files']) => files.find(({ path }) => path === geometry)?.sha256;
    expect(hash(after)).not.toBe(hash(before));
  });
});

const OUTCOMES: Readonly<Record<string, Localized>> = {
  fail: { zh: '不符合', en: 'fail' },
  open: { zh: '待补充', en: 'open' },
  review: { zh: '须审查判定', en: 'review' },
};

function cell(name: string): string {
  const { caught, because } = expectedOf(name);
  const lines = [
    ...(caught?.findings ?? []).map((finding) => {
      const [outcome = '', rule = '', ...subject] = finding.split(' ');
      return `${OUTCOMES[outcome]?.zh} ${outcome} \`${rule}\` ${shown(subject.join(' '))}`;
    }),
    ...(caught?.cautions ?? []).map(({ zh, en }) => `先行写明 said first：${shown(zh)} / ${shown(en)}`),
    ...(caught?.unreadable ?? []).map((code) => `不能读取 unreadable \`${code}\``),
    ...(caught?.refused === undefined
      ? []
      : [`不予审查 refused：${shown(caught.refused.zh)} / ${shown(caught.refused.en)}`]),
    ...(because === undefined ? [] : [`不影响结论 can't matter：${because.zh} ${because.en}`]),
  ];
  return lines.join('<br>');
}

/** What a name hides must not hide in the table. */
function shown(text: string): string {
  return text
    .replace(/[^\P{C}\n]/gu, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replaceAll('|', '\\|');
}

const GROUPS: readonly (readonly [prefix: string, zh: string, en: string])[] = [
  ['label', '区域的类型和名称', 'Kinds and names of zones'],
  ['zone', '区域的范围', 'Extents of zones'],
  ['device', '设备', 'Devices'],
  ['door', '门', 'Doors'],
  ['wall', '墙', 'Walls'],
  ['glass', '玻璃', 'Glass'],
  ['level', '楼层', 'Levels'],
  ['units', '单位和方位', 'Units and bearings'],
  ['site', '场所', 'The site'],
  ['cover', '第八条的设防', 'Protection under Art. 8'],
  ['waiver', '例外说明', 'Waivers'],
  ['config', '配置和命令', 'Configuration and command line'],
  ['text', '文字', 'Text'],
  ['file', '文件', 'Files'],
];

describe('README.md', () => {
  it('lists every trick with what catches it', async () => {
    const sections = GROUPS.map(([prefix, zh, en]) => {
      const rows = tricks
        .filter((name) => name.startsWith(`${prefix}-`))
        .map((name) => {
          const { trick } = expectedOf(name);
          return `| [${trick.zh}](${name})<br>${trick.en} | ${cell(name)} |`;
        });
      return `## ${zh} / ${en}\n\n| 做法 / trick | 由何发现 / caught by |\n| --- | --- |\n${rows.join('\n')}\n`;
    });
    const grouped = tricks.filter((name) => GROUPS.some(([prefix]) => name.startsWith(`${prefix}-`)));
    expect(grouped).toEqual(tricks);
    await expect(`${HEAD}\n${sections.join('\n')}`).toMatchFileSnapshot(join(FOLDER, 'README.md'));
  });
});

const HEAD = `# 规避审查的做法 / Ways to evade a review

设计人员可能用来“通过”的做法，每种一个文件夹，均由 \`honest/\` 中如实绘制的图改成。下表列出 \`sitecam lint --as reviewer\` 由何发现：结论，或者判定之前先行写明的事项；不影响结论的，写明理由。
标“先行写明”的，图中所写不能证伪，报告把它写在第一项判定之前，由审查人核对。本表由测试生成：\`npx vitest run test/evasion.test.ts -u\`。

What an author might try in order to pass, a folder each, all made of the honest plan in \`honest/\`. The table says what
\`sitecam lint --as reviewer\` catches it by: a verdict, or what is said before the first one; or why it can't matter. What is
"said first" can't be disproved from the plan: it is for the reviewer to check. The table is made by the test.
`;
