// Texts on walls as bodies.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on forming bodies and openings. */
export const t = catalogue('bodies', {
  untaken: {
    zh: '“{id}”画为门窗，但两端距墙{one}、{other}，不在任何墙的缺口内，也不在墙内，没有采用：请把墙画到门窗两侧',
    en: "'{id}' is drawn as a door or window, but its ends are {one} and {other} from the nearest wall: in no gap and in no wall, so it isn't taken; draw the walls up to it",
  },
  far: {
    zh: '画为门窗，但{far}内没有墙，没有采用：请在映射文件中写明哪些图层是墙；属于图例的，写明不采用',
    en: "drawn as doors or windows, but no wall is within {far} of them, so they aren't taken: say with --mapping which layers are walls, or as: none of a legend",
  },
  shapeless: {
    zh: '“{id}”没有可以看出门窗的图形',
    en: "'{id}' draws nothing that tells an opening",
  },
  parts: {
    zh: '弧线、短线作为门窗的附属图形，不另作洞口',
    en: 'arcs and short lines belong to doors and windows, and are no openings themselves',
  },
  treads: {
    zh: '墙的图层上间距相等的平行短线视为楼梯踏步，不作墙；确是墙的，在映射中按编号写明：{where: {id: 句柄}, as: wall}',
    en: 'evenly spaced lines on a layer of walls: taken for treads of stairs, not for walls; if they are walls, say so by id in the mapping: {where: {id: HANDLE}, as: wall}',
  },
  crosses: {
    zh: '墙的图层上四边形的两条对角线视为电梯、管井、洞口的图例，不作墙',
    en: 'both diagonals of a frame on a layer of walls: the sign of a lift, a shaft or an opening in the floor, not walls',
  },
  void: {
    zh: '墙的图层上由一角折向另一角的斜线视为楼板洞口（中空）的图例，不作墙',
    en: 'a folded line from one corner of a space to another on a layer of walls: the sign of an opening in the floor, no wall',
  },
  leak: {
    zh: '“{one}”与“{other}”连通：在（{x}，{y}）附近有{width}的缺口，图中没有门',
    en: "'{one}' and '{other}' are one room: near ({x}, {y}) there is a gap of {width} and no door",
  },
  outside: {
    zh: '“{one}”与室外连通：在（{x}，{y}）附近有{width}的缺口，图中没有门',
    en: "'{one}' is open to the outside: near ({x}, {y}) there is a gap of {width} and no door",
  },
  area: {
    zh: '“{name}”图中注明面积{stated}㎡，围成的为{formed}㎡：请核对其周围是否有墙、门没有画出或者没有认出',
    en: "'{name}' has {stated} m² by the drawing and {formed} m² as formed: see whether a wall or a door beside it isn't drawn or wasn't seen",
  },
  unsure: {
    zh: '“{id}”：图中此处未画门，两侧墙之间有{width}的缺口，请确认是门、窗还是敞口',
    en: "'{id}': a gap of {width} between walls, and no door is drawn there: say whether it is a door, a window or a passage",
  },
  narrow: {
    zh: '“{id}”：两间之间的墙在此处有{width}的缺口，图中未画门，请确认是门、窗、敞口，还是应当连续的墙（remove: true）',
    en: "'{id}': a gap of {width} in the wall between two rooms, and no door is drawn there: say whether it is a door, a window, a passage, or wall (remove: true)",
  },
  passage: {
    zh: '墙之间未画门的缺口，按映射（assume: {gaps: passage}）均为敞口',
    en: 'gaps between walls in which no door is drawn: passages, as the mapping says (assume: {gaps: passage})',
  },
  door: {
    zh: '墙之间未画门的缺口，按映射（assume: {gaps: door}）均为门',
    en: 'gaps between walls in which no door is drawn: doors, as the mapping says (assume: {gaps: door})',
  },
});
