// Texts of the outline.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('editor/outline', {
  deviceTypes: { zh: '设备型号', en: 'Device types' },
  waivers: { zh: '例外说明', en: 'Waivers' },
});
