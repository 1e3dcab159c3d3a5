// All texts of the import record in one table.

import { templatesOf } from '../i18n/catalogue.js';
import type { Messages } from '../i18n/message.js';
import * as classify from './classify/texts.js';
import * as devices from './devices/texts.js';
import * as kinds from './kinds/texts.js';
import { unusedMessages } from './mapping/unused.js';
import * as openings from './openings/texts.js';
import { collectionMessages } from './read/collection.js';
import { dxfMessages } from './read/dxf/messages.js';
import { imdfMessages } from './read/imdf/imdf.js';
import { storeyMessages } from './read/osm/storeys.js';
import { plainMessages } from './read/plain.js';
import { importRepairMessages } from './repair/messages.js';
import { textMessages } from './repair/texts.js';
import * as rooms from './rooms/texts.js';
import * as support from './support/texts.js';

/** Templates of every note an import can write, by message id. */
export const noteMessages: Messages = {
  ...templatesOf(...[classify, devices, kinds, openings, rooms, support].flatMap((texts) => Object.values(texts))),
  ...collectionMessages,
  ...imdfMessages,
  ...storeyMessages,
  ...plainMessages,
  ...dxfMessages,
  ...textMessages,
  ...unusedMessages,
  ...importRepairMessages,
};
