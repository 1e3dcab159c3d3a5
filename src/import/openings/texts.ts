// Texts on openings drawn as points and patches.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on openings drawn as points. */
export const t = catalogue('openings', {
  open: { zh: '“{id}”处没有墙，无需敞口', en: "'{id}' is a passage where no wall stands" },
  shortened: {
    zh: '“{id}”处墙段不够长，宽度按{width}计，少{size}',
    en: "'{id}': the wall leaves {width} there, {size} less than it is wide",
  },
  moved: {
    zh: '“{id}”靠近墙角，沿墙移开{size}（宽{width}）',
    en: "'{id}' stands at a corner: moved {size} along its wall ({width} wide)",
  },
});

/** Notes on openings drawn as patches. */
export const patch = catalogue('patch', {
  'no-area': {
    zh: '开口“{id}”没有面积，无法放入墙内',
    en: "opening '{id}' has no area: it can't be laid in a wall",
  },
});
