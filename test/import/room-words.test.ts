// Words of rooms as drawings shorten them.
import { expect, it } from 'vitest';
import { kindByWords } from '../../src/import/kinds/named.js';
import { pack } from './support.js';

it.each([
  ['Consultation', 'consulting-room'],
  ['Examination', 'consulting-room'],
  ['EXAM 3', 'consulting-room'],
  ['Clinic', 'consulting-room'],
  ['Treatment 1', 'consulting-room'],
  ['W.C.', 'restroom'],
  ['MEN TOIL.', 'restroom'],
  ['RR 2', 'restroom'],
  ['Women RR', 'restroom'],
  ['LAV.', 'restroom'],
  ['MASTER BATH', 'public-bathroom'],
  ['SHWR', 'public-bathroom'],
  ['W.I.C.', 'changing-room'],
  ['WIC', 'changing-room'],
  ['LKR RM', 'changing-room'],
  ['MEN LKR', 'changing-room'],
  ['CHG', 'changing-room'],
  ['男卫', 'restroom'],
  ['女卫2', 'restroom'],
  ['公卫', 'restroom'],
  ['M.WC', 'restroom'],
  ['盥洗', 'washroom'],
])('%s is a %s', (name, kind) => expect(kindByWords(name, pack)).toBe(kind));

it.each(['药房', '西药房', 'Final exam', 'Dental clinic hall', 'Water treatment', 'To exam', 'RR Donnelley'])(
  '%s is of no kind that a name could tell',
  (name) => expect(kindByWords(name, pack) ?? '').not.toMatch(/shop|consulting-room|restroom/),
);
