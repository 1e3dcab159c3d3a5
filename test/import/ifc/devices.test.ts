// Which kind a device of a building model is, by what it and its type say.
import { expect, test } from 'vitest';
import { kindOfDevice } from '../../../src/import/read/ifc/devices.js';
import type { IfcElement } from '../../../src/import/read/ifc/model.js';

test.each([
  [{ PredefinedType: 'MOVEMENTSENSOR' }, 'intrusion-detector'],
  [{ 'Type.PredefinedType': 'MOVEMENTSENSOR' }, 'intrusion-detector'],
  [{ PredefinedType: 'NOTDEFINED', 'Type.PredefinedType': 'MOVEMENTSENSOR' }, 'intrusion-detector'],
  [{ PredefinedType: 'USERDEFINED', 'Type.PredefinedType': 'SMOKESENSOR' }, 'smoke-detector'],
  [{ PredefinedType: 'NOTDEFINED', 'Type.PredefinedType': 'TEMPERATURESENSOR' }, undefined],
  [{ PredefinedType: 'SOUNDSENSOR', 'Type.PredefinedType': 'NOTDEFINED' }, 'microphone'],
  [{ PredefinedType: 'NOTDEFINED', 'Type.PredefinedType': 'NOTDEFINED' }, 'other'],
  [{}, 'other'],
])('a sensor of %j is %s', (properties, kind) => {
  const nowhere = { storey: undefined, at: undefined, mesh: new Float64Array() };
  const element: IfcElement = { type: 'IfcSensor', line: 1, guid: 'x', properties, ...nowhere };
  expect(kindOfDevice(element)).toBe(kind);
});
