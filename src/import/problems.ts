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
};
