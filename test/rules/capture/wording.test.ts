import { describe, expect, test } from 'vitest';
import { penaltySentences } from '../../../src/findings/wording/citation.js';
import { verbatim } from '../../../src/i18n/locale.js';
import { loadPack, packIds } from '../../../src/law/load.js';
import type { Prohibition } from '../../../src/law/types.js';
import type { Site } from '../../../src/plan/model.js';
import { clausesOf, decidedClauses, leadersOf, penaltiesOf } from '../../../src/rules/bases.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { clausesUnder } from '../../../src/rules/rule.js';
import { advice, CAMERA, CORRIDOR, opening, room, site, text, verdicts } from './judged.js';

/** Clauses that each rule may cite under any pack, by its id. */
const citable = new Map(rules.map((rule) => [rule.id, packIds.flatMap((id) => clausesUnder(rule, loadPack(id)))]));

const INSIDE =
  'id: C1, kind: camera, at: [2, 1], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: microphone';

function said(rule: string, categories: string, kind: string, name: string, door: string, device: string) {
  const found = verdicts(
    site(categories, { zones: [room(kind, name), CORRIDOR], openings: [door], devices: [device] }),
  ).find((verdict) => verdict.rule === `capture/${rule}`);
  if (found === undefined) throw new Error(`nothing said by ${rule}`);
  return found;
}

describe('a drawing is not an installation', () => {
  test('a planned device would not comply if built', () => {
    const verdict = said('device-in-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), INSIDE);
    expect(text(verdict)).toBe(
      '设备“C1”（摄像机，具有音视频采集功能）设于“女卫生间”内。卫生间属于第九条第二款第（三）项所列禁止安装的场所和区域，按本图施工将不符合该规定。',
    );
  });

  test('of an existing one there is suspicion; only the order judged by bids to report it', () => {
    const device = `${INSIDE}, status: existing`;
    const verdict = said('device-in-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), device);
    expect(text(verdict)).toMatch(/^图中标明已安装的设备“C1”.*设于“女卫生间”内。.*涉嫌不符合该规定。/);
    expect(text(verdict)).not.toContain('第八条第二款');
    expect(text(verdict)).not.toContain('按本图施工');
    // A law that the plan isn't judged by is a reference.
    expect(clausesOf(verdict)).toContain('cn-799-2025/8.1(3)');
    expect(decidedClauses(verdict)).toEqual(['nm-2017/9.2(3)']);
  });

  test('the sentence reads as well by two laws as by one, in English too', () => {
    const parts = { zones: [room('restroom', '女卫生间'), CORRIDOR], openings: [opening('door')], devices: [INSIDE] };
    const of = (law: string) =>
      verdicts(site('hotel', parts, law)).find(({ rule }) => rule === 'capture/device-in-private-zone')?.says[0]?.en;
    const rest = 'it must not be installed in such a place (restroom): built as drawn it will not comply.';
    expect(of('nm-2017')).toBe(`By Art. 9(2)(3) ${rest}`);
    expect(of('nm-2017+cn-799-2025')).toBe(
      `By State Council Order 799 Art. 8(1)(3) and Regional Regulation Art. 9(2)(3) ${rest}`,
    );
  });

  test('what only hears is not under Order 799, which is about images', () => {
    const device = 'id: M1, kind: microphone, at: [2, 2], height: 2.5, status: existing';
    const verdict = said('device-in-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), device);
    expect(text(verdict)).not.toContain('799');
    expect(penaltiesOf(verdict)).toEqual(['nm-2017/24']);
    expect(clausesOf(verdict).filter((id) => id.startsWith('cn-799'))).toEqual([]);
  });
});

describe('a clear door of a private room', () => {
  const drawn = site('cultural-entertainment-venue', {
    zones: [room('entertainment-private-room', '阴山厅'), CORRIDOR],
    openings: [opening('glass-door', ', glazing: clear')],
    devices: [CAMERA],
  });
  const seen = (facts: { readonly name: string; readonly songAndDance: boolean }) => {
    const found = verdicts({ ...drawn, ...facts }).find(({ rule }) => rule === 'capture/view-into-private-zone');
    if (found === undefined) throw new Error('no view');
    return found;
  };

  test('excuses nothing where the plan states that no law orders it', () => {
    const verdict = seen({ name: '某台球会馆', songAndDance: false });
    expect(verdict.outcome).toBe('fail');
    expect(text(verdict)).not.toContain('娱乐场所管理条例');
    expect(clausesOf(verdict)).not.toContain('cn-entertainment/16');
  });

  test('leaves it to the reviewer where a name contradicts that, and says so', () => {
    const verdict = seen({ name: '驿站歌城', songAndDance: false });
    expect(verdict.outcome).toBe('review');
    expect(text(verdict)).toContain('图中载明本场所不是歌舞娱乐场所，而场所名称为“驿站歌城”；是歌舞娱乐场所的，');
    expect(text(verdict, 'en')).toContain("is no song-and-dance venue, but its name is '驿站歌城'. If it is one: ");
    expect(text(seen({ name: '驿站歌城', songAndDance: true }))).not.toContain('图中载明本场所不是');
  });
});

describe('a view that only the mounting tolerance gives', () => {
  const plan = (heading: number) =>
    site('hotel', {
      zones: [
        'id: room, kind: guest-room, name: "101", rect: [1, 2, 4, 4]',
        'id: hall, kind: corridor, rect: [0, 0, 10, 2]',
      ],
      openings: ['id: d1, kind: door, line: [[1.3, 2], [2.2, 2]], normallyOpen: true, thickness: 0.1'],
      devices: [
        `id: C1, kind: camera, at: [0.5, 1], height: 2.5, heading: ${heading}, tilt: 0, hfov: 60, vfov: 60, resolution: [1920, 1080], audio: none, tolerance: {heading: 10, tilt: 0}`,
      ],
    });
  const saidOf = (heading: number) => {
    const found = verdicts(plan(heading)).find(({ subject }) => subject === 'C1>room');
    return found === undefined ? undefined : text(found);
  };

  test('is for the reviewer, and says that it comes of that', () => {
    expect(saidOf(90)).toContain('完全按图安装不可及该区域，计入安装误差（非法定）方可及');
    expect(saidOf(90)).toContain('须由审查人判定');
    expect(saidOf(80)).not.toContain('安装误差');
    expect(saidOf(101)).toBeUndefined();
  });
});

test.each([
  ['passage', '', '常设敞口'],
  ['curtain', ', normallyOpen: true', '常开帘'],
  ['door', ', normallyOpen: true', '常开门'],
  ['glass-door', ', normallyOpen: true', '常开玻璃门'],
  ['glass-door', ', glazing: clear', '常设透明玻璃门'],
  ['window', ', glazing: clear', '常设透明窗'],
])('what a standing view leads through is named: %s%s', (kind, more, name) => {
  const view = said('view-into-private-zone', 'hotel', 'restroom', '女卫生间', opening(kind, more), CAMERA);
  expect(text(view)).toContain(`“o1”（${name}）`);
});

describe('penalties', () => {
  test('Art. 24 is for installing in the place alone', () => {
    const inside = said('device-in-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), INSIDE);
    expect(penaltiesOf(inside)).toEqual(['nm-2017/24']);
    const outside = said('view-into-private-zone', 'hotel', 'restroom', '女卫生间', opening('passage'), CAMERA);
    expect(outside.outcome).toBe('fail');
    expect(penaltiesOf(outside)).toEqual([]);
    expect(clausesOf(outside)[0]).toBe('nm-2017/9.1');
    expect(penaltySentences(loadPack('nm-2017'), outside, verbatim('')).zh).toContain('第九条第一款本条例未设罚则。');
  });

  test('a law that the plan isn’t judged by punishes nothing', () => {
    for (const status of ['planned', 'existing']) {
      const device = `${INSIDE}, status: ${status}`;
      const desk = said(
        'device-in-private-zone',
        'bank',
        'customer-information-area',
        '填单台',
        opening('door'),
        device,
      );
      expect(desk.outcome).toBe('fail');
      expect(penaltiesOf(desk)).toEqual(['nm-2017/24']);
      expect(`${clausesOf(desk)} ${text(desk)}`).not.toContain('799');
      const venue = 'cultural-entertainment-venue';
      const ktv = said('device-in-private-zone', venue, 'entertainment-private-room', '包间8', opening('door'), device);
      expect(clausesOf(ktv)).toContain('cn-799-2025/8.1(4)');
      expect(penaltiesOf(ktv)).toEqual(['nm-2017/24']);
    }
  });

  test('what a person must decide names none', () => {
    const verdict = said('view-into-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), CAMERA);
    expect(verdict.outcome).toBe('review');
    expect(penaltiesOf(verdict)).toEqual([]);
  });
});

describe('what is advised', () => {
  test('a device inside is to be moved, never masked', () => {
    const verdict = said('device-in-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), INSIDE);
    expect(advice(verdict)).toMatch(/^将该设备移出/);
    expect(advice(verdict)).toContain('均不改变“安装”的事实');
  });

  test('film for a window, but never where private rooms must have clear doors', () => {
    const window = opening('window', ', glazing: clear, fixed: true');
    const hotel = said('view-into-private-zone', 'hotel', 'guest-room', '客房101', window, CAMERA);
    expect(advice(hotel)).toContain('膜');
    const venue = 'cultural-entertainment-venue';
    const ktv = said('view-into-private-zone', venue, 'entertainment-private-room', '包间8', window, CAMERA);
    expect(ktv.outcome).toBe('review');
    expect(clausesOf(ktv)).toContain('cn-entertainment/16');
    expect(`${text(ktv)}${advice(ktv)}`).not.toContain('膜');
  });
});

test('only what is there for a vote can be answered by dismantling while the vote lasts', () => {
  const near = (kind: string) => {
    const verdict = said('device-in-private-zone', 'state-organ', kind, '甲', opening('passage'), INSIDE);
    expect(verdict.outcome).toBe('fail');
    return `${text(verdict)}${advice(verdict)}${text(verdict, 'en')}${advice(verdict, 'en')}`;
  };
  expect(near('ballot-box')).toMatch(/投票期间拆除.*during the vote/);
  expect(near('writing-place')).toMatch(/投票期间拆除.*during the vote/);
  expect(near('report-box')).not.toMatch(/投票期间|during the vote/);
});

test('a place that only this tool reads into the law is never called the law’s', () => {
  const of = (rule: string, kind: string, device: string) =>
    said(rule, 'hospital', kind, '甲', opening('passage'), device);
  const unknown = 'id: C1, kind: other, at: [2, 1], height: 2';
  const bases = ['ward', 'restroom'].map((kind) => leadersOf(of('unknown-capability', kind, unknown))[0]?.basis);
  expect(bases).toEqual(['reading', 'law']);
  const hears = 'id: M1, kind: microphone, at: [1.5, 6], height: 2.5';
  const heard = ['ward', 'restroom'].map((kind) => of('sound-from-private-zone', kind, hears));
  expect(text(heard[0])).toContain('条文未列举病房，本工具认为其可能属于第九条第二款第（六）项');
  expect(text(heard[1])).not.toContain('本工具认为');
});

test('a sight line can be checked by hand: camera, opening, worst point, distance, density, area, depth', () => {
  const verdict = said('view-into-private-zone', 'hotel', 'restroom', '女卫生间', opening('door'), CAMERA);
  const line = verdict.evidence?.sightLine;
  expect(line?.points[0]).toEqual([1.5, 8.8]);
  expect(line?.openings).toEqual(['o1']);
  const [x, y] = line?.points.at(-1) ?? [Number.NaN, Number.NaN];
  expect(line?.distance).toBeCloseTo(Math.hypot(x - 1.5, y - 8.8), 9);
  expect(line?.depth).toBeCloseTo(5, 9);
  expect(line?.area).toBeGreaterThan(1);
  expect(line?.density).toBeGreaterThan(100);
  expect(verdict.related.map(({ place }) => place.pointer)).toEqual(['/levels/0/openings/0', '/levels/0/zones/0']);
});

test('every clause a verdict cites is one its rule may cite, and nothing is called unlawful', () => {
  const kinds = ['guest-room', 'dormitory-room', 'restroom', 'private-area', 'ward', 'dwelling', 'fitting-room'];
  const devices = [CAMERA, INSIDE.replace('C1', 'C2'), 'id: M1, kind: microphone, at: [1.5, 6], height: 2.5'];
  for (const kind of kinds) {
    for (const status of ['planned', 'existing']) {
      const all = verdicts(
        site('hotel', {
          zones: [room(kind, '甲'), CORRIDOR],
          openings: [opening('passage')],
          devices: devices.map((device) => `${device}, status: ${status}`),
        }),
      );
      for (const verdict of all.filter(({ rule }) => rule.startsWith('capture/'))) {
        const may = citable.get(verdict.rule) ?? [];
        expect([kind, [...clausesOf(verdict), ...penaltiesOf(verdict)].filter((id) => !may.includes(id))]).toEqual([
          kind,
          [],
        ]);
        expect(`${text(verdict)}${advice(verdict)}`).not.toMatch(/违法|undefined|\{/);
        expect(`${text(verdict, 'en')}${advice(verdict, 'en')}`).not.toMatch(/undefined|\{/);
      }
    }
  }
});

describe('what nobody stated', () => {
  test('whether the place is public is asked where the law speaks of public places alone', () => {
    const plan = site(
      'bank',
      { zones: [room('restroom', '女卫生间'), CORRIDOR], openings: [opening('door')], devices: [INSIDE] },
      'cn-799-2025',
    );
    const [verdict] = verdicts(plan).filter(({ rule }) => rule === 'capture/device-in-private-zone');
    expect(verdict?.outcome).toBe('open');
    expect(verdict && advice(verdict)).toContain('请载明该场所是否属于公共场所');
  });

  test('of a device that is said to take no images only that is doubted, not how far it would see', () => {
    const plan = site('hotel', {
      zones: [room('restroom', '女卫生间'), CORRIDOR],
      openings: [opening('passage')],
      devices: [
        'id: C1, kind: camera, name: 高速球机, at: [6, 8.8], height: 2.8, heading: 90, tilt: 20, hfov: 60, resolution: [1920, 1080], video: none, audio: none',
      ],
    });
    const [verdict] = verdicts(plan).filter(({ rule }) => rule === 'plan/device-name-mismatch');
    expect(verdict?.outcome).toBe('open');
    expect(verdict && text(verdict)).toBe(
      '设备“C1”（摄像机）图中标明不采集图像，其名称或者型号“高速球机”却表示其采集图像；更正前按可能采集图像审查。澄清前，不能按第九条第二款判定。',
    );
  });
});

test('a law that leaves what stands inside a place to a person has its way, though it names the place', () => {
  const plan = site('hotel', {
    zones: [room('restroom', '女卫生间'), CORRIDOR],
    openings: [opening('door')],
    devices: [INSIDE],
  });
  const outcome = (of: Site) => verdicts(of).find(({ rule }) => rule === 'capture/device-in-private-zone')?.outcome;
  const { pack } = plan;
  const prohibitions = pack.prohibitions.map((one): Prohibition => ({ ...one, inside: 'review' }));
  expect(outcome(plan)).toBe('fail');
  expect(outcome({ ...plan, pack: { ...pack, prohibitions } })).toBe('review');
});
