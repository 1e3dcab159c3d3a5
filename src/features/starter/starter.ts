// The starter plan of a category, written as YAML.

import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { shippedFor } from '../../law/force.js';
import { DEFAULT_PACK, loadPack } from '../../law/load.js';
import { building } from './building.js';
import { deviceLines, typeLines } from './devices.js';
import { ground } from './ground.js';
import { hall } from './hall.js';
import { zoneLine } from './place.js';
import { t } from './texts.js';
import type { Brief, ElementLine, Value } from './types.js';
import { wholeProgramme } from './whole-programme.js';

/**
 * What a starter plan (the small plan that `sitecam init` writes) says in its first line, a comment by which editors find
 * the schema.
 */
export interface StarterHead {
  /** Path of the plan's JSON schema from the plan's folder, or its URL. */
  readonly schema: string;
}

/** A line of the plan, with the text of its comment if it has one. */
type Line = readonly [yaml: string, note?: Localized];

/**
 * Returns a small plan of a site of `brief.category` that lints without a finding: YAML with a comment on every line,
 * in the brief's language. It is made from what the pack asks of such a site, so that it follows the pack.
 */
export function starterPlan(brief: Brief, { schema }: StarterHead): string {
  const { category, locale } = brief;
  const { shape, rooms } = wholeProgramme(brief);
  const { level, ceiling, zones, walls = [], openings, devices, signs } = SHAPES[shape](brief, rooms);
  const lines: readonly Line[] = [
    [`# yaml-language-server: $schema=${schema}`],
    [`# ${render(t.example({ category: category.name }), locale)}`],
    [`# ${render(t.comments, locale)}`],
    [''],
    ['sitecam: 1', t.version],
    ['site:'],
    ...siteOf(brief),
    ['coordinates: metres', t.metres],
    ['north: 0', t.north],
    [''],
    ['levels:'],
    ['  - id: F1', t.level],
    [`    name: ${scalar(render(level, locale))}`, t.levelName],
    ['    elevation: 0', t.elevation],
    [`    ceiling: ${ceiling}`, t.ceiling],
    ...listOf(
      'zones',
      zones.map((zone) => zoneLine(brief, zone)),
    ),
    ...(walls.length > 0 ? listOf('walls', walls) : []),
    ...(openings.length > 0 ? listOf('openings', openings) : []),
    ...listOf('devices', deviceLines(devices)),
    ...(signs.length > 0 ? listOf('signs', signs) : []),
    [''],
    ['deviceTypes:', t.deviceTypes],
    ...typeLines(devices).map(([id, { value, note }]): Line => [`  ${id}: ${flow(value)}`, note]),
    [''],
    ...projectOf(brief),
  ];
  return lines.map(([yaml, note]) => `${yaml}${note === undefined ? '' : `  # ${render(note, locale)}`}\n`).join('');
}

const SHAPES = { building, ground, hall, vehicle: hall };

function listOf(key: 'zones' | 'walls' | 'openings' | 'devices' | 'signs', elements: readonly ElementLine[]): Line[] {
  return [[`    ${key}:`, t[key]], ...elements.map(({ value, note }): Line => [`      - ${flow(value)}`, note])];
}

function siteOf({ pack, category, locale }: Brief): Line[] {
  const { name } = category;
  const clause = pack.clauses.find(({ id }) => id === category.clause);
  const role = category.declared[0]?.role ?? category.expectedPrivate[0]?.kind ?? 'important';
  const absent = { role, reason: render(t.absentReason, locale), by: render(t.absentBy, locale) };
  return [
    [
      `  name: ${scalar(render(t.siteName({ category: { ...name, en: name.en.toLowerCase() } }), locale))}`,
      t.siteNameNote,
    ],
    [
      `  categories: [${category.id}]`,
      t.category({ name, clause: clause === undefined ? verbatim('') : t.clause({ citation: clause.citation }) }),
    ],
    [`  region: ${scalar(regionOf(pack))}`, t.region],
    ...condition({ pack, category, locale }),
    [`  # ${render(t.absent, locale)} absent: ${flow([absent])}`],
  ];
}

/** Returns the code of a region that the pack governs; of a law of the whole country the default pack's region. */
function regionOf({ applies }: Brief['pack']): string {
  const prefixes = [...applies.regions, ...loadPack(DEFAULT_PACK).applies.regions];
  return `${prefixes.find((one) => /^\d/.test(one)) ?? ''}0000`.slice(0, 6);
}

/** Returns the line that states the fact on which the category's item of the law depends; [] if it depends on none. */
function condition({ category, locale }: Brief): Line[] {
  switch (category.condition) {
    case undefined:
      return isVenueElsewhere(category.id) ? [['  songAndDance: false', t.songAndDance]] : [];
    case 'keepsImportantItems':
    case 'songAndDance':
      return [[`  ${category.condition}: true`, t[category.condition]]];
    default: {
      const [document, by] = [t.designationDocument, t.designationBy].map((text) => render(text, locale));
      return [[`  designation: ${flow({ document, by, date: '2026-01-05' })}`, t.designation]];
    }
  }
}

/** True if another law that judges such a site asks whether it is a song and dance venue. */
function isVenueElsewhere(category: string): boolean {
  return shippedFor({ region: undefined, categories: [category] }).some(({ categories }) =>
    categories.some(({ id, condition }) => id === category && condition === 'songAndDance'),
  );
}

/** Returns the project's facts, commented out: an example can't know which documents exist. */
function projectOf({ locale }: Brief): Line[] {
  const text = (one: Localized) => render(one, locale);
  const document = text(t.document);
  const facts: readonly (readonly [yaml: string, note: Localized])[] = [
    ['project:', t.project],
    ['  phase: design', t.phase],
    ['  works: new', t.works],
    [`  standards: ${flow([text(t.standard)])}`, t.standards],
    [`  testReports: ${flow([text(t.testReport)])}`, t.testReports],
    [`  coordination: ${flow({ design: document })}`, t.coordination],
    ['  designReview: {required: none}', t.designReview],
    ['  risk: {published: none}', t.risk],
    [`  units: ${flow({ design: { name: text(t.unit), filing: { number: text(t.filing) } } })}`, t.units],
    [`  custody: ${flow({ system: text(t.system), keeper: text(t.keeper), document })}`, t.custody],
    [`  training: ${flow({ design: text(t.certificate) })}`, t.training],
  ];
  return facts.map(([yaml, note]) => [`# ${yaml}`, note]);
}

/** Returns `value` in flow style. */
function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([key, item]) => `${key}: ${flow(item)}`);
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'string' ? scalar(value) : String(value);
}

/** Returns `text` plain if YAML reads it back as the same text, and in quotes otherwise. */
function scalar(text: string): string {
  return /^\p{L}[\p{L}\p{N}’（）〔〕 -]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
