import { describe, expect, test } from 'vitest';
import type { PlanDraft } from '../../src/import/draft.js';
import { deviceTypesOf } from '../../src/import/write/plan-file.js';

function types(...devices: readonly (readonly [kind: string, type: string])[]) {
  const draft = { devices: devices.map(([kind, type]) => ({ kind, keys: { type } })) };
  return Object.fromEntries(deviceTypesOf(draft as unknown as Pick<PlanDraft, 'devices'>));
}

describe('the model of an imported type of devices', () => {
  test('is written where its name is exactly the number of a camera of the catalogue', () => {
    expect(types(['camera', 'DS-2CD2143G2-I'], ['camera', 'ds-2cd2143g2-i(2.8mm)'], ['camera', '半球'])).toEqual({
      'DS-2CD2143G2-I': { kind: 'camera', model: 'DS-2CD2143G2-I' },
      'ds-2cd2143g2-i(2.8mm)': { kind: 'camera', model: 'ds-2cd2143g2-i(2.8mm)' },
      半球: { kind: 'camera' },
    });
  });

  test('is not made up of another number of a record, a similar one or another kind of device', () => {
    const given = [
      ['camera', 'DS-2CD2143G2-IS'],
      ['camera', 'DS-2CD2143G2-X'],
      ['access-reader', 'DS-2CD2143G2-I'],
    ] as const;
    expect(Object.values(types(...given)).filter(({ model }) => model !== undefined)).toEqual([]);
  });
});
