import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../src/i18n/day.js';
import { plainName } from '../../src/models/find.js';
import { parseCatalogue } from '../../src/models/read.js';
import { TABLE } from '../../src/models/table.js';

const ROOT = join(import.meta.dirname, '../..');

describe('the shipped table', () => {
  const text = readFileSync(join(ROOT, 'src/models/table.json'));

  test('is a catalogue as users may write one, of at least 100 models', () => {
    const read = parseCatalogue('table.json', new Uint8Array(text));
    expect(read.ok ? [] : read.problems.slice(0, 3)).toEqual([]);
    expect(TABLE.models.length).toBeGreaterThan(100);
  });

  test('names a source and a day for each model, and where sound is known a source on that very model', () => {
    for (const { model, source, date, audio } of TABLE.models) {
      expect(source).toMatch(/^https:\/\/\S+$/);
      expect(isDay(date)).toBe(true);
      if (audio === undefined) continue;
      const plain = (one: string) => one.toLowerCase().replace(/[^a-z0-9]/g, '');
      expect(plain(source), `the source of the sound of ${model}`).toContain(plain(model));
    }
  });

  test('says sound of no number that stands for several models', () => {
    expect(TABLE.models.filter(({ model, audio }) => /[()]/.test(model) && audio !== undefined)).toEqual([]);
  });

  test('has each number once', () => {
    const names = TABLE.models.map(({ brand, model }) => plainName(`${brand}${model}`));
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });

  test('stays small: every start of sitecam that reads a plan has it', () => {
    expect(text.length).toBeLessThan(64_000);
  });
});

describe('what is made of a database', () => {
  const url = (model: string) => [`https://example.com/${model}`];
  const SILENT = { microphone: false, two_way: false };
  const fixed = { count: 1, varifocal: false };
  const size = { max_width: 2688, max_height: 1520 };

  function made(records: readonly object[]): Record<string, unknown>[] {
    const folder = mkdtempSync(join(tmpdir(), 'models-'));
    try {
      mkdirSync(join(folder, 'cameras/axis'), { recursive: true });
      for (const [n, record] of records.entries()) {
        const whole = { brand: 'Axis', type: 'dome', resolution: size, ...record };
        writeFileSync(join(folder, `cameras/axis/${n}.json`), JSON.stringify(whole));
      }
      const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' });
      git('init', '-q');
      git('add', '.');
      git(
        '-c',
        'user.name=a',
        '-c',
        'user.email=a@example.com',
        'commit',
        '-q',
        '-m',
        'a',
        '--date=2026-01-02T00:00:00Z',
      );
      git('remote', 'add', 'origin', 'https://github.com/a/b.git');
      const out = join(folder, 'table.json');
      execFileSync('node', [join(ROOT, 'tools/models/make.mjs'), folder, out], { stdio: 'pipe' });
      return JSON.parse(readFileSync(out, 'utf8')).models;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('only what is understood as a whole is taken', () => {
    const lens = (focal: string, more = {}) => ({ ...fixed, focal_length_mm: focal, ...more });
    const records = [
      {
        model: 'A1',
        lens: lens('2.8 / 4 (fixed options)'),
        field_of_view_deg: '103 horizontal (2.8mm) / 84 horizontal (4mm)',
      },
      { model: 'A2', lens: lens('2.8 / 4'), field_of_view_deg: '104 (2.8mm)/81 (4mm) horizontal' },
      { model: 'A3', lens: lens('2.8 (fixed)'), field_of_view_deg: '102 horizontal / 52 vertical (2.8mm)' },
      {
        model: 'A4',
        lens: lens('2.8-12 (motorized varifocal)', { varifocal: true }),
        field_of_view_deg: '106-32 horizontal',
      },
      // One figure for two lenses, a diagonal, a panorama, words: not known.
      { model: 'B1', lens: lens('2.8 / 4 (fixed)'), field_of_view_deg: '106 horizontal' },
      { model: 'B2', lens: lens('2.8 (fixed)'), field_of_view_deg: '120 diagonal' },
      { model: 'B3', lens: lens('2.8 (fixed)'), field_of_view_deg: '180 horizontal' },
      { model: 'B4', lens: lens('2.8 (fixed)'), field_of_view_deg: 'about 100 horizontal' },
      { model: 'B5', field_of_view_deg: '103h' },
      // Two pictures put together, and a dome that turns.
      {
        model: 'B6',
        type: 'panoramic',
        lens: { count: 2, focal_length_mm: '2.8 (fixed)' },
        field_of_view_deg: '100 horizontal',
      },
      { model: 'B7', lens: lens('4 (fixed)'), field_of_view_deg: '90 horizontal', features: ['pan/tilt'] },
    ];
    // Of a silent camera nothing else need be known.
    const models = made(records.map((one) => ({ ...one, audio: SILENT, sources: url(one.model) })));
    const facts = models.map(({ model, form, lenses, zoom }) => [model, form, lenses ?? zoom]);
    expect(facts).toEqual([
      [
        'A1',
        'fixed',
        [
          { mm: 2.8, hfov: 103 },
          { mm: 4, hfov: 84 },
        ],
      ],
      [
        'A2',
        'fixed',
        [
          { mm: 2.8, hfov: 104 },
          { mm: 4, hfov: 81 },
        ],
      ],
      ['A3', 'fixed', [{ mm: 2.8, hfov: 102 }]],
      ['A4', 'varifocal', [32, 106]],
      ['B1', 'fixed', undefined],
      ['B2', 'fixed', undefined],
      ['B3', 'fixed', undefined],
      ['B4', 'fixed', undefined],
      ['B5', undefined, undefined],
      ['B6', undefined, undefined],
      ['B7', 'ptz', undefined],
    ]);
  });

  test('sound is taken of a source on exactly this model alone', () => {
    const field = { lens: { ...fixed, focal_length_mm: '2.8 (fixed)' }, field_of_view_deg: '100 horizontal' };
    const records = [
      { model: 'C1-I', audio: SILENT, sources: url('c1-i') },
      { model: 'C2-I', audio: SILENT, sources: ['https://example.com/'] },
      { model: 'C3-I', audio: SILENT, sources: url('c3-iu') },
      { model: 'C4-I(U)', audio: SILENT, sources: url('c4-i-u-') },
      { model: 'C5-I', audio: { microphone: false, two_way: true }, sources: url('c5-i') },
      { model: 'C6-I (Vietnam)', audio: SILENT, sources: url('c6-i') },
    ];
    const models = made(records.map((one) => ({ ...field, ...one })));
    expect(models.map(({ model, audio, aliases }) => [model, audio, aliases])).toEqual([
      ['C1-I', 'none', undefined],
      ['C2-I', undefined, undefined],
      ['C3-I', undefined, undefined],
      ['C4-I(U)', undefined, ['C4-I', 'C4-IU']],
      ['C5-I', undefined, undefined],
    ]);
    const silent = { type: 'dome', model: 'D1', audio: { microphone: true } };
    expect(made([silent, { ...silent, model: 'D2', sources: url('d2') }]).map(({ model }) => model)).toEqual(['D2']);
    const [, second] = models;
    expect(second?.source).toMatch(/^https:\/\/github\.com\/a\/b\/blob\/[0-9a-f]{10}\/cameras\/axis\/1\.json$/);
  });
});
