// All texts of the import record in one table.

import { templatesOf } from '../i18n/catalogue.js';
import type { Messages } from '../i18n/message.js';
import * as classify from './classify/texts.js';
import * as devices from './devices/texts.js';
import * as kinds from './kinds/texts.js';
import { unused } from './mapping/texts.js';
import * as openings from './openings/texts.js';
import { dxfMessages } from './read/dxf/messages.js';
import * as imdf from './read/imdf/texts.js';
import * as osm from './read/osm/texts.js';
import * as read from './read/texts.js';
import * as repair from './repair/texts.js';
import * as rooms from './rooms/texts.js';
import * as support from './support/texts.js';

const TEXTS = [classify, devices, kinds, { unused }, openings, imdf, osm, read, repair, rooms, support];

/** Templates of every note an import can write, by message id. */
export const noteMessages: Messages = {
  ...templatesOf(...TEXTS.flatMap((texts) => Object.values<object>(texts))),
  ...dxfMessages,
};
