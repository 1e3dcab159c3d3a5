// The page of assumptions that every report ends with.

import { memoize } from '../../base/memo.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { percent, plainFigure } from '../../i18n/number.js';
import { partsOf } from '../../law/compose.js';
import { cite, parameter } from '../../law/lookup.js';
import type { Pack, PointProtection } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Site } from '../../plan/model.js';
import { packHashes } from '../support/pack-hash.js';
import type { Assumption, LintTerms } from '../types.js';
import { authorClaims } from './author-claims.js';
import { withUnit } from './figures.js';
import { missingFacts } from './missing-facts.js';
import { modelTable } from './models.js';
import { placeName } from './names.js';
import { policies, t } from './texts.js';

/** Label and value of a line on the page of assumptions, without its origin. */
export type Row = readonly [what: Localized, value: Localized];

/**
 * Returns the page of assumptions, which no report omits: the legal text relied on, the inputs of this run, every
 * figure of sitecam's, the facts that the plan omits with the values assumed, and the author's claims that nobody
 * checked.
 *
 * @param configured further assumptions on the run, which follow its inputs
 */
export function assumptionsOf(site: Site, today: string, configured: readonly Assumption[] = []): Assumption[] {
  return [
    ...assumed('law', law(site)),
    ...assumed('run', [...run(site, today), ...modelTable(site)]),
    ...configured,
    ...ofPack(site.pack),
    ...assumed('ours', missingFacts(site)),
    ...assumed('author', authorClaims(site)),
  ];
}

/** Rows that every plan judged by the pack has. */
const ofPack = memoize((pack: Pack): readonly Assumption[] => [
  ...figures(pack),
  ...assumed('ours', sitecamReadings(pack)),
  ...assumed('ours', POLICIES),
]);

/** Returns `rows` as assumptions of one origin. */
export function assumed(origin: Assumption['origin'], rows: readonly Row[]): Assumption[] {
  return rows.map(([what, value]) => ({ what, value, origin }));
}

function law({ pack, region }: Site): Row[] {
  return [
    ...textsOf(pack),
    [t.region, region === undefined ? t.noRegion : verbatim(region)],
    ...pack.clauses.flatMap(({ citation, corrected }): Row[] =>
      corrected === undefined ? [] : [[t.erratum({ clause: citation }), corrected.note]],
    ),
  ];
}

/** Rows on the laws of the pack and where their texts are from. */
const textsOf = memoize((pack: Pack): readonly Row[] => [
  ...partsOf(pack).flatMap(({ id, name, notice, instruments: [judgedBy], written }): Row[] => [
    [t.judgedBy, judgedBy?.name ?? name],
    [t.text, judgedBy?.textVersion ?? name],
    [t.textNotice, notice],
    [t.pack, verbatim(id)],
    ...(written?.sources ?? []).map(
      ({ path, sha256 }): Row => [t.packFile({ path: verbatim(path) }), verbatim(sha256)],
    ),
  ]),
  ...packHashes(pack).map(({ id, sha256 }): Row => [t.packHash({ id }), verbatim(sha256)]),
]);

function run({ coordinates, origin, shift, files, waivers }: Site, today: string): Row[] {
  const outside = new Set(waivers.flatMap((waiver) => (waiver.outside === true ? [waiver.place.path] : [])));
  const rows: Row[] = [
    [t.day, dayText(today)],
    ...files.map(
      ({ path, sha256 }): Row => [
        (outside.has(path) ? t.waiverFile : t.planFile)({ path: verbatim(path) }),
        verbatim(sha256),
      ],
    ),
  ];
  if (coordinates === 'wgs84' && origin !== undefined) rows.push([t.origin, verbatim(origin.join(', '))]);
  if (shift[0] !== 0 || shift[1] !== 0) rows.push([t.shift, verbatim(shift.join(', '))]);
  return rows;
}

/**
 * Returns assumptions on options of the run that change verdicts or texts: reviewer mode, waivers not applied, the
 * catalogues of models and the file of decisions.
 */
export function optionAssumptions({
  distrust,
  noWaivers,
  decisions,
  catalogues,
}: Pick<LintTerms, 'distrust' | 'noWaivers' | 'decisions' | 'catalogues'>): Assumption[] {
  return assumed('run', [
    ...(distrust === true ? [[t.reviewedAs, t.reviewer] as const] : []),
    ...(noWaivers === true ? [[t.waivers, t.waiversListed] as const] : []),
    ...(catalogues?.shipped === false ? [[t.models, t.noModels] as const] : []),
    ...(catalogues?.files ?? []).map(
      ({ file: { path, sha256 } }): Row => [t.modelFile({ path: verbatim(path) }), verbatim(sha256)],
    ),
    ...(decisions ? [[t.decisions({ file: decisions.file.path }), verbatim(decisions.file.sha256)] as const] : []),
  ]);
}

/**
 * Returns rows on thresholds and criteria of the pack that are sitecam's, and on the levels of detail that they name.
 */
function figures(pack: Pack): Assumption[] {
  const { parameters, criteria, densityLevels } = pack;
  const originOf = (configured: boolean): Assumption['origin'] => (configured ? 'run' : 'ours');
  return [
    ...Object.values(parameters)
      .filter(({ basis }) => basis === 'sitecam')
      .map(({ what, value, unit, configured }) => ({
        what,
        value: withUnit(value, unit),
        origin: originOf(configured === true),
      })),
    ...criteria.map(({ tokens, fraction, level, profile }) => ({
      what: t.criterion({ places: placeNames(pack, tokens) }),
      value: t.share({
        share: percent(fraction, undefined, 0),
        detail: densityLevels.find(({ id }) => id === level)?.name ?? verbatim(level),
      }),
      origin: originOf(profile !== undefined),
    })),
    ...assumed(
      'ours',
      densityLevels.map(
        ({ name, density, source }): Row => [
          t.densityTo({ name }),
          t.density({ density: plainFigure(density), source }),
        ],
      ),
    ),
  ];
}

/** Rows on what may-see and must-see assume for every plan: choices of sitecam's that no figure expresses. */
const POLICIES: readonly Row[] = [
  [policies.doors, policies.doorsTaken],
  [policies.glass, policies.glassTaken],
  [policies.lowWalls, policies.lowWallsTaken],
  [policies.masks, policies.masksTaken],
  [policies.cameras, policies.camerasTaken],
  [policies.readers, policies.readersTaken],
  [policies.tolerance, policies.toleranceTaken],
  [policies.undrawn, policies.undrawnTaken],
];

/**
 * Returns rows on tables of the pack that are sitecam's and not the law's: the density from which a view counts, the
 * kinds read into the last item of a prohibition, the single devices that protect a whole place.
 */
function sitecamReadings(pack: Pack): Row[] {
  const { prohibitions, pointProtection } = pack;
  const usual = parameter(pack, 'privacyDensity');
  const devices = new Map<string, Localized>(Object.entries(DEVICE_NAMES));
  return [
    ...prohibitions.flatMap(({ kinds, standing, glazing = [] }) =>
      [standing, glazing]
        .filter((thresholds) => thresholds.some(({ from }) => from !== usual))
        .map(
          (thresholds): Row => [
            (thresholds === glazing ? t.viewThroughGlass : t.view)({ kinds: placeNames(pack, kinds) }),
            joined(
              thresholds.map(({ from, outcome }) => t.from({ density: plainFigure(from), outcome: t[outcome] })),
              t.clauseComma,
            ),
          ],
        ),
    ),
    ...prohibitions
      .filter(({ regime }) => regime === 'reading')
      .map(({ kinds, clause }): Row => [placeNames(pack, kinds), t.reading({ clause: cite(pack, clause) })]),
    ...pointProtection.map(
      (row): Row => [t.protection({ device: devices.get(row.device) ?? verbatim(row.device) }), protectedBy(pack, row)],
    ),
  ];
}

function protectedBy(pack: Pack, { device, tokens, small }: PointProtection): Localized {
  const places = placeNames(pack, tokens);
  if (device === 'access-reader' || device === 'door-contact') return t.guardsWhole({ places });
  if (small !== true) return t.protectsWhole({ places });
  return t.protectsSmall({ places, area: plainFigure(parameter(pack, 'pointRoomArea')) });
}

function placeNames(pack: Pack, tokens: readonly string[]): Localized {
  return localizedList(tokens.map((token) => placeName(pack, token)));
}
