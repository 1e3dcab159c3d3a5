// Phrases for the comments in a starter plan.

import { quote } from '../../i18n/list.js';
import { inLocale, type Localized } from '../../i18n/locale.js';
import type { Brief } from './types.js';

/** Returns the phrase that says which room a door leads from and what it leads to. */
export function between({ locale }: Brief, name: string, other: 'corridor' | 'outside' | 'inside'): string {
  const zh = { corridor: '通走廊', outside: '通室外', inside: '通内部' }[other];
  const en = { corridor: 'to the corridor', outside: 'to the outside', inside: 'to the inside' }[other];
  return inLocale({ zh: `${quote(name, 'zh-CN')}${zh}`, en: `from ${quote(name, 'en')} ${en}` }, locale);
}

/** Returns the phrase for a camera at one end of a long room, looking along it. */
export function lookingAlong(name: string, towards: 'east' | 'west'): Localized {
  const [at, to] = towards === 'east' ? ['西', '东'] : ['东', '西'];
  const end = towards === 'east' ? 'west' : 'east';
  return {
    zh: `装于${quote(name, 'zh-CN')}${at}端，朝${to}看`,
    en: `at the ${end} end of ${quote(name, 'en')}, looking ${towards}`,
  };
}

/** Returns the phrase for a camera in a corner of a room, its back to the door. */
export function inCorner(name: string): Localized {
  return {
    zh: `装于${quote(name, 'zh-CN')}墙角，背对房门`,
    en: `in a corner of ${quote(name, 'en')}, its back to the door`,
  };
}
