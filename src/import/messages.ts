import { classifyMessages } from './classify.js';
import { deviceMessages } from './devices/keys.js';
import { placeMessages } from './devices/places.js';
import { solidMessages } from './devices/solid.js';
import type { NoteMessages } from './notes.js';
import { pointMessages } from './openings/point.js';
import { collectionMessages } from './read/collection.js';
<<<<<<< HEAD
import { imdfMessages } from './read/imdf.js';
=======
import { storeyMessages } from './read/osm/storeys.js';
>>>>>>> 794c523 (OSM indoor tagging has a reader of its own: levels as people write them, repeats, doors laid along the walls of the rooms they join)

/** All that the record of an import can say. */
export const noteMessages = {
  ...collectionMessages,
<<<<<<< HEAD
  ...classifyMessages,
  ...deviceMessages,
  ...placeMessages,
  ...solidMessages,
  ...imdfMessages,
=======
  ...storeyMessages,
  ...classifyMessages,
  ...pointMessages,
>>>>>>> 794c523 (OSM indoor tagging has a reader of its own: levels as people write them, repeats, doors laid along the walls of the rooms they join)
} as const satisfies NoteMessages;
