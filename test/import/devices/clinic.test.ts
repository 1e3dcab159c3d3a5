// A clinic drawn as T-Arch draws it, without any mapping. The drawing is no part of the project.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/i18n/locale.js';
import { DATA, hasData, make } from '../support.js';

const FOLDER = 'drawings/dxf-clinic-tangent';

describe.skipIf(!hasData(FOLDER))('a clinic in R12 and GBK', () => {
  const files = () => [{ path: '诊所一层.dxf', bytes: readFileSync(`${DATA}/${FOLDER}/诊所一层.dxf`) }];

  it('has its seven devices with their numbers, two of them to be asked about', () => {
    const { building } = make(files(), { category: 'hospital' });
    expect(building.identified.draft.devices.map(({ id, kind, keys }) => [id, kind, keys.heading])).toEqual([
      ['QJ-01', 'camera', 90],
      ['QJ-02', 'camera', 270],
      ['BQ-01', 'other', 180],
      ['BQ-02', 'other', 135],
      ['DK-01', 'access-reader', 90],
      ['AN-01', 'panic-button', 90],
      ['HW-01', 'intrusion-detector', 0],
    ]);
    const asked = building.notes.filter(({ message }) => message.params.rule !== undefined);
    expect(asked.map(({ message }) => render(message, 'zh-CN'))).toEqual([
      '图块“A$C3F2B1”2处（图层“弱电-设备”，旁有编号BQ-01、BQ-02）看不出是什么设备，按“其他”采用；请按实际写明，例如：- {where: {block: "A$C3F2B1"}, as: device, kind: camera}',
    ]);
  });

  it('calls its rooms as they are named, whatever numbers stand in them', () => {
    const names = make(files(), { category: 'hospital' }).building.identified.draft.zones.map(({ name }) => name);
    for (const name of ['收费', '药房', '男厕', '女厕', '诊室1', '诊室2', '换药室', '女更衣', '盥洗']) {
      expect(names).toContain(name);
    }
  });

  it('knows all seven once the rule that it asks for is written', () => {
    const rules = [{ where: { block: 'A$C3F2B1' }, as: 'device', kind: 'camera' }] as const;
    const { building } = make(files(), { category: 'hospital', mapping: { rules } });
    expect(building.identified.draft.devices.filter(({ kind }) => kind === 'camera').map(({ id }) => id)).toEqual([
      'QJ-01',
      'QJ-02',
      'BQ-01',
      'BQ-02',
    ]);
    expect(building.notes.filter(({ message }) => message.params.rule !== undefined)).toEqual([]);
  });
});
