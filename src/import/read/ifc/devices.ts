// Devices of a building model: which kind each is, by its name and its type in the standard.

import type { DeviceKind } from '../../../plan/model.js';
import { deviceOf } from '../../devices/vocabulary.js';
import type { IfcElement } from './model.js';

/** Kinds by type and PredefinedType of IFC4 and IFC4X3 that say what a device does. */
const KINDS: Readonly<Record<string, Readonly<Record<string, DeviceKind>>>> = {
  IfcSensor: {
    MOVEMENTSENSOR: 'intrusion-detector',
    CONTACTSENSOR: 'door-contact',
    SMOKESENSOR: 'smoke-detector',
    IDENTIFIERSENSOR: 'access-reader',
    SOUNDSENSOR: 'microphone',
  },
  IfcAlarm: {},
  IfcCommunicationsAppliance: { INTELLIGENTPERIPHERAL: 'other', USERDEFINED: 'other', NOTDEFINED: 'other' },
  IfcAudioVisualAppliance: { CAMERA: 'camera', MICROPHONE: 'microphone', COMMUNICATIONTERMINAL: 'intercom' },
};

/** Types by class of the element's type, for IFC2X3, where an element itself doesn't say. */
const CLASSES: Readonly<Record<string, string>> = {
  IFCSENSORTYPE: 'IfcSensor',
  IFCALARMTYPE: 'IfcAlarm',
  IFCCOMMUNICATIONSAPPLIANCETYPE: 'IfcCommunicationsAppliance',
  IFCAUDIOVISUALAPPLIANCETYPE: 'IfcAudioVisualAppliance',
};

const DEVICES: ReadonlySet<string> = new Set([...Object.keys(KINDS), 'IfcDistributionControlElement']);

/** Values of PredefinedType that say nothing. */
const SILENT: ReadonlySet<string> = new Set(['NOTDEFINED', 'USERDEFINED']);

/** True if a thing is equipment that may be a device of a plan. */
export function isEquipment({ type }: IfcElement): boolean {
  return DEVICES.has(type);
}

/**
 * Returns the kind of a device: by the words of its name and type, else by its PredefinedType. `other`, which may capture
 * anything, if it may be a sensor or a camera and says no more; undefined if it is no device of a plan (a thermometer).
 */
export function kindOfDevice({ type, properties }: IfcElement): DeviceKind | undefined {
  const text = (key: string): string | undefined =>
    properties[key] === undefined ? undefined : String(properties[key]);
  const words = deviceOf({
    block: text('Name'),
    dynamic: text('Type.Name'),
    attributes: [text('ObjectType'), text('Description')].flatMap((one) => one ?? []),
  });
  if (words !== undefined) return words.kind === 'none' ? undefined : words.kind;
  const of = CLASSES[(text('Type.class') ?? '').toUpperCase()] ?? type;
  const said = [text('PredefinedType'), text('Type.PredefinedType')].flatMap((one) => one?.toUpperCase() ?? []);
  // An element that says nothing is what its type says.
  const predefined = said.find((one) => !SILENT.has(one)) ?? said[0] ?? 'NOTDEFINED';
  const kind = KINDS[of]?.[predefined];
  if (kind !== undefined) return kind;
  const isSilent = SILENT.has(predefined);
  return isSilent && (of === 'IfcSensor' || of === 'IfcAudioVisualAppliance') ? 'other' : undefined;
}
