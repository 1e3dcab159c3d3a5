// Texts on how rooms were formed, and on points that describe them.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on forming rooms. */
export const t = catalogue('rooms', {
  formed: {
    zh: '来源未画房间，由墙、门、窗围成（没有画门的洞口两侧算作一间）',
    en: 'rooms formed of walls, doors and windows, since the source draws none (two are one through a gap without a door)',
  },
  missing: {
    zh: '墙、门、窗围成、来源未画为房间的空间，补作房间',
    en: 'spaces between walls, doors and windows that the source draws no room in: made rooms',
  },
  across: {
    zh: '洞口处墙线断开、且两侧都没有房间的，按墙在洞口处连续处理',
    en: 'doors and windows in broken walls that no room ends at: the wall goes on across them',
  },
  gap: {
    zh: '墙、门、窗之间{width}的缝隙已闭合，否则两侧连成一间或者与室外连通',
    en: 'a gap of {width} between walls, doors or windows is closed: through it two rooms would be one, or a room would be open to the outside',
  },
  'open-gap': {
    zh: '墙、门、窗之间有{width}的缝隙，两侧连成一间或者与室外连通',
    en: 'through a gap of {width} between walls, doors or windows two rooms are one, or a room is open to the outside',
  },
  named: {
    zh: '来源所画区域占房间大半，房间即按其名称和用途，轮廓取墙的内侧',
    en: "zones of the source that fill most of a room: the room is what they are, drawn by its walls' inner faces",
  },
  nested: {
    zh: '来源所画区域只占房间一部分，保留在房间内，四周不算有墙（enclosed: false）',
    en: 'zones of the source that fill only a part of a room: kept within it, without walls (enclosed: false)',
  },
  unwalled: {
    zh: '房间有一段边上没有墙、门、窗，不算围合（enclosed: false）',
    en: 'rooms with a stretch of edge where no wall, door or window stands: not enclosed (enclosed: false)',
  },
  walls: {
    zh: '墙和柱四周都是房间，其线已是房间的边界，不另写为墙',
    en: 'walls and pillars with rooms all round: their faces are the edges of the rooms, so they are no walls besides',
  },
  inner: {
    zh: '画在墙体之内、与他线重合或者不足5毫米的线，不另写为墙',
    en: 'lines within the body of a wall, along another line or shorter than 5 mm: no walls besides',
  },
  ends: {
    zh: '墙的端头、转角没有画线，已按墙厚补齐',
    en: 'ends and corners of walls where no line is drawn: closed, as thick as the wall is',
  },
  stairs: {
    zh: '房间内没有名称，大部分为间距相等的踏步，视为楼梯间',
    en: 'a room without a name, most of it under evenly spaced treads: taken for stairs',
  },
  grid: {
    zh: '墙的图层上由单线分成大小相近的{cells}格，没有门窗、名称和设备，视为玻璃顶、架空地板等的分格，合为一处',
    en: '{cells} closed cells of about one size with single lines between them and no door, window, name or device: a grid such as a glass roof, taken as one space',
  },
  'grid-part': {
    zh: '墙的图层上由单线分成大小相近的{cells}格，没有门窗、名称和设备，视为柜、架等的分格，归入所在房间',
    en: '{cells} closed cells of about one size with single lines between them and no door, window, name or device: shelves or lockers, a part of the room they stand in',
  },
  scraps: {
    zh: '围成的空隙不足{least} m²或者处处窄于{width} m，不作房间',
    en: 'spaces of less than {least} m² or nowhere wider than {width} m: no rooms',
  },
});

/** Notes of the import record on labels: points that name the room they stand in, or say its use. */
export const labels = catalogue('labels', {
  taken: {
    zh: '房间按其内的点命名或者认定用途',
    en: 'rooms that a point in them names or says the use of',
  },
  idle: {
    zh: '点“{said}”未说明所在房间尚缺的名称或者用途',
    en: "points '{said}' that say nothing of their room that it lacks",
  },
  astray: {
    zh: '点“{said}”未注明楼层，可能在别的楼层，不据以认定房间的名称和用途',
    en: "points '{said}' that name no level, and may stand on another: not taken to say what a room is",
  },
  private: {
    zh: '“{name}”（{kind}）处没有画出房间，设计图中没有该区域，不会按其审查：请补画该房间的轮廓',
    en: "no room is drawn where '{name}' ({kind}) stands: the plan has no such zone and nothing is judged by it; draw its outline",
  },
  'private-won': {
    zh: '来源称同一房间为“{given}”，又称“{said}”，两者不一：按涉及隐私的{kind}处理，请核对',
    en: "the source calls one room '{given}' and also '{said}': taken as {kind}, the private one; check it",
  },
  'private-open': {
    zh: '“{said}”所指可能是“{given}”，也可能是相邻房间或者其中一部分：用途未认定，请写明（{kind}的，须另画轮廓或者改写类型）',
    en: "'{said}' may be of '{given}', of a neighbour or of a part of it: its use is left open; say what it is, or draw the {kind} by itself",
  },
  sign: {
    zh: '“{said}”位于供人通行、聚集的“{given}”内，视为指示标识，用途不变；该处确有{kind}的，请补画其轮廓',
    en: "'{said}' stands in '{given}', where people pass or gather: taken for a sign, and the kind stays; where there is a {kind}, draw its outline",
  },
  outside: { zh: '点“{said}”不在任何房间内', en: "points '{said}' that lie in no room" },
  alone: {
    zh: '只有点“{said}”，没有画出可以对应的房间',
    en: "only points '{said}', and no room is drawn that they could name",
  },
  others: { zh: '{names}等', en: '{names} and others' },
  differ: {
    zh: '点称其所在房间为“{said}”，房间自身为“{kind}”，以房间自身为准',
    en: "a point calls its room '{said}', the room itself is '{kind}': the room is believed",
  },
  several: {
    zh: '同一房间内的点称其用途不一（{said}），用途未认定',
    en: 'points in one room say different things of it ({said}): its kind is not told',
  },
  called: { zh: '{name}（{kind}）', en: '{name} ({kind})' },
  between: { zh: '、', en: ', ' },
});
