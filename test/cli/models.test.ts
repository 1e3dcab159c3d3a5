import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { sitecam } from '../support/io.js';

const PLAN = `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {model: DS-2CD2143G2-I, height: 2.8, tilt: 20}
  own: {model: X-1, height: 2.8, tilt: 20}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: room, kind: guest-room, name: 客房101, rect: [0, 0, 4, 5]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 5, 12, 4]}
    openings: [{id: o1, kind: door, line: [[1, 5], [2, 5]]}]
    devices:
      - {id: C1, type: dome, lens: 2.8, at: [1.5, 8.8], heading: 0}
      - {id: C2, type: own, at: [11, 8.8], heading: 225}
`;
const OWN = `models:
  - {brand: Own, model: X-1, form: fixed, resolution: [1920, 1080], lenses: [{mm: 4, hfov: 80}], audio: none, source: 说明书第3页, date: "2026-02-01"}
`;
const CONFIG = 'catalogue: own.yaml\n';
const ALL = { 'p/plan.yaml': PLAN, 'p/own.yaml': OWN, 'p/sitecam.config.yaml': CONFIG };

const isReport = formats
  .default(new Ajv({ strict: false }))
  .compile(JSON.parse(readFileSync('schemas/report-2.schema.json', 'utf8')));

const json = async (given: Readonly<Record<string, string>>, ...more: readonly string[]) => {
  const { out } = await sitecam(['lint', 'p/plan.yaml', '-f', 'json', ...more], { given });
  expect(isReport(JSON.parse(out)), JSON.stringify(isReport.errors)).toBe(true);
  const [plan] = JSON.parse(out).plans;
  return plan as {
    verdicts: { rule: string; subject: string; outcome: string }[];
    assumptions: { what: { zh: string }; value: { zh: string } }[];
    cautions?: { kind: string; text: { zh: string } }[];
  };
};
const unclear = ({ verdicts }: Awaited<ReturnType<typeof json>>) =>
  verdicts.filter(({ rule }) => rule === 'plan/model-unclear').map(({ subject }) => subject);
const sound = ({ verdicts }: Awaited<ReturnType<typeof json>>) =>
  verdicts
    .filter(({ rule, outcome }) => rule === 'capture/unknown-capability' && outcome === 'open')
    .map(({ subject }) => subject);

describe('lint with catalogues of models', () => {
  test("a configuration's catalogue is looked up, and named with its hash", async () => {
    const { 'p/sitecam.config.yaml': _, ...without } = ALL;
    expect(unclear(await json(without))).toEqual(['own']);
    const plan = await json(ALL);
    expect(unclear(plan)).toEqual([]);
    const hash = createHash('sha256').update(OWN).digest('hex');
    const row = plan.assumptions.find(({ what }) => what.zh.includes('型号资料文件“p/own.yaml”'));
    expect(row?.value.zh).toBe(hash);
    expect(plan.assumptions.some(({ value }) => value.zh.includes('出处：说明书第3页（2026年2月1日）'))).toBe(true);
  });

  test('--no-catalogue shows what is open without any', async () => {
    expect(sound(await json(ALL))).toEqual([]);
    const without = await json(ALL, '--no-catalogue');
    expect(sound(without)).toEqual(['C1>room']);
    expect(without.assumptions.some(({ value }) => value.zh.includes('--no-catalogue'))).toBe(true);
  });

  test('a reviewer is told of whose data they are, and takes no catalogue of the author’s', async () => {
    const plan = await json(ALL, '--as', 'reviewer');
    expect(unclear(plan)).toEqual(['own']);
    const told = plan.cautions?.find(({ text }) => text.zh.includes('第三方资料，未经核实'));
    expect(told?.text.zh).toContain('“DS-2CD2143G2-I”（C1）');
  });

  test('the schedule names the model, what was taken of it and from where', async () => {
    const { out } = await sitecam(['lint', 'p/plan.yaml', '-f', 'schedule'], { given: ALL });
    const [first, second]: Record<string, string>[] = parse(out, { bom: true, columns: true });
    expect(first?.产品型号).toBe('DS-2CD2143G2-I');
    expect(first?.['取自型号资料（第三方资料，未经核实）']).toContain('水平视场角103°（2.8 mm）');
    expect(second?.['取自型号资料（第三方资料，未经核实）']).toContain('出处：说明书第3页');
    const unsaid = { ...ALL, 'p/plan.yaml': PLAN.replace(' lens: 2.8,', '') };
    const again = await sitecam(['lint', 'p/plan.yaml', '-f', 'schedule'], { given: unsaid });
    const [open]: Record<string, string>[] = parse(again.out, { bom: true, columns: true });
    expect(open?.['取自型号资料（第三方资料，未经核实）']).toMatch(/^待补充：选用的镜头（lens）/);
  });

  test('a faulty catalogue is refused with its place, and nothing is linted', async () => {
    const faulty = `${OWN}  - {brand: own, model: "x-1", source: a, date: "2026-02-30"}\n`;
    const { code, out, err } = await sitecam(['lint', 'p/plan.yaml'], { given: { ...ALL, 'p/own.yaml': faulty } });
    expect(code).toBe(2);
    expect(out + err).toContain('p/own.yaml:3');
    expect(out + err).toContain('型号“x-1”已有一条资料');
    expect(out + err).toContain('“2026-02-30”不是日期');
    const gone = await sitecam(['lint', 'p/plan.yaml'], {
      given: { 'p/plan.yaml': PLAN, 'p/sitecam.config.yaml': CONFIG },
    });
    expect([gone.code, (gone.out + gone.err).includes('“p/own.yaml”不存在')]).toEqual([2, true]);
  });

  test.each([[[]], [['--no-catalogue']]])('a report is verified on the same catalogues (%j)', async (more) => {
    const { out } = await sitecam(['lint', 'p/plan.yaml', '-f', 'json', ...more], { given: ALL });
    const given = { ...ALL, 'p/report.json': out };
    const again = await sitecam(['verify', 'p/report.json', 'p/plan.yaml'], { given });
    expect(again).toMatchObject({ code: 0 });
    if (more.length > 0) return;
    const altered = { ...given, 'p/own.yaml': OWN.replace('80', '60') };
    expect((await sitecam(['verify', 'p/report.json', 'p/plan.yaml'], { given: altered })).code).not.toBe(0);
  });
});

describe('sitecam models', () => {
  test('shows what is known of a model, and where from', async () => {
    const { code, out } = await sitecam(['models', 'ds-2cd2143g2-i（2.8mm）'], { columns: 200 });
    expect(code).toBe(0);
    expect(out).toContain('Hikvision DS-2CD2143G2-I');
    expect(out).toContain('水平视场角：103°（2.8 mm）、84°（4 mm）');
    expect(out).toMatch(/出处：https:\S+ds-2cd2143g2-i/);
    expect(out).toContain('第三方资料，未经核实');
  });

  test('lists by pattern, by brand and all, as data too', async () => {
    const models = async (...args: readonly string[]): Promise<string[]> => {
      const { out } = await sitecam(['models', ...args, '-f', 'json']);
      return JSON.parse(out).models.map(({ model }: { model: string }) => model);
    };
    const like = await models('DS-2CD21?3*');
    expect(like).toContain('DS-2CD2143G2-I');
    expect(like.every((model) => /^DS-2CD21.3/.test(model))).toBe(true);
    expect(await models('axis')).toContain('P3245-V');
    expect((await models()).length).toBeGreaterThan(100);
  });

  test('a pattern that nothing is like is wrong usage, with what is near', async () => {
    const { code, err } = await sitecam(['models', 'DS-2CD2143G2-X']);
    expect([code, err]).toEqual([2, expect.stringContaining('相近的有“DS-2CD2143G2-I”')]);
  });
});
