// Notes on standard error about plans that are not linted.

import { quote } from '../../../i18n/list.js';
import { type Locale, say } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import type { PassedOver, SelectedPlans } from '../types.js';

/** Form in which notes show files: by name, as a count with a hint at --verbose, or as a bare count. */
export type NoteNames = 'listed' | 'counted' | 'hidden';

/** Returns the notes about files passed over, unchanged plans and shards, one line each. */
export function plansNotes(found: SelectedPlans, names: NoteNames, locale: Locale): string[] {
  const notes = [
    ...passedOverNotes(found.passedOver, names, locale),
    ...sinceNotes(found, names, locale),
    ...shardNotes(found, locale),
  ];
  return notes.map((note) => (note.startsWith(' ') ? note : `sitecam${say(locale, '：', ': ')}${note}`));
}

function passedOverNotes(passedOver: readonly PassedOver[], names: NoteNames, locale: Locale): string[] {
  return (['not-a-plan', 'own', 'link'] as const).flatMap((why) => {
    const paths = passedOver.filter((file) => file.why === why).map(({ path }) => path);
    if (paths.length === 0) return [];
    const text = passedOverText(why, paths.length, locale);
    const hint = names === 'hidden' ? '' : say(locale, '（加 --verbose 列出）', ' (--verbose lists them)');
    if (names !== 'listed') return [say(locale, `${text}${hint}。`, `${text}${hint}.`)];
    return [`${text}${say(locale, '：', ':')}`, ...paths.map((path) => `  ${plainText(path)}`)];
  });
}

function passedOverText(why: PassedOver['why'], count: number, locale: Locale): string {
  const files = count === 1 ? 'file' : 'files';
  switch (why) {
    case 'not-a-plan':
      return say(
        locale,
        `另有${count}个文件不是设计图，未审查`,
        `${count} other ${files} ${count === 1 ? 'is no plan and was' : 'are no plans and were'} not linted`,
      );
    case 'own':
      return say(
        locale,
        `${count}个文件是sitecam自己的（配置、例外说明、比对基准），不作为设计图审查`,
        `${count} ${files} of sitecam itself (configuration, waivers, baseline) ${count === 1 ? 'was' : 'were'} not linted as ${count === 1 ? 'a plan' : 'plans'}`,
      );
    case 'link':
      return say(
        locale,
        `${count}个链接指向所查文件夹之外或者不予查找之处，未审查；需要的请直接写出其名称`,
        `${count} ${count === 1 ? 'link leads' : 'links lead'} out of what was searched and ${count === 1 ? 'was' : 'were'} not followed; name ${count === 1 ? 'it' : 'them'} to lint ${count === 1 ? 'it' : 'them'}`,
      );
  }
}

function sinceNotes({ plans, shard, since }: SelectedPlans, shown: NoteNames, locale: Locale): string[] {
  if (since === undefined) return [];
  const { deleted, unchanged } = since;
  const hidden = shown === 'hidden';
  const revision = hidden ? say(locale, '所给的版本', 'the revision given') : quote(plainText(since.revision), locale);
  const none = (shard?.all ?? plans.length) === 0;
  const names = deleted.map((path) => quote(plainText(path), locale));
  const notes = none
    ? [
        say(
          locale,
          `自${revision}以来设计图没有改动，无须审查（未改动的${unchanged}份）。`,
          `no plan changed since ${revision}: nothing to lint (${unchanged} unchanged).`,
        ),
      ]
    : unchanged === 0
      ? []
      : [
          say(
            locale,
            `自${revision}以来未改动的设计图${unchanged}份，未审查。`,
            `${unchanged} ${unchanged === 1 ? 'plan' : 'plans'} unchanged since ${revision}, not linted.`,
          ),
        ];
  if (names.length === 0) return notes;
  if (hidden) {
    return [
      ...notes,
      say(
        locale,
        `自${revision}以来删除的设计图${names.length}份。`,
        `${names.length} ${names.length === 1 ? 'plan' : 'plans'} deleted since ${revision}.`,
      ),
    ];
  }
  return [
    ...notes,
    say(
      locale,
      `自${revision}以来删除的设计图：${names.join('、')}。`,
      `${names.length === 1 ? 'plan' : 'plans'} deleted since ${revision}: ${names.join(', ')}.`,
    ),
  ];
}

function shardNotes({ plans, shard }: SelectedPlans, locale: Locale): string[] {
  if (shard === undefined) return [];
  const { all, of, index } = shard;
  return [
    say(
      locale,
      `第${index}片（共${of}片）：${plans.length === 0 ? '没有分到设计图' : `审查${plans.length}份设计图`}，全部${of}片合计${all}份。`,
      `shard ${index} of ${of}: ${plans.length === 0 ? 'no plan falls to it' : `${plans.length} ${plans.length === 1 ? 'plan' : 'plans'}`}, of ${all} in all.`,
    ),
  ];
}
