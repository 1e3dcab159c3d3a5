import type { Tree } from './layout.js';

/** A small hotel in which everything is spelled right. */
export const HOTEL: Tree = {
  sitecam: 1,
  site: { name: '旅店', categories: ['hotel'], region: '150102' },
  coordinates: 'metres',
  levels: [
    {
      id: 'F1',
      name: '一层',
      ceiling: 3,
      zones: [
        { id: 'hall-1', kind: 'corridor', name: '走廊', rect: [0, 2, 12, 2] },
        { id: 'r101', kind: 'guest-room', name: '客房', rect: [4, 4, 4, 5] },
        { id: 'wc', kind: 'restroom', name: '卫生间', rect: [8, 4, 3, 5] },
        { id: 'lobby', kind: 'lobby', name: '大堂', rect: [0, 0, 12, 2], roles: ['main-entrance'] },
      ],
      openings: [
        {
          id: 'd-101',
          kind: 'door',
          line: [
            [5, 4],
            [5.9, 4],
          ],
        },
        {
          id: 'p-1',
          kind: 'passage',
          line: [
            [0.5, 2],
            [2.5, 2],
          ],
        },
        {
          id: 'd-wc',
          kind: 'window',
          glazing: 'frosted',
          line: [
            [9, 4],
            [9.9, 4],
          ],
        },
      ],
      devices: [
        { id: 'C1', kind: 'camera', type: 'dome-4mp', at: [11.9, 3], heading: 270, status: 'planned' },
        { id: 'R1', kind: 'access-reader', at: [5, 3.9], opening: 'd-101' },
        { id: 'S1', kind: 'smoke-detector', at: [9, 6], height: 3 },
      ],
    },
  ],
  deviceTypes: {
    'dome-4mp': { kind: 'camera', height: 2.7, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: 'none' },
  },
};

/** Exact other names and spellings of its words, by the word; keys end in `:`. */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'site:': ['Site'],
  'name:': ['名称', 'label'],
  'categories:': ['类别', 'Categories'],
  'region:': ['regionCode'],
  'coordinates:': ['Coordinates'],
  'levels:': ['floors', '楼层'],
  'zones:': ['rooms', '区域'],
  'openings:': ['门窗'],
  'devices:': ['设备'],
  'deviceTypes:': ['device_types', 'DeviceTypes'],
  'id:': ['ID', '编号'],
  'kind:': ['类型'],
  'rect:': ['Rect'],
  'roles:': ['Roles'],
  'line:': ['polyline'],
  'at:': ['position', '位置'],
  'height:': ['mountHeight', '安装高度'],
  'heading:': ['azimuth', '方位角'],
  'tilt:': ['俯角'],
  'type:': ['型号'],
  'hfov:': ['horizontal-fov', '水平视场角'],
  'resolution:': ['分辨率'],
  'audio:': ['Audio'],
  'ceiling:': ['层高'],
  'opening:': ['Opening'],
  'status:': ['状态'],
  'glazing:': ['GLAZING'],
  corridor: ['hallway', 'Corridor'],
  'guest-room': ['guestroom', 'Guest Room'],
  restroom: ['toilet', 'rest-room', 'REST_ROOM'],
  lobby: ['foyer', 'Lobby'],
  door: ['Door'],
  passage: ['Passage'],
  window: ['Window'],
  camera: ['cctv'],
  'access-reader': ['access_reader'],
  'smoke-detector': ['smoke_detector'],
  hotel: ['旅店', 'Hotel'],
  metres: ['Metres'],
  planned: ['PLANNED'],
  frosted: ['Frosted'],
  'dome-4mp': ['Dome-4MP', 'dome_4mp'],
  'main-entrance': ['主要出入口'],
};

/** Names that are written wherever they are meant, unlawfully. */
export const UNLAWFUL: Readonly<Record<string, readonly string[]>> = {
  'd-101': ['d 101', 'd/101', 'd>101', 'd-\u200b101', 'd / 101'],
  'hall-1': ['hall 1', 'hall>1', 'ha\u00adll-1'],
  'p-1': ['p\u00a01', 'p  1'],
};
