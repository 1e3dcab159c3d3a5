import { classifyMessages } from './classify.js';
import { deviceMessages } from './devices/keys.js';
import { placeMessages } from './devices/places.js';
import { solidMessages } from './devices/solid.js';
import { elevationMessages } from './elevations.js';
import type { NoteMessages } from './notes.js';
import { patchMessages } from './openings/patch.js';
import { pointMessages } from './openings/point.js';
import { collectionMessages } from './read/collection.js';
import { imdfMessages } from './read/imdf.js';
import { storeyMessages } from './read/osm/storeys.js';
import { plainMessages } from './read/plain.js';
import { repairMessages } from './repair/messages.js';
import { textMessages } from './repair/texts.js';
import { roomMessages } from './rooms/form.js';
import { labelMessages } from './rooms/label.js';

/** All that the record of an import can say. */
export const noteMessages = {
  ...collectionMessages,
  ...imdfMessages,
  ...storeyMessages,
  ...textMessages,
  ...classifyMessages,
  ...deviceMessages,
  ...placeMessages,
  ...solidMessages,
  ...repairMessages,
  ...pointMessages,
  ...patchMessages,
  ...plainMessages,
  ...roomMessages,
  ...labelMessages,
  ...elevationMessages,
} as const satisfies NoteMessages;
