// Notes on standard error about plans that are not linted.

import { joined, type Text } from '../../../i18n/catalogue.js';
import { quoted } from '../../../i18n/list.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import type { PassedOver, SelectedPlans } from '../types.js';
import { t } from './texts.js';

/** Form in which notes show files: by name, as a count with a hint at --verbose, or as a bare count. */
type NoteNames = 'listed' | 'counted' | 'hidden';

/**
 * Returns the notes about files passed over, unchanged plans and shards, one line each.
 *
 * @param names whether files are named (`listed`), counted with a hint at `--verbose`, or counted alone (`hidden`)
 */
export function plansNotes(found: SelectedPlans, names: NoteNames, locale: Locale): string[] {
  return [
    ...passedOverNotes(found.passedOver, names, locale),
    ...[...sinceNotes(found, names === 'hidden'), ...shardNotes(found)].map((note) => render(t.note({ note }), locale)),
  ];
}

function passedOverNotes(passedOver: readonly PassedOver[], names: NoteNames, locale: Locale): string[] {
  const form = { listed: t.listed, counted: t.verbose, hidden: t.ended }[names];
  return (['not-a-plan', 'own', 'link'] as const).flatMap((why) => {
    const paths = passedOver.filter((file) => file.why === why).map(({ path }) => `  ${plainText(path)}`);
    if (paths.length === 0) return [];
    const note = form({ note: t[why]({ n: paths.length }) });
    return [render(t.note({ note }), locale), ...(names === 'listed' ? paths : [])];
  });
}

function sinceNotes({ plans, shard, since }: SelectedPlans, hidden: boolean): Text[] {
  if (since === undefined) return [];
  const { deleted, unchanged: n } = since;
  const revision = hidden ? t.someRevision : quoted(plainText(since.revision));
  const none = (shard?.all ?? plans.length) === 0;
  const notes = none ? [t.nothingChanged({ revision, n })] : n === 0 ? [] : [t.unchanged({ revision, n })];
  if (deleted.length === 0) return notes;
  if (hidden) return [...notes, t.deletedCount({ revision, n: deleted.length })];
  const paths = deleted.map((path) => quoted(plainText(path)));
  const names = joined(paths, { zh: '、', en: ', ' });
  return [...notes, t.deleted({ revision, n: deleted.length, names })];
}

function shardNotes({ plans, shard }: SelectedPlans): Text[] {
  if (shard === undefined) return [];
  const { index, of, all } = shard;
  const n = plans.length;
  return [n === 0 ? t.emptyShard({ index, of, all }) : t.shard({ index, of, all, n })];
}
