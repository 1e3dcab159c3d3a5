// Texts on the frame of a plan and the elevations of its levels.
import { catalogue } from '../../i18n/catalogue.js';

/** Note on where the zero of a plan lies. */
export const frame = catalogue('frame', {
  from: {
    zh: '坐标远离原点：设计图中的坐标自来源的（{east}，{north}）m 起计',
    en: "coordinates far from the source's origin: the plan's count from ({east}, {north}) m of it",
  },
});

/** Note on assumed elevations. */
export const elevations = catalogue('elevations', {
  assumed: {
    zh: '来源未写明标高的楼层，按每层{storey}米（本工具设定）自下而上排列',
    en: "levels whose elevation the source doesn't give: one above the other, {storey} m each (sitecam's figure)",
  },
});
