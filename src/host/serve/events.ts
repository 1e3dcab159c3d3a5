// The streams on which pages hear of changes.

import type { ServerResponse } from 'node:http';
import { BEAT, type LiveEvent } from '../../live/files-protocol.js';

/** Most bytes that wait for a page to take them. One that takes none is dropped, and comes back for the whole. */
const MOST_WAITING = 64e6;

/** The open event streams of live pages, to all of which events are sent. */
export class Events {
  private readonly open = new Set<ServerResponse>();
  private readonly beating = setInterval(() => this.send({ beat: true }), BEAT);

  /** Goes on with an answer whose head is written, until it is closed. */
  add(response: ServerResponse): void {
    this.open.add(response);
    response.on('close', () => this.open.delete(response));
    // The first line tells the page that from now on it misses nothing.
    response.write(line({ beat: true }));
  }

  /** Tells all pages of an event. */
  send(event: LiveEvent): void {
    const text = line(event);
    for (const response of this.open) {
      if (response.writableLength > MOST_WAITING) response.destroy();
      else response.write(text);
    }
  }

  /** Ends all streams. */
  close(): void {
    clearInterval(this.beating);
    for (const response of this.open) response.end();
  }
}

function line(event: LiveEvent): string {
  return `${JSON.stringify(event)}\n`;
}
