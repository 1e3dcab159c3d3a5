import type { Messages } from '../i18n/message.js';
import { unreadableMessages } from '../plan/unreadable-messages.js';
import { zipMessages } from './read/zip.js';

/** What keeps a source from being read at all. */
export const problemMessages: Messages = {
  ...unreadableMessages,
  ...zipMessages,
  'import/no-files': {
    zh: '没有可以导入的文件（.geojson、.json、.dxf）；{found}。',
    en: 'no file to import (.geojson, .json, .dxf); {found}.',
  },
  'import/no-collection': {
    zh: '不是 GeoJSON 要素集合（FeatureCollection）',
    en: 'this is no GeoJSON FeatureCollection',
  },
  'import/crs': {
    zh: '坐标参照系“{crs}”不是经纬度：请转换为 WGS 84 经纬度，或者在映射中注明 coordinates: metres（平面坐标，单位不是米的另注 unit）',
    en: "the coordinate reference system '{crs}' is not longitude and latitude: convert it to WGS 84, or say 'coordinates: metres' in the mapping (and 'unit' where a unit isn't a metre)",
  },
  'import/not-degrees': {
    zh: '坐标“{at}”超出经纬度范围：平面坐标须在映射中注明 coordinates: metres（单位不是米的另注 unit）',
    en: "the position '{at}' is beyond longitude and latitude: plane coordinates need 'coordinates: metres' in the mapping (and 'unit' where a unit isn't a metre)",
  },
};
