// Texts on how rooms were formed.

import type { NoteMessages } from '../notes.js';

/** Texts of notes on forming rooms, by message id. */
export const roomMessages = {
  'rooms/formed': {
    zh: '来源未画房间，由墙、门、窗围成（没有画门的洞口两侧算作一间）',
    en: 'rooms formed of walls, doors and windows, since the source draws none (two are one through a gap without a door)',
  },
  'rooms/missing': {
    zh: '墙、门、窗围成、来源未画为房间的空间，补作房间',
    en: 'spaces between walls, doors and windows that the source draws no room in: made rooms',
  },
  'rooms/gap': {
    zh: '墙、门、窗之间{width}的缝隙已闭合，否则两侧连成一间',
    en: 'a gap of {width} between walls, doors or windows is closed: through it two rooms would be one',
  },
  'rooms/open-gap': {
    zh: '墙、门、窗之间有{width}的缝隙，两侧连成一间',
    en: 'through a gap of {width} between walls, doors or windows two rooms are one',
  },
  'rooms/named': {
    zh: '来源所画区域占房间大半，房间即按其名称和用途，轮廓取墙的内侧',
    en: "zones of the source that fill most of a room: the room is what they are, drawn by its walls' inner faces",
  },
  'rooms/nested': {
    zh: '来源所画区域只占房间一部分，保留在房间内，四周不算有墙（enclosed: false）',
    en: 'zones of the source that fill only a part of a room: kept within it, without walls (enclosed: false)',
  },
  'rooms/unwalled': {
    zh: '房间有一段边上没有墙、门、窗，不算围合（enclosed: false）',
    en: 'rooms with a stretch of edge where no wall, door or window stands: not enclosed (enclosed: false)',
  },
  'rooms/walls': {
    zh: '墙和柱四周都是房间，其线已是房间的边界，不另写为墙',
    en: 'walls and pillars with rooms all round: their faces are the edges of the rooms, so they are no walls besides',
  },
  'rooms/scraps': {
    zh: '围成的空隙不足{least} m²或者处处窄于{width} m，不作房间',
    en: 'spaces of less than {least} m² or nowhere wider than {width} m: no rooms',
  },
} as const satisfies NoteMessages;
