import { describe, expect, test } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { lint } from '../../src/index.js';
import type { CameraModel, Catalogues } from '../../src/models/types.js';
import type { Device, Optics } from '../../src/plan/model.js';

const FACTS = { brand: 'Own', source: 'https://example.com/a', date: '2026-01-02' };

function catalogues(...models: readonly Partial<CameraModel>[]): Catalogues {
  const whole = models.map((model) => ({ ...FACTS, model: 'M', ...model }));
  return {
    files: [{ file: { path: 'own.yaml', text: '', sha256: 'c0ffee', format: 'yaml' }, models: whole }],
    shipped: true,
  };
}

function reportOn(keys: string, given?: Catalogues, more = '') {
  const plan = `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
${more}
levels:
  - id: F1
    ceiling: 3
    zones: [{id: lobby, kind: lobby, name: 大堂, rect: [0, 0, 8, 6]}]
    devices: [{id: C1, at: [1, 1], height: 2.8, heading: 45, tilt: 20, ${keys}}]
`;
  const report = lint(plan, { today: '2026-11-29', ...(given && { catalogues: given }) });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
  return report;
}

type Shown = Pick<Device, 'kind' | 'audio' | 'video'> &
  Pick<Optics, 'form' | 'hfov' | 'resolution' | 'varifocal' | 'ptz'>;

function device(keys: string, given?: Catalogues, more?: string): Partial<Shown> {
  const [{ kind, audio, video, lenses }] = reportOn(keys, given, more).site.levels[0].devices;
  const { form, hfov, resolution, varifocal, ptz } = lenses[0] ?? {};
  return { kind, audio, video, form, hfov, resolution, varifocal, ptz };
}

describe('what the plan leaves out of a device is taken of its model', () => {
  test('of the lens that the plan or the name of the model says', () => {
    const expected = { kind: 'camera', audio: 'none', form: 'fixed', hfov: 84, resolution: [2688, 1520] };
    expect(device('model: DS-2CD2143G2-I, lens: 4')).toMatchObject(expected);
    expect(device('model: DS-2CD2143G2-I, focalLength: 4')).toMatchObject(expected);
    expect(device('model: DS-2CD2143G2-I(4mm)')).toMatchObject(expected);
    expect(device('type: dome, lens: 4', undefined, 'deviceTypes: {dome: {model: DS-2CD2143G2-I}}')).toMatchObject(
      expected,
    );
  });

  test('without a lens, as of a zoom lens: the widest for what may be seen, the narrowest for what must', () => {
    const { form, hfov, varifocal } = device('model: DS-2CD2143G2-I');
    expect({ form, hfov, varifocal }).toEqual({
      form: 'varifocal',
      hfov: undefined,
      varifocal: { hfov: [84, 103], locked: false },
    });
  });

  test('if nothing is known of one of the lenses, nothing is of which one is fitted', () => {
    const own = catalogues({ lenses: [{ mm: 2.8, hfov: 103 }, { mm: 4 }] });
    expect(device('model: M', own)).toMatchObject({ form: 'fixed', hfov: undefined, varifocal: undefined });
  });

  test('sound of which the plan knows nothing contradicts no model', () => {
    const told = (audio: string) =>
      reportOn(`model: DS-2CD2143G2-I, lens: 4, audio: ${audio}`).verdicts.filter(
        ({ rule, outcome }) => rule === 'plan/model-differs' && outcome !== 'notApplicable' && outcome !== 'pass',
      ).length;
    expect(told('unknown')).toBe(0);
    expect(told('microphone')).toBe(1);
  });

  test('what the plan says wins, key by key', () => {
    const stated = 'model: DS-2CD2143G2-I, lens: 2.8, hfov: 90, resolution: [1920, 1080], audio: microphone';
    expect(device(stated)).toMatchObject({ hfov: 90, resolution: [1920, 1080], audio: 'microphone' });
    const zoom = catalogues({ form: 'ptz', zoom: [2, 60], resolution: [1920, 1080] });
    const { ptz } = device('model: M, ptz: {tilt: [0, 90], limits: hard}', zoom);
    expect(ptz).toMatchObject({ hfov: [2, 60], tilt: [0, 90], limits: 'hard' });
  });

  test('that a camera zooms or turns is not taken back by one field of view', () => {
    expect(device('model: DS-2CD2743G2-IZS, hfov: 60')).toMatchObject({
      form: 'varifocal',
      hfov: 60,
      varifocal: { hfov: [32, 106] },
    });
    expect(device('model: DS-2DE4425IW-DE, hfov: 50')).toMatchObject({ form: 'ptz', ptz: { hfov: [2.6, 59.5] } });
  });

  test('the form that the plan says is not put right, but told', () => {
    const told = (keys: string, given: Catalogues) =>
      reportOn(keys, given).verdicts.filter(
        ({ rule, outcome }) => rule === 'plan/model-differs' && outcome === 'review',
      ).length;
    const own = catalogues({ form: 'fixed', audio: 'none', resolution: [1920, 1080] });
    const stated = 'model: M, form: fisheye, hfov: 180';
    expect(device(stated, own)).toMatchObject({ form: 'fisheye', hfov: 180 });
    expect(told(stated, own)).toBe(1);
    expect(told('model: M', own)).toBe(0);
  });

  test('a field of view a degree beyond those of the zoom is rounded, one of two is told', () => {
    const told = (hfov: number) =>
      reportOn(`model: M, hfov: ${hfov}`, catalogues({ form: 'varifocal', zoom: [30, 60], audio: 'none' }))
        .verdicts.filter(({ rule, outcome }) => rule === 'plan/model-differs' && outcome === 'review')
        .map(({ subject }) => subject);
    for (const hfov of [29, 30, 60, 61]) expect(told(hfov), `${hfov}`).toEqual([]);
    for (const hfov of [28, 62]) expect(told(hfov)).toHaveLength(1);
  });

  test('a stream that is turned upright is no larger than the picture that it is turned from', () => {
    const own = catalogues({ form: 'fixed', audio: 'none', resolution: [1920, 1080] });
    const told = (resolution: string) =>
      reportOn(`model: M, hfov: 60, resolution: ${resolution}`, own)
        .verdicts.filter(({ rule, outcome }) => rule === 'plan/model-differs' && outcome === 'review')
        .map(({ subject }) => subject);
    for (const stream of ['[1080, 1920]', '[720, 1280]']) expect(told(stream), stream).toEqual([]);
    for (const stream of ['[1081, 1920]', '[1080, 1921]', '[1520, 2688]', '[1921, 1080]', '[1200, 1600]'])
      expect(told(stream), stream).toHaveLength(1);
  });

  test('no field of view for a picture that is turned upright: those of the record are across', () => {
    const field = (keys: string) => device(`model: DS-2CD2143G2-I, lens: 4, ${keys}`).hfov;
    expect(field('resolution: [1920, 1080]')).toBe(84);
    expect(field('resolution: [1080, 1920]')).toBeUndefined();
    expect(field('resolution: [1080, 1920], hfov: 50')).toBe(50);
  });

  test('a model takes images, whatever the plan calls it', () => {
    expect(device('kind: access-reader, model: DS-2CD2143G2-I, video: none')).toMatchObject({ video: 'unknown' });
  });

  test('sound is never taken of an alias', () => {
    const own = catalogues({ audio: 'none', aliases: ['M-S'], resolution: [1920, 1080] });
    expect(device('model: M', own)).toMatchObject({ audio: 'none', resolution: [1920, 1080] });
    expect(device('model: M-S', own)).toMatchObject({ audio: 'unknown', resolution: [1920, 1080] });
  });

  test('nothing is taken of a model that is not known, nor of any without a catalogue', () => {
    const nothing = { kind: 'camera', audio: 'unknown', form: 'fixed', hfov: undefined, resolution: undefined };
    expect(device('kind: camera, model: DS-2CD2143G2-X')).toMatchObject(nothing);
    const none: Catalogues = { files: [], shipped: false };
    expect(device('kind: camera, model: DS-2CD2143G2-I, lens: 4', none)).toMatchObject(nothing);
    expect(reportOn('kind: camera, model: DS-2CD2143G2-I', none).site.faults).toEqual([]);
  });
});

test('a model that is the name of a device type was meant as that', () => {
  const { verdicts } = reportOn('kind: camera, model: dome', undefined, 'deviceTypes: {dome: {hfov: 90}}');
  const told = verdicts.find(({ rule }) => rule === 'plan/model-unclear');
  expect(JSON.stringify(told?.message.params)).toContain('type: dome');
});

describe('reports say what was taken, and that nobody verified it', () => {
  const rows = (keys: string, given?: Catalogues) =>
    reportOn(keys, given)
      .assumptions.filter(({ what }) => /型号资料|型号“/.test(what.zh))
      .map(({ origin, what, value }) => `${origin} ${render(what, 'zh-CN')}：${render(value, 'zh-CN')}`);

  test('each fact with its source and day, and once where the table is from', () => {
    const [table, model, ...others] = rows('model: DS-2CD2143G2-I, lens: 4, resolution: [1920, 1080]');
    expect(table).toMatch(/^run 型号资料：ch-bas\/\S+，提交[0-9a-f]{10}，\d{4}年\d+月\d+日；第三方资料，未经核实/);
    expect(model).toMatch(
      /^author 型号“DS-2CD2143G2-I”的参数（C1）：图中未写明，按型号资料：定焦，水平视场角84°（4 mm），无拾音；出处：https:\S*ds-2cd2143g2-i\S*（\d{4}年\d+月\d+日）$/,
    );
    expect(others).toEqual([]);
  });

  test('an alias is marked, and a catalogue of the user’s named with its hash', () => {
    const own = catalogues({ audio: 'none', aliases: ['M-S'], resolution: [1920, 1080] });
    const [file, model] = rows('model: M-S', own);
    expect(file).toBe('run 型号资料文件“own.yaml”（SHA-256，非本工具自带）：c0ffee');
    expect(model).toContain('列为“M”的另一型号，声音采集不据以认定');
  });

  test('nothing where the plan says everything itself', () => {
    const all = 'form: fixed, hfov: 84, resolution: [1920, 1080], audio: none';
    expect(rows(`model: DS-2CD2143G2-I, ${all}`)).toEqual([]);
  });

  test('what the model says is no claim of the author’s', () => {
    const SILENT = '标明不具有音频采集功能的设备';
    const claims = (keys: string) => reportOn(keys).assumptions.filter(({ what }) => what.zh === SILENT);
    expect(claims('model: DS-2CD2143G2-I, lens: 4')).toEqual([]);
    expect(claims('model: DS-2CD2143G2-I, lens: 4, audio: none')).toHaveLength(1);
  });
});
