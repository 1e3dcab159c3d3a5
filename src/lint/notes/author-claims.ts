// Author's claims that verdicts rely on, as rows of the page of assumptions.
import { isStatedBlind } from '../../facts/capture/devices.js';
import { memoizeOnGround } from '../../facts/memo.js';
import { isFoundedAbsence, zonesOf } from '../../facts/protection/site.js';
import { dayText } from '../../i18n/day.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Device, DeviceKind, Site, Zone } from '../../plan/model.js';
import { factName, factValue } from '../../plan/project/names.js';
import type { Row } from './assumptions.js';
import { modelRows } from './models.js';
import { placeName } from './names.js';
import { overrideRows } from './overrides.js';
import { t } from './texts.js';

/** Returns the author's claims that verdicts rely on, one row each, for the reviewer to verify. */
export function authorClaims(site: Site): Row[] {
  const devices = site.levels.flatMap((level) => level.devices);
  return [
    ...overrideRows(site),
    ...site.absent
      .filter(isFoundedAbsence)
      .map(
        ({ role, reason, by }): Row => [
          t.hasNone({ place: placeName(site.pack, role) }),
          t.reasonBy({ reason: verbatim(reason), by: verbatim(by) }),
        ],
      ),
    ...conditions(site),
    ...(site.project?.facts ?? []).map((fact): Row => [t.projectFact({ name: factName(fact.path) }), factValue(fact)]),
    ...elementClaims(site),
    ...modelRows(site),
    ...deviceClaims(devices).map(([what, named]): Row => [what, localizedList(named.map(({ id }) => id).sort())]),
    ...site.waivers.map(
      ({ rule, subject, reason, by, until, document }): Row => [
        t.waiver({ rule: verbatim(rule), subject: verbatim(subject) }),
        t.waiverWhy({
          reason: verbatim(reason),
          by: verbatim(by),
          document: document === undefined ? '' : t.andDocument({ document: verbatim(document) }),
          until: dayText(until),
        }),
      ],
    ),
  ];
}

/** Claims on zones and openings. */
const elementClaims = memoizeOnGround((site): readonly Row[] => [
  ...zonesOf(site).flatMap(ofZone),
  ...site.levels
    .flatMap((level) => level.openings)
    .flatMap(({ id, normallyOpen, film }) => [
      ...(normallyOpen ? [[t.doorway({ id }), t.standsOpen] as const] : []),
      ...(film ? [[t.opening({ id }), t.hasFilm] as const] : []),
    ]),
]);

function conditions({ designation, keepsImportantItems, songAndDance }: Site): Row[] {
  const rows: Row[] = [];
  if (designation !== undefined) {
    const { document, by, date } = designation;
    const value = t.designatedBy({ by: verbatim(by), document: verbatim(document), day: dayText(date) });
    rows.push([t.designated, value]);
  }
  if (keepsImportantItems !== undefined)
    rows.push([t.importantItems, keepsImportantItems ? t.itemsKept : t.itemsNotKept]);
  if (songAndDance !== undefined) rows.push([t.songAndDance, songAndDance ? t.yes : t.no]);
  return rows;
}

function ofZone({ id, name = id, kindConfirmed, publicDeclared, public: isPublic, valid }: Zone): Row[] {
  const claims: Localized[] = [];
  if (kindConfirmed !== undefined) {
    const { reason, by } = kindConfirmed;
    claims.push(t.kindConfirmed({ name, reason: verbatim(reason), by: verbatim(by) }));
  }
  if (publicDeclared) claims.push(isPublic ? t.isPublic : t.notPublic);
  if (valid !== undefined) claims.push(t.inUse({ from: dayText(valid.from ?? ''), to: dayText(valid.to ?? '') }));
  return claims.map((claim) => [t.zone({ id }), claim]);
}

/** Returns the claims that reduce what devices capture, each with the devices that it is about (at least one). */
export function deviceClaims(
  devices: readonly Device[],
): readonly (readonly [what: Localized, devices: readonly Device[]])[] {
  const installed = devices.filter(({ status }) => status !== 'removed');
  const rows: readonly [Localized, readonly Device[]][] = [
    [t.removed, devices.filter(({ status }) => status === 'removed')],
    [t.noImages, installed.filter((device) => isStatedBlind(device) && SEES.has(device.kind))],
    // What the catalogue of models says is no claim of the author's.
    [
      t.noSound,
      installed.filter(
        ({ kind, audio, modelUse }) =>
          audio === 'none' && HEARS.has(kind) && modelUse?.taken.includes('audio') !== true,
      ),
    ],
    [t.masked, installed.filter(({ masks }) => masks.some(({ permanent }) => permanent))],
  ];
  return rows.filter(([, named]) => named.length > 0);
}

/** Kinds of device that capture images, or may, unless the author states that they don't. */
export const SEES: ReadonlySet<DeviceKind> = new Set(['camera', 'face-terminal', 'intercom', 'other']);
const HEARS: ReadonlySet<DeviceKind> = new Set([...SEES, 'microphone']);
