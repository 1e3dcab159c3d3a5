// All texts of the import record in one table.

import { classifyMessages } from './classify/messages.js';
import { deviceMessages } from './devices/keys.js';
import { placeMessages } from './devices/places.js';
import { solidMessages } from './devices/solid.js';
import { frameMessages } from './frame.js';
import { kindMessages } from './kinds/messages.js';
import { unusedMessages } from './mapping/unused.js';
import type { NoteMessages } from './notes.js';
import { patchMessages } from './openings/patch.js';
import { pointMessages } from './openings/point.js';
import { collectionMessages } from './read/collection.js';
import { dxfMessages } from './read/dxf/messages.js';
import { imdfMessages } from './read/imdf/imdf.js';
import { storeyMessages } from './read/osm/storeys.js';
import { plainMessages } from './read/plain.js';
import { importRepairMessages } from './repair/messages.js';
import { textMessages } from './repair/texts.js';
import { labelMessages } from './rooms/label.js';
import { roomMessages } from './rooms/messages.js';
import { elevationMessages } from './support/elevations.js';

/** Texts of every note an import can write, by message id, in the order of the stages. */
export const noteMessages = {
  ...collectionMessages,
  ...imdfMessages,
  ...storeyMessages,
  ...plainMessages,
  ...dxfMessages,
  ...textMessages,
  ...frameMessages,
  ...classifyMessages,
  ...kindMessages,
  ...deviceMessages,
  ...placeMessages,
  ...solidMessages,
  ...unusedMessages,
  ...importRepairMessages,
  ...roomMessages,
  ...labelMessages,
  ...pointMessages,
  ...patchMessages,
  ...elevationMessages,
} as const satisfies NoteMessages;
