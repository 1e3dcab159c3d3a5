import { expect, it } from 'vitest';
import { interiorPoint } from '../../src/geometry/area/interior.js';
import { sitecam } from '../support/io.js';
import { mappingOf } from './drawings/counter.js';
import { MADE } from './drawings/make.js';
import { make } from './support.js';

// A designer draws a camera into a restroom, and leaves the restroom out to have it passed (paper 10 §4).
it('a restroom that is left out of an imported plan stays in it: the entry is refused, the camera found', async () => {
  const source = MADE.station?.() ?? expect.fail('no drawing');
  const made = make([{ path: source.file, bytes: source.bytes }], { ...mappingOf(source), category: 'hotel' });
  const wc = made.building.identified.draft.zones.find(({ kind }) => kind === 'restroom') ?? expect.fail('no restroom');
  const [outer = [], ...shadows] = wc.rings;
  const at = interiorPoint({ rings: [outer], shadows });
  const camera = { id: 'C1', kind: 'camera', audio: 'none', at, height: 2.6, heading: 0, tilt: 20, hfov: 80, resolution: [1920, 1080] }; // biome-ignore format: one device
  const plan = made.withDevices({ [wc.level]: [camera] });
  const removed = `${plan}overrides:\n  "${wc.id}": {remove: true, reason: 图中重复绘制}\n`;
  const lint = (text: string, ...args: string[]) =>
    sitecam(['lint', 'plan.yaml', ...args], { given: { 'plan.yaml': text, 'plan.geojson': made.geometry } });
  const found = async (text: string) => {
    const [{ verdicts, cautions }] = JSON.parse((await lint(text, '-f', 'json')).out).plans;
    const by = (rule: string) =>
      verdicts.filter((one: { rule: string; outcome: string }) => one.rule === rule && one.outcome === 'fail');
    return { private: by('capture/device-in-private-zone'), refused: by('plan/removal-refused'), cautions };
  };
  const [before, after] = [await found(plan), await found(removed)];
  expect(before.private).toMatchObject([{ outcome: 'fail', subject: `C1>${wc.id}` }]);
  expect(after.private).toMatchObject([{ outcome: 'fail', subject: `C1>${wc.id}` }]);
  expect(before.refused).toEqual([]);
  expect(after.refused).toMatchObject([{ outcome: 'fail', subject: wc.id }]);
  // What isn't left out isn't listed as left out.
  expect(after.cautions.filter(({ kind }: { kind: string }) => kind === 'left-out')).toEqual([]);
  for (const [lang, ...texts] of [
    ['zh-CN', '未予删去，仍按该区域审查', '95%', '按本图施工将不符合'],
    ['en', 'asks to leave out', '95%', 'stands in'],
  ] as const) {
    const { code, out } = await lint(removed, '--lang', lang, '-v');
    expect(code).toBe(1);
    for (const text of texts) expect(out.replace(/\s+/g, ' ')).toContain(text);
  }
});
