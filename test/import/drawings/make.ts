// The drawings of the measure, made when they are wanted.

import { bank } from './plans/bank.js';
import { clinic } from './plans/clinic.js';
import { dormitory } from './plans/dormitory.js';
import { flats } from './plans/flats.js';
import { hotel } from './plans/hotel.js';
import { ktv } from './plans/ktv.js';
import { office } from './plans/office.js';
import { school } from './plans/school.js';
import { station } from './plans/station.js';
import { supermarket } from './plans/supermarket.js';
import type { Source } from './source.js';

/** All drawings, by name. */
export const MADE: Readonly<Record<string, () => Source>> = {
  bank,
  clinic,
  dormitory,
  flats,
  hotel,
  ktv,
  office,
  school,
  station,
  supermarket,
};
