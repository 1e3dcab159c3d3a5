import AdmZip from 'adm-zip';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../support/folder.js';
import { lintIn } from './support.js';
import { WORST } from './worst.js';

const levels = (count: number, geometry: (n: number) => string) =>
  `sitecam: 1\nsite: {name: 馆, categories: [museum], region: "150102"}\nlevels:\n${Array.from(
    { length: count },
    (_, n) => `  - {id: F${n}, elevation: ${4 * n}, ceiling: 3, geometry: ${geometry(n)}}\n`,
  ).join('')}`;

/** A plan whose aliases repeat a list of ten zones nine times. */
const ALIASES = `${SMALL_PLAN.slice(0, SMALL_PLAN.indexOf('levels'))}levels:
  - id: F0
    zones: &z [${Array.from({ length: 10 }, (_, n) => `{id: z${n}, kind: corridor, rect: [${n}, 0, 1, 2]}`).join(', ')}]
${Array.from({ length: 9 }, (_, n) => `  - {id: F${n + 1}, zones: *z}\n`).join('')}`;

describe('what goes beyond a limit is not read, and says which limit', () => {
  const files = {
    'small.yaml': SMALL_PLAN,
    'large.yaml': `${SMALL_PLAN}${'# and so on\n'.repeat(200)}`,
    'one.yaml': planOf('part-0.geojson'),
    'three.yaml': levels(3, (n) => `part-${n}.geojson`),
    'aliases.yaml': ALIASES,
    'name.yaml': SMALL_PLAN.replace('小店', '店'.repeat(30)),
    'text.yaml': `$schema: ./${'s'.repeat(60)}.json\n${SMALL_PLAN}`,
    ...Object.fromEntries([0, 1, 2].map((n) => [`part-${n}.geojson`, GEOMETRY])),
  };

  test.each([
    ['bytes=1k', 'large.yaml', 'limit/bytes 1:1'],
    ['tokens=50', 'large.yaml', 'limit/tokens 1:1'],
    ['total=150', 'one.yaml', 'limit/total 4:24'],
    ['files=2', 'three.yaml', 'limit/files 6:50'],
    ['aliases=449', 'aliases.yaml', 'limit/aliases 1:1'],
    ['name=20', 'name.yaml', 'limit/name 2:14'],
    ['text=50', 'text.yaml', 'limit/text 1:10'],
    ['work=1k', 'small.yaml', 'limit/work -:-'],
  ])('%s', async (limit, file, said) => {
    const folder = new Folder(files);
    const { code, refused } = await lintIn(folder, [file, '--limit', limit]);
    expect([code, refused]).toEqual([3, [said]]);
    const [name] = limit.split('=');
    const { out } = await folder.run(['lint', file, '--limit', limit, '--lang', 'en']);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`a limit of ours.* --limit ${name}=\\d+`));
    // Where nothing is said all of them can be read.
    expect((await lintIn(folder, [file])).refused).toBeUndefined();
    expect((await lintIn(folder, [file, '--limit', `${name}=1G`])).refused).toBeUndefined();
  });

  test('an archive of too many entries, or that unpacks to too much', async () => {
    const zip = new AdmZip();
    for (let n = 0; n < 20; n += 1) zip.addFile(`part-${n}.geojson`, Buffer.alloc(1000, ' '));
    const folder = new Folder({ 'building.zip': zip.toBuffer() });
    for (const [limit, said] of [
      ['entries=19', '--limit entries=20'],
      ['unpacked=19999', '--limit unpacked=1M'],
      ['bytes=1k', '--limit bytes=2048'],
    ]) {
      const { code, err } = await folder.run(['import', 'building.zip', '-o', 'plan.yaml', '--limit', limit]);
      expect([limit, code]).toEqual([limit, 3]);
      expect(err).toContain(said);
    }
  });

  test('a record to merge, a source to import', async () => {
    const folder = new Folder(files);
    await folder.run(['lint', 'small.yaml', '-f', 'record=1.record']);
    expect((await folder.run(['merge', '1.record', '-f', 'json=all.json', '--limit', 'bytes=1k'])).code).toBe(3);
    expect((await folder.run(['merge', '1.record', '-f', 'json=all.json'])).code).toBe(1);
    const argv = ['import', 'part-0.geojson', '-o', 'new.yaml'];
    expect((await folder.run([...argv, '--limit', 'bytes=10'])).err).toContain('--limit bytes=20');
  });
});

describe('limits are set by whoever runs it', () => {
  test.each(['work', 'work=', 'work=0', 'work=-1', 'work=1.5', 'work=1T', 'wrk=5', '__proto__=1', '=1'])(
    '%s is wrong usage',
    async (limit) => {
      const { code, out } = await new Folder({ 'plan.yaml': SMALL_PLAN }).run(['lint', 'plan.yaml', '--limit', limit]);
      expect([code, out]).toEqual([2, '']);
    },
  );

  test.each(['limits: {work: 1G}\n', 'limit: [work=1G]\n'])('not by a configuration: %s', async (config) => {
    const folder = new Folder({ 'plan.yaml': SMALL_PLAN, 'sitecam.config.yaml': config });
    expect((await folder.run(['lint', 'plan.yaml'])).code).toBe(2);
  });
});

describe('a plan that takes too much work', () => {
  const folderOf = () => new Folder({ 'plan.json': WORST.denseFixed(30_000), 'good.yaml': SMALL_PLAN });

  test('is one that cannot be read, in every format and for everybody', async () => {
    const folder = folderOf();
    for (const format of REPORT_FORMATS) {
      const { code, out } = await folder.run(['lint', 'plan.json', '-f', format, '--limit', 'work=1M']);
      expect([format, code]).toEqual([format, 3]);
      // A page for print may break an id where a reader sees none broken. The form that is signed has the sentence alone.
      const said = format === 'opinion' ? '--limit work=' : 'limit/work';
      if (format !== 'schedule') expect(out.replace(/<\/?span[^>]*>|<wbr>/g, ''), format).toContain(said);
    }
    const [reviewed, ci] = await Promise.all(
      ['reviewer', 'ci'].map((as) => lintIn(folder, ['plan.json', '--as', as, '--limit', 'work=1M'])),
    );
    expect([reviewed.code, reviewed.refused, ci.code]).toEqual([3, ['limit/work -:-'], 3]);
  });

  test('is so for every command', async () => {
    const folder = folderOf();
    for (const argv of [
      ['inspect'],
      ['draw', '-o', '-'],
      ['baseline'],
      ['lint', '--fix-dry-run'],
      ['lint', '--fix-geometry'],
    ]) {
      const { code } = await folder.run([...argv, 'plan.json', '--limit', 'work=1M']);
      expect([argv, code]).toEqual([argv, 3]);
    }
    expect(folder.read('good.yaml')).toBe(SMALL_PLAN);
  });

  test('keeps no other from being judged', async () => {
    const folder = folderOf();
    const { code, out } = await folder.run(['lint', 'plan.json', 'good.yaml', '-f', 'json', '--limit', 'work=1M']);
    const report: { plans: { path: string; verdicts?: unknown[] }[] } = JSON.parse(out);
    expect(report.plans.map(({ path, verdicts }) => [path, verdicts !== undefined])).toEqual([
      ['good.yaml', true],
      ['plan.json', false],
    ]);
    expect(code).toBe(3);
  });

  test('takes as much every time: the first limit that is enough is enough again', async () => {
    const folder = new Folder({ 'plan.json': WORST.denseFixed(3000) });
    const isEnough = async (work: number) =>
      (await lintIn(folder, ['plan.json', '--limit', `work=${work}`])).refused === undefined;
    let [low, high] = [1000, 2 ** 24];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (await isEnough(middle)) high = middle;
      else low = middle;
    }
    expect([await isEnough(high - 1), await isEnough(high), await isEnough(high + 1)]).toEqual([false, true, true]);
  });
});

describe('a small file does not take long, whatever is in it', () => {
  test.each(['overlapAll', 'wallsCross', 'nested', 'schemaErrors'] as const)('%s', async (name) => {
    const folder = new Folder({ 'plan.json': WORST[name](3e5) });
    const { code, refused } = await lintIn(folder, ['plan.json']);
    expect(code).toBe(3);
    expect(refused?.at(-1)).toMatch(/^limit\//);
  });
});
