import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/config/load.js';
import { faults, loaded, pack, settings } from './support.js';

const LEVEL = 'capture/view-into-private-zone';

/** Level of one rule by the settings; undefined where it is the rule's own. */
function level(found: ReturnType<typeof settings>, rule = LEVEL) {
  return found.levels.find(({ name }) => name === rule)?.value;
}

describe('what a configuration comes to', () => {
  it('changes nothing where it says nothing', () => {
    const found = settings({ 'c.yaml': '{}\n' });
    expect([found.levels, found.parameters, found.profile]).toEqual([[], [], { value: 'default', loosened: false }]);
    expect(found.pack).toBe(pack);
  });

  it('an empty file says nothing', () => {
    expect(faults({ 'c.yaml': '# nothing yet\n{}\n' })).toEqual([]);
  });

  it('what extends wins over what is extended, later over earlier, overrides over the rest of their file', () => {
    const files = {
      'c.yaml': 'extends: [a.yaml, b.yaml]\nparameters: {pickup: 9}\n',
      'a.yaml': `rules: {${LEVEL}: warning}\nparameters: {pickup: 7, nearRadius: 4}\noverrides: [{files: "**", parameters: {pickup: 8}}]\n`,
      'b.yaml': `rules: {${LEVEL}: "off"}\n`,
    };
    const found = settings(files);
    expect(level(found)).toBe('off');
    expect(found.pack.parameters.pickup.value).toBe(9);
    expect(found.pack.parameters.nearRadius.value).toBe(4);
    expect(found.parameters.map(({ name, place }) => `${name} ${place.path}${place.pointer}`)).toEqual([
      'nearRadius a.yaml/parameters/nearRadius',
      'pickup c.yaml/parameters/pickup',
    ]);
    expect(pack.parameters.pickup.value).toBe(5);
  });

  it.each([
    ['drafts/**', 'drafts/deep/p.yaml', true],
    ['drafts/', 'drafts/p.yaml', true],
    ['*.geojson', 'deep/p.geojson', true],
    ['./p.yaml', 'p.yaml', true],
    ['drafts/*', 'drafts/deep/p.yaml', false],
    ['drafts/**', '../drafts/p.yaml', false],
    ['p.yaml', 'deep/p.yaml', true],
    ['deep/p.yaml', 'other/deep/p.yaml', false],
    ['图/**', '图/一层.yaml', true],
    ['.hidden/**', '.hidden/p.yaml', true],
  ])('an override for %s holds for %s: %s', (glob, plan, holds) => {
    const found = settings(
      { 'c.yaml': `overrides: [{files: ${JSON.stringify(glob)}, rules: {${LEVEL}: warning}}]\n` },
      plan,
    );
    expect(level(found)).toBe(holds ? 'warning' : undefined);
  });

  it('globs begin at the folder of the file that has them, extended or not', () => {
    const files = {
      'sub/c.yaml': 'extends: ../base.yaml\n',
      'base.yaml': `overrides: [{files: sub/p.yaml, rules: {${LEVEL}: warning}}]\n`,
    };
    expect(level(settings(files, 'sub/p.yaml'))).toBe('warning');
  });

  it('an override by category holds for a site of any of them, and asks for both where it names files too', () => {
    const files = {
      'c.yaml': `overrides:\n  - {categories: [bank, museum], rules: {${LEVEL}: warning}}\n  - {categories: [bank], files: x/**, rules: {${LEVEL}: "off"}}\n`,
    };
    expect(level(settings(files, 'p.yaml', ['hotel']))).toBeUndefined();
    expect(level(settings(files, 'p.yaml', ['hotel', 'museum']))).toBe('warning');
    expect(level(settings(files, 'x/p.yaml', ['bank']))).toBe('off');
    expect(level(settings(files, 'x/p.yaml', ['museum']))).toBe('warning');
  });

  it('a profile takes the place of the criteria; none has none', () => {
    const files = {
      'c.yaml':
        'profile: ours\nprofiles:\n  ours:\n    - {zones: [corridor, main-entrance], fraction: 0.8, level: observe}\n',
    };
    expect(settings(files).pack.criteria).toEqual([
      {
        id: 'ours-1',
        tokens: ['corridor', 'main-entrance'],
        fraction: 0.8,
        level: 'observe',
        profile: 'ours',
      },
    ]);
    expect(settings(files).profile.loosened).toBe(true);
    const none = settings({ 'c.yaml': 'profile: none\n' });
    expect([none.pack.criteria, none.profile.loosened]).toEqual([[], true]);
    const strict = 'profile: s\nprofiles: {s: [{zones: [any], fraction: 1, level: identify}]}\n';
    expect(settings({ 'c.yaml': strict }).profile.loosened).toBe(false);
  });

  const OWN = [
    '{zones: [main-entrance], fraction: 0.95, level: recognise}',
    '{zones: [passage], fraction: 0.9, level: observe}',
    '{zones: [vault, counter], fraction: 0.95, level: recognise}',
    '{zones: [any], fraction: 0.8, level: detect}',
  ];
  it.each<[string, boolean, readonly string[]]>([
    ["the pack's own", false, OWN],
    ['stricter for one kind', false, ['{zones: [corridor], fraction: 0.95, level: recognise}', ...OWN]],
    // A corridor may be a main entrance, too.
    [
      'stricter for one kind, laxer for it in another role',
      true,
      ['{zones: [corridor], fraction: 0.95, level: observe}', ...OWN],
    ],
    ['laxer for one kind of a family', true, ['{zones: [corridor], fraction: 0.5, level: detect}', ...OWN]],
    ['laxer for what all kinds may be', true, ['{zones: [public], fraction: 0.85, level: detect}', ...OWN]],
    ['laxer for a zone of two names, by their order', true, [OWN[1], OWN[0], OWN[2], OWN[3]]],
    ['laxer after the own, where nothing comes to it', false, [...OWN, '{zones: [any], fraction: 0.1, level: detect}']],
  ])('a profile is loosened where any zone is asked less: %s', (_, loosened, rows) => {
    const text = `profile: p\nprofiles: {p: [${rows.join(', ')}]}\n`;
    expect(settings({ 'c.yaml': text }).profile.loosened).toBe(loosened);
  });

  it('knows what finds less: a lower level, a figure on the lax side, one that has no stricter side', () => {
    const files = {
      'c.yaml': `rules: {${LEVEL}: warning, plan/sliver-view: error}\nparameters: {nearRadius: 4, pickup: 6, privacyDensity: 13, viewArea: 0.01, targetHeight: 1.6}\n`,
    };
    const { levels, parameters } = settings(files);
    const loosened = [...levels, ...parameters].filter((one) => one.loosened).map(({ name }) => name);
    expect(loosened).toEqual([LEVEL, 'nearRadius', 'privacyDensity', 'targetHeight']);
  });
});

describe('a configuration that is wrong is said with its place', () => {
  it.each([
    ['ruls: {}\n', 'c.yaml/ruls schema/unknown-key'],
    ['rules: {capture/devic: error}\n', 'c.yaml/rules/capture~1devic schema/unknown-key'],
    [`rules: {${LEVEL}: none}\n`, `c.yaml/rules/${LEVEL.replace('/', '~1')} schema/value`],
    ['parameters: {nearRadius: 1000}\n', 'c.yaml/parameters/nearRadius schema/range'],
    ['parameters: {welding: 0.001}\n', 'c.yaml/parameters/welding schema/unknown-key'],
    ['extends: gone.yaml\n', 'c.yaml/extends config/missing'],
    ['extends: [c.yaml]\n', 'c.yaml/extends/0 config/cycle'],
    ['profile: stric\n', 'c.yaml/profile config/unknown-profile'],
    ['overrides: [{files: p.yaml, profile: stric}]\n', 'c.yaml/overrides/0/profile config/unknown-profile'],
    ['profiles: {default: []}\n', 'c.yaml/profiles/default config/built-in-profile'],
    [
      'profiles: {x: [{zones: [corridr], fraction: 1, level: detect}]}\n',
      'c.yaml/profiles/x/0/zones/0 config/unknown-zone',
    ],
    ['overrides: [{rules: {}}]\n', 'c.yaml/overrides/0 config/selects-all'],
    ['overrides: [{files: /abs/**}]\n', 'c.yaml/overrides/0/files config/glob'],
    ['overrides: [{files: ["!/abs/"]}]\n', 'c.yaml/overrides/0/files/0 config/glob'],
    ['overrides: [{files: []}]\n', 'c.yaml/overrides/0/files schema/count'],
    ['overrides: [{files: "*a*a*a*a*/x", rules: {}}]\n', 'c.yaml/overrides/0/files config/glob'],
    ['overrides: [{files: "**/a/**/a/**/a/**/b", rules: {}}]\n', 'c.yaml/overrides/0/files config/glob'],
    ['overrides: [{categories: [hotle]}]\n', 'c.yaml/overrides/0/categories/0 schema/value'],
    ['[]\n', 'c.yaml schema/type'],
    ['a: [\n', 'c.yaml source/yaml-syntax'],
    ['{}\n{}\n', 'c.yaml source/yaml-syntax'],
    ['__proto__: {}\n', 'c.yaml/__proto__ schema/unknown-key'],
  ])('%s', (text, fault) => {
    expect(faults({ 'c.yaml': text })).toContain(fault);
  });

  it('in a file that is extended, at its own place', () => {
    expect(faults({ 'c.yaml': 'extends: base/b.yaml\n', 'base/b.yaml': 'pak: nm-2017\n' })).toEqual([
      'base/b.yaml/pak schema/unknown-key',
    ]);
  });

  it('but without its keys where the file bears no name of sitecam’s: it may hold secrets', () => {
    const text = 'parameters: {hunter2: hunter2}\n';
    expect(faults({ 'c.yaml': text })).toEqual(['c.yaml/parameters/hunter2 schema/unknown-key']);
    expect(faults({ 'c.yaml': text }, false)).toEqual(['c.yaml schema/unknown-key']);
    expect(JSON.stringify(loaded({ 'c.yaml': text }, false))).not.toContain('hunter2');
  });

  it('endlessly many, that links make of one', () => {
    let reads = 0;
    const result = loadConfiguration('c.yaml', {
      read: () => {
        reads += 1;
        return new TextEncoder().encode('extends: [d/c.yaml, e/c.yaml]\n');
      },
      absolute: (path) => `/w/${path}`,
      pack,
    });
    expect(!result.ok && result.problems.map(({ code }) => code)).toEqual(['config/too-many']);
    expect(reads).toBeLessThan(100);
  });

  it('two that extend each other', () => {
    expect(faults({ 'c.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: c.yaml\n' })).toEqual([
      'b.yaml/extends config/cycle',
    ]);
  });
});
