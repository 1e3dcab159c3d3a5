// Changes of files that no event tells of, and what counts as a change.
import { expect, onTestFinished, test } from 'vitest';
import { guardedIo } from '../../../src/host/guarded-io.js';
import type { Io } from '../../../src/host/io.js';
import { Sightings } from '../../../src/host/watch/sightings.js';
import { createWatch } from '../../../src/host/watch/watch.js';
import { Folder } from '../../support/folder.js';

/** A disk of a network: it takes whoever wants to be told, and tells of nothing. */
const silent = (io: Io): Io => ({ ...io, watch: () => () => {} });
/** A folder that can't be watched at all. */
const closed = (io: Io): Io => ({ ...io, watch: () => undefined });

function saw(folder: Folder, change: (io: Io) => Io, look: (io: Io) => void) {
  let interrupt = () => {};
  onTestFinished(() => interrupt());
  const io = guardedIo(
    change({
      ...folder.io({ out: '', err: '' }),
      onInterrupt: (act) => {
        interrupt = act;
        return () => {};
      },
    }),
  );
  const seen = new Sightings(io);
  look(seen.io);
  return { io, seen };
}

/** Calls `act` after the look for changes before anybody watched: from then on only events or polls can tell. */
function afterLook(seen: Sightings, act: () => void): () => readonly Sightings[] {
  let looks = 0;
  return () => {
    looks += 1;
    if (looks === 2) queueMicrotask(act);
    return [seen];
  };
}

const reads = (io: Io) => io.read('a.yaml');

test.each([
  ['that are looked at', silent, true],
  ['where nothing can be watched', closed, false],
])('files %s are found changed without an event', async (_, disk, poll) => {
  const folder = new Folder({ 'a.yaml': '1' });
  const { io, seen } = saw(folder, disk, reads);
  const woken = createWatch(io, { poll, settle: 1, every: 2 }).wait(() => [seen]);
  folder.write({ 'a.yaml': '2' });
  expect(await woken).toBe('changed');
});

test('a disk that tells nothing of our own write is looked at from then on', async () => {
  const folder = new Folder({ 'a.yaml': '1' });
  const { io, seen } = saw(folder, silent, reads);
  const watch = createWatch(io, { poll: false, settle: 1, every: 2, patience: 3 });
  const woken = watch.wait(
    afterLook(seen, () => {
      folder.write({ 'a.yaml': '2' });
      watch.wrote();
    }),
  );
  expect(await woken).toBe('changed');
});

test.each<[string, (io: Io) => unknown, (folder: Folder) => void]>([
  ['a file that was not there', (io) => io.exists('b.yaml'), (folder) => folder.write({ 'b.yaml': '' })],
  ['a file in a folder that was not there', (io) => io.read('b/c.yaml'), (folder) => folder.write({ 'b/c.yaml': '' })],
  ['another file in a folder that was listed', (io) => io.list('.'), (folder) => folder.write({ 'b.yaml': '' })],
  ['a file that was only looked at', (io) => io.peek('a.yaml'), (folder) => folder.write({ 'a.yaml': '2' })],
  ['a file that a thread has read', (io) => io.haveRead('a.yaml'), (folder) => folder.write({ 'a.yaml': '2' })],
])('%s is a change that the system tells of', async (_, look, change) => {
  const folder = new Folder({ 'a.yaml': '1' });
  const every = (io: Io): Io => ({ ...io, watch: (path, act) => io.watch(path, act) ?? expect.fail(path) });
  const { io, seen } = saw(folder, every, look);
  const watch = createWatch(io, { poll: false, settle: 1, every: 1e6 });
  const woken = watch.wait(
    afterLook(seen, () => {
      expect(seen.hasChanged()).toBe(false);
      change(folder);
    }),
  );
  expect(await woken).toBe('changed');
});

test('a change while nobody waited is found at once', async () => {
  const folder = new Folder({ 'a.yaml': '1' });
  const { io, seen } = saw(folder, silent, reads);
  folder.write({ 'a.yaml': '2' });
  expect(await createWatch(io, { poll: false, settle: 1 }).wait(() => [seen])).toBe('changed');
});
