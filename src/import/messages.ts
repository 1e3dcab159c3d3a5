import { classifyMessages } from './classify.js';
import type { NoteMessages } from './notes.js';
import { collectionMessages } from './read/collection.js';

/** All that the record of an import can say. */
export const noteMessages = { ...collectionMessages, ...classifyMessages } as const satisfies NoteMessages;
