// Readings of the law that are sitecam's own, as rows of the page of assumptions.
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { cite, parameter } from '../../law/lookup.js';
import type { Pack, Prohibition } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Assumption } from '../types.js';
import { placeName } from './names.js';

/**
 * Returns rows on tables of the pack that are sitecam's and not the law's: the density from which a view counts, the
 * kinds read into item (6) of Art. 9(2), the single devices that protect a whole place.
 */
export function sitecamReadings(pack: Pack): Assumption[] {
  const { prohibitions, pointProtection } = pack;
  const kinds = (row: Prohibition) => localizedList(row.kinds.map((kind) => placeName(pack, kind)));
  const usual = parameter(pack, 'privacyDensity');
  const graded = prohibitions.flatMap((row): [Localized, Localized][] =>
    [row.standing, row.glazing ?? []]
      .filter((thresholds) => thresholds.some(({ from }) => from !== usual))
      .map((thresholds) => [
        {
          zh: `可及${kinds(row).zh}的视线${thresholds === row.glazing ? '（经玻璃）' : ''}`,
          en: `View of ${kinds(row).en}${thresholds === row.glazing ? ' (through glass)' : ''}`,
        },
        {
          zh: thresholds.map(({ from, outcome }) => `${plainFigure(from)}像素/米起${OUTCOME[outcome].zh}`).join('，'),
          en: thresholds.map(({ from, outcome }) => `${OUTCOME[outcome].en} from ${plainFigure(from)} px/m`).join(', '),
        },
      ]),
  );
  const read = prohibitions.filter(({ regime }) => regime === 'reading');
  const rows: [Localized, Localized][] = [
    ...graded,
    ...read.map((row): [Localized, Localized] => [
      kinds(row),
      {
        zh: `条文未列举，可能属于${cite(pack, row.clause).zh}，须审查判定`,
        en: `not named by the text, perhaps within ${cite(pack, row.clause).en}: for review`,
      },
    ]),
    ...pointProtection.map(({ device, tokens }): [Localized, Localized] => {
      const places = localizedList(tokens.map((token) => placeName(pack, token)));
      return [
        { zh: `设防判定：${deviceName(device).zh}`, en: `Protection: ${deviceName(device).en}` },
        { zh: `对其所在的${places.zh}按全部设防计`, en: `protects the whole of the ${places.en} it stands in` },
      ];
    }),
  ];
  return rows.map(([what, value]) => ({ what, value, origin: 'ours' }));
}

const OUTCOME = {
  fail: { zh: '不符合', en: 'fail' },
  review: { zh: '须审查判定', en: 'review' },
} as const;

function deviceName(kind: string): Localized {
  return new Map(Object.entries(DEVICE_NAMES)).get(kind) ?? verbatim(kind);
}
