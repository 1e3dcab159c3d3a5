import type { Messages } from '../i18n/message.js';
import { unreadableMessages } from '../plan/unreadable-messages.js';

/** What keeps a source from being read at all. */
export const problemMessages: Messages = {
  ...unreadableMessages,
  'import/no-collection': {
    zh: '不是 GeoJSON 要素集合（FeatureCollection）',
    en: 'this is no GeoJSON FeatureCollection',
  },
};
