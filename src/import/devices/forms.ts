// Camera forms by the words people use for them.

import type { RawDeviceKeys } from '../../plan/read/document.js';

type Form = NonNullable<RawDeviceKeys['form']>;

/** Plan form for each word; case, `-`, `_` and spaces don't count. */
const FORMS: Readonly<Record<string, Form>> = {
  fixed: 'fixed',
  bullet: 'fixed',
  box: 'fixed',
  turret: 'fixed',
  枪机: 'fixed',
  枪式: 'fixed',
  固定: 'fixed',
  varifocal: 'varifocal',
  变焦: 'varifocal',
  panning: 'ptz',
  ptz: 'ptz',
  speeddome: 'ptz',
  球机: 'ptz',
  云台: 'ptz',
  // The lens inside a dome can't be seen from below: it may turn.
  dome: 'ptz',
  半球: 'ptz',
  fisheye: 'fisheye',
  鱼眼: 'fisheye',
  全景: 'fisheye',
  multisensor: 'multi-sensor',
};

/** Returns the camera form that `word` names; undefined if it names none. */
export function formNamed(word: string): Form | undefined {
  const key = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]/gu, '')
    .replace(/(?:camera|摄像机|摄像头)$/u, '');
  return Object.hasOwn(FORMS, key) ? FORMS[key] : undefined;
}
