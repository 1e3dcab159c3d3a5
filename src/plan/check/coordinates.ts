// Points of a plan in words: in the coordinates of the plan's file.

import type { Point } from '../../geometry/types.js';
import { catalogue } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import type { Site } from '../model.js';
import { unitsPerMetre } from '../read/units.js';

const t = catalogue('', {
  fromOrigin: {
    zh: '（原点以东{x}米、以北{y}米）',
    en: '({x} m east, {y} m north of the origin)',
  },
  point: { zh: '（{x}，{y}）', en: '({x}, {y})' },
});

/**
 * Returns a point of the plan (m) in the coordinates and the unit of the plan's file; of a file in degrees, in metres
 * east and north of its origin.
 *
 * @param digits decimals of a metre; other units have as many fewer as they are smaller
 */
export function pointText(site: Pick<Site, 'coordinates' | 'shift'>, [x, y]: Point, digits = 2): Localized {
  const { coordinates, shift } = site;
  if (coordinates === 'wgs84') return t.fromOrigin({ x: fixed(x, digits), y: fixed(y, digits) });
  const per = unitsPerMetre(coordinates);
  const left = Math.max(0, digits - Math.log10(per));
  return t.point({ x: fixed((x + shift[0]) * per, left), y: fixed((y + shift[1]) * per, left) });
}
