import { classifyMessages } from './classify.js';
import { deviceMessages } from './devices/keys.js';
import { placeMessages } from './devices/places.js';
import { solidMessages } from './devices/solid.js';
import type { NoteMessages } from './notes.js';
import { collectionMessages } from './read/collection.js';
import { imdfMessages } from './read/imdf.js';

/** All that the record of an import can say. */
export const noteMessages = {
  ...collectionMessages,
  ...classifyMessages,
  ...deviceMessages,
  ...placeMessages,
  ...solidMessages,
  ...imdfMessages,
} as const satisfies NoteMessages;
