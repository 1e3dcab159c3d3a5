import type { Site } from '../plan/model.js';
import type { Assumption } from './types.js';

export function assumptionsOf(site: Site, today: string): Assumption[] {
  return [
    { what: { zh: '审查日期', en: 'Day' }, value: { zh: today, en: today }, origin: 'run' },
    { what: { zh: '审查依据', en: 'Judged by' }, value: site.pack.notice, origin: 'law' },
  ];
}
