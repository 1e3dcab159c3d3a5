// Every command line of sitecam in the documents runs, in a folder with files of the names that the documents use.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/folder.js';

const DOCUMENTS = ['README.md', 'README.en.md', 'CONTRIBUTING.md'].concat(
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join('docs', name)),
);

/** Commands that run until somebody ends them, and what shows them to run. */
const LASTING: Readonly<Record<string, string>> = {
  dev: 'test/host/serve',
  lsp: 'test/host/lsp',
  '--watch': 'test/cli/watch.test.ts',
};

/** A command line of a document, as words. */
interface Line {
  readonly document: string;
  readonly words: readonly string[];
}

/** Returns the command lines of sitecam in the shell blocks of a document, in their order. */
function linesOf(document: string): Line[] {
  const blocks = readFileSync(document, 'utf8').matchAll(/^ *```(?:sh|bash)\n([\s\S]*?)^ *```$/gm);
  return [...blocks].flatMap(([, block]) =>
    block.split('\n').flatMap((line) =>
      line.split(/ && | \|\| /).flatMap((part): Line[] => {
        const [, command] = /^\s*(?:npx )?(?:sitecam|node bin\/sitecam\.js) (.*)$/.exec(part) ?? [];
        if (command === undefined) return [];
        return [{ document, words: wordsOf(command.replace(/\s+# .*$/, '').replace(/ > \S+$/, '')) }];
      }),
    ),
  );
}

/** Returns a command line as a shell parts it; a command in it stands for a day. */
function wordsOf(command: string): string[] {
  const words = command.replace(/"\$\([^)]*\)"/g, '2026-11-24').match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
}

/** A plan with the levels that documents name. */
const PLAN = `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - {id: F1, elevation: 0, ceiling: 3, zones: [{id: hall, kind: corridor, rect: [0, 0, 6, 2]}]}
  - {id: F2, elevation: 3.3, ceiling: 3, zones: [{id: hall-2, kind: corridor, rect: [0, 0, 6, 2]}]}
`;

/** Lays out the files that documents name. */
async function laidOut(): Promise<Folder> {
  const folder = new Folder();
  for (const name of ['sites/qingcheng-hotel', 'import/dxf']) {
    cpSync(join('fixtures', name), folder.at(join('fixtures', name)), { recursive: true });
  }
  const plans = ['plan.sitecam.yaml', 'plans/hotel.sitecam.yaml', 'old.yaml', 'new.yaml', '原图.yaml', '新图.yaml'];
  folder.write(Object.fromEntries(plans.map((name) => [name, PLAN])));
  const drawing = readFileSync('fixtures/import/dxf/ktv.dxf');
  folder.write({ '1F.dxf': drawing, '一层.dxf': drawing, 'model.ifc': readFileSync('fixtures/import/ifc/house.ifc') });
  const pack = readFileSync('fixtures/packs/demo.yaml');
  const packs = ['our-rules.yaml', 'our-rules/pack.yaml', '我市规定.yaml', '我市规定/pack.yaml', 'our-city.yaml'];
  folder.write(Object.fromEntries(packs.map((name) => [name, pack])));
  folder.git('init', '-q');
  folder.commit();
  folder.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  for (const n of [1, 2]) await folder.run(['lint', 'plans', '--shard', `${n}/2`, '-f', `record=${n}.record`]);
  await folder.run(['lint', 'plan.sitecam.yaml', 'plans', '-f', 'json=report.json']);
  return folder;
}

const lines = DOCUMENTS.flatMap(linesOf);
const lasting = ({ words }: Line) => Object.keys(LASTING).some((word) => words.includes(word));

describe('a command line of the documents', () => {
  test('is of some page of each language, and most are run', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(lasting).length).toBeLessThan(lines.length / 10);
  });

  test('does what it is there for: findings or none, never a fault of usage or a file that can’t be read', {
    timeout: 240_000,
  }, async () => {
    const folder = await laidOut();
    const done = new Set<string>();
    const wrong: string[] = [];
    for (const line of lines) {
      const { document, words } = line;
      const name = words.join(' ');
      if (lasting(line) || done.has(name)) continue;
      done.add(name);
      // What is made once and never replaced, each page makes anew.
      if (words.includes('--survey')) rmSync(folder.at('mapping.yaml'), { force: true });
      const at = words[0] === 'init' ? `made-${done.size}` : '';
      mkdirSync(folder.at(at), { recursive: true });
      const { code, out, err } = await folder.run(words, { at });
      if (code > 1)
        wrong.push(`${document}: sitecam ${name}: exit code ${code}: ${err.slice(0, 300)}${out.slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('that lasts is taken with its options', async () => {
    const folder = new Folder();
    for (const { words } of lines.filter(lasting)) {
      const { code, err } = await folder.run([...words, '--help']);
      expect([code, err], words.join(' ')).toEqual([0, '']);
    }
  });
});
