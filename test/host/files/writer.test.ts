import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { replaceAll } from '../../../src/host/files/place.js';
import { codeOf, NotPlaced } from '../../../src/host/files/refusal.js';
import { writer } from '../../../src/host/files/writer.js';
import { Folder } from '../../support/folder.js';

const TEMPORARY = /^\.sitecam-(?:[0-9a-f]{16}-\d+-\d+-)?[0-9a-f]{16}\.tmp$/;

const silent = { 1: () => {}, 2: () => {} };

/** The code of what `work` is refused with. */
async function refused(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
  } catch (error) {
    return codeOf(error instanceof NotPlaced ? error.cause : error);
  }
  return 'nothing was refused';
}

describe('a file is written whole', () => {
  test('and until it is, what was there is there, under its name', async () => {
    const folder = new Folder({ 'r.json': 'old' });
    const seen: string[] = [];
    function* parts(): Generator<string> {
      yield 'new ';
      seen.push(folder.read('r.json'), ...readdirSync(folder.path).filter((name) => TEMPORARY.test(name)));
      yield 'text';
    }
    await writer(silent).write(folder.at('r.json'), parts());
    expect(seen).toEqual(['old', expect.stringMatching(TEMPORARY)]);
    expect(folder.read('r.json')).toBe('new text');
    expect(readdirSync(folder.path)).toEqual(['r.json']);
  });

  test('or not at all: a fault leaves what was there, and no folder that was made for nothing', async () => {
    const folder = new Folder({ 'r.json': 'old' });
    function* parts(): Generator<string> {
      yield 'half';
      throw new RangeError('in the report');
    }
    for (const path of ['r.json', 'new/deep/r.json']) {
      await expect(writer(silent).write(folder.at(path), parts())).rejects.toThrow(RangeError);
    }
    expect(folder.read('r.json')).toBe('old');
    expect(readdirSync(folder.path)).toEqual(['r.json']);
  });

  test('a new one for whom the umask says, another as it was', async () => {
    const folder = new Folder({ 'r.json': 'old' });
    chmodSync(folder.at('r.json'), 0o604);
    const before = process.umask(0o027);
    try {
      await writer(silent).write(folder.at('r.json'), ['new']);
      await writer(silent).write(folder.at('s.json'), ['new']);
    } finally {
      process.umask(before);
    }
    expect(statSync(folder.at('r.json')).mode & 0o777).toBe(0o604);
    expect(statSync(folder.at('s.json')).mode & 0o777).toBe(0o640);
  });

  test('never into a second name of what was there', async () => {
    const folder = new Folder({ 'plan.yaml': 'plan' });
    linkSync(folder.at('plan.yaml'), folder.at('r.json'));
    await writer(silent).write(folder.at('r.json'), ['report']);
    expect(folder.read('plan.yaml')).toBe('plan');
    expect(folder.read('r.json')).toBe('report');
  });

  test.each([
    ['a folder', '.', 'EISDIR'],
    ['below a file', 'file/r.json', 'ENOTDIR'],
    ['a name too long', `${'长'.repeat(90)}.json`, 'ENAMETOOLONG'],
    ['the name of a file too long by what comes beside it', `${'x'.repeat(255)}`, 'nothing was refused'],
  ])('not as %s', async (_, path, code) => {
    const folder = new Folder({ file: '' });
    expect(await refused(() => writer(silent).write(folder.at(path), ['report']))).toBe(code);
    expect(readdirSync(folder.path).filter((name) => TEMPORARY.test(name))).toEqual([]);
  });

  test.skipIf(!existsSync('/proc/self'))(
    'nor where a folder can’t be made, which is told and not waited for',
    async () => {
      expect(await refused(() => writer(silent).write('/proc/no/such/r.json', ['report']))).toBe('ENOENT');
    },
  );
});

describe('links', () => {
  test('out of their folder, or to nowhere, are not written through', async () => {
    const folder = new Folder({ 'mine.txt': 'mine', 'theirs/plan.yaml': '' });
    symlinkSync('../mine.txt', folder.at('theirs/r.json'));
    symlinkSync('../nowhere', folder.at('theirs/s.json'));
    for (const name of ['theirs/r.json', 'theirs/s.json']) {
      expect(await refused(() => writer(silent).write(folder.at(name), ['report']))).toBe('ELINKOUT');
      expect(await refused(() => writer(silent).replace(folder.at(name), 'report'))).toBe('ELINKOUT');
    }
    expect(folder.read('mine.txt')).toBe('mine');
    expect(existsSync(folder.at('nowhere'))).toBe(false);
  });

  test('put there while the file is written are replaced, or end it', async () => {
    const folder = new Folder({ 'mine/r.json': 'mine', 'theirs/plan.yaml': '', 'swapped/plan.yaml': '' });
    function* planting(): Generator<string> {
      yield 'report';
      symlinkSync('../mine/r.json', folder.at('theirs/r.json'));
    }
    await writer(silent).write(folder.at('theirs/r.json'), planting());
    expect(lstatSync(folder.at('theirs/r.json')).isFile()).toBe(true);
    function* swapping(): Generator<string> {
      yield 'report';
      renameSync(folder.at('swapped'), folder.at('aside'));
      symlinkSync('mine', folder.at('swapped'));
    }
    expect(await refused(() => writer(silent).write(folder.at('swapped/r.json'), swapping()))).toBe('ELINKOUT');
    expect(folder.read('mine/r.json')).toBe('mine');
    expect(readdirSync(folder.at('mine'))).toEqual(['r.json']);
  });
});

describe('the files of one run', () => {
  test('are put in their places when all of them are whole', async () => {
    const folder = new Folder({ 'r.json': 'old' });
    const files = writer(silent);
    await files.together(async () => {
      await files.write(folder.at('r.json'), ['new']);
      files.create(folder.at('s.json'), 'new');
      expect([folder.read('r.json'), existsSync(folder.at('s.json'))]).toEqual(['old', false]);
    });
    expect([folder.read('r.json'), folder.read('s.json')]).toEqual(['new', 'new']);
    expect(readdirSync(folder.path).sort()).toEqual(['r.json', 's.json']);
  });

  test('are none where the work fails, or one of them can’t be put there', async () => {
    const folder = new Folder({ 'r.json': 'old' });
    chmodSync(folder.at('r.json'), 0o600);
    const files = writer(silent);
    const fails = files.together(async () => {
      await files.write(folder.at('new/s.json'), ['new']);
      throw new RangeError('later');
    });
    await expect(fails).rejects.toThrow(RangeError);
    const was = statSync(folder.at('r.json')).ino;
    const late = files.together(async () => {
      await files.write(folder.at('r.json'), ['new']);
      await files.write(folder.at('s.json'), ['new']);
      await files.write(folder.at('t.json'), ['new']);
      mkdirSync(folder.at('t.json/in the way'), { recursive: true });
    });
    await expect(late).rejects.toThrow(NotPlaced);
    expect(readdirSync(folder.path).sort()).toEqual(['r.json', 't.json']);
    expect(folder.read('r.json')).toBe('old');
    expect(statSync(folder.at('r.json')).ino).toBe(was);
  });

  test('take no place that somebody else has taken meanwhile', async () => {
    const folder = new Folder();
    const files = writer(silent);
    const work = files.together(() => {
      files.create(folder.at('plan.geojson'), 'ours');
      files.create(folder.at('plan.yaml'), 'ours');
      writeFileSync(folder.at('plan.yaml'), 'theirs');
    });
    expect(await refused(() => work)).toBe('EAPPEARED');
    expect(folder.read('plan.yaml')).toBe('theirs');
    expect(readdirSync(folder.path)).toEqual(['plan.yaml']);
  });

  test('are not one file by two names', async () => {
    const folder = new Folder({ 'real/r.json': 'old' });
    symlinkSync('real', folder.at('link'));
    const files = writer(silent);
    const work = files.together(async () => {
      await files.write(folder.at('real/r.json'), ['one']);
      await files.write(folder.at('link/r.json'), ['two']);
    });
    expect(await refused(() => work)).toBe('ESAMEFILE');
    expect(folder.read('real/r.json')).toBe('old');
  });
});

describe('what a run that was killed left beside them', () => {
  const FOREIGN = `.sitecam-${'0'.repeat(16)}-${process.pid}-1-0123456789abcdef.tmp`;
  const UNMARKED = '.sitecam-0123456789abcdef.tmp';

  /** Names of what a run writes a file under: by the process of this test, which lives. */
  async function ownName(): Promise<string> {
    const folder = new Folder();
    const seen: string[] = [];
    function* parts(): Generator<string> {
      yield 'half';
      seen.push(...readdirSync(folder.path));
    }
    await writer(silent).write(folder.at('r.json'), parts());
    return seen[0];
  }

  /** What of these files is left when a report is written beside them, a number of hours after they were made. */
  async function left(folder: Folder, hours = 0): Promise<string[]> {
    const now = Date.now() + hours * 3600_000;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
    try {
      await writer(silent).write(folder.at('r.json'), ['report']);
    } finally {
      clock.mockRestore();
    }
    expect(folder.read('r.json')).toBe('report');
    return readdirSync(folder.path).filter((name) => name !== 'r.json');
  }

  test('is removed a day later where nobody can tell whether it lives: another machine, another system', async () => {
    for (const name of [FOREIGN, UNMARKED]) {
      expect(await left(new Folder({ [name]: 'half' }), 23), name).toEqual([name]);
      expect(await left(new Folder({ [name]: 'half' }), 25), name).toEqual([]);
    }
  });

  test('is not taken for old by what it is a second name of', async () => {
    const folder = new Folder({ [UNMARKED]: 'an old report, until the new one is in its place' });
    utimesSync(folder.at(UNMARKED), 1, 1);
    expect(await left(folder)).toEqual([UNMARKED]);
  });

  test.skipIf(!existsSync('/proc/self/ns/pid'))(
    'is removed at once where its process is gone, though another has its number by now',
    async () => {
      const own = await ownName();
      const dead = spawnSync(process.execPath, ['-e', '']).pid;
      const [host, , start, random] = own.slice('.sitecam-'.length).split('-');
      const other = `.sitecam-${host}-${dead}-${start}-${random}`;
      const reused = `.sitecam-${host}-${process.pid}-${Number(start) - 1}-${random}`;
      expect(await left(new Folder({ [own]: 'half', [other]: 'half', [reused]: 'half' }))).toEqual([own]);
    },
  );

  test.skipIf(!existsSync('/proc/self/ns/pid'))('stays while its process lives, however long that takes', async () => {
    const own = await ownName();
    expect(await left(new Folder({ [own]: 'half' }), 1000)).toEqual([own]);
  });

  test('is a file of its own form and of this user: nothing else is touched', async () => {
    const folder = new Folder({ 'mine.txt': 'mine', '.sitecam-notes.tmp': 'mine', 'x.sitecam-0.tmp': 'mine' });
    const linked = '.sitecam-1111111111111111.tmp';
    const made = '.sitecam-2222222222222222.tmp';
    symlinkSync('mine.txt', folder.at(linked));
    mkdirSync(folder.at(made));
    const all = readdirSync(folder.path);
    expect(await left(folder, 1000)).toEqual(all);
    const theirs = new Folder({ [UNMARKED]: 'half' });
    const user = vi.spyOn(process, 'getuid').mockReturnValue(4_000_000);
    try {
      expect(await left(theirs, 1000)).toEqual([UNMARKED]);
    } finally {
      user.mockRestore();
    }
  });

  test('is removed before a plan beside it is amended, too', () => {
    const folder = new Folder({ 'plan.yaml': 'old', [UNMARKED]: 'half' });
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3600_000);
    try {
      const [was, bytes] = ['old', 'new'].map((text) => new TextEncoder().encode(text));
      replaceAll([{ path: folder.at('plan.yaml'), was, bytes }]);
    } finally {
      clock.mockRestore();
    }
    expect(readdirSync(folder.path)).toEqual(['plan.yaml']);
    expect(folder.read('plan.yaml')).toBe('new');
  });
});

describe('what is no file', () => {
  test.skipIf(process.platform === 'win32')(
    'takes the parts as they come: a pipe that is read, and /dev/null',
    async () => {
      const folder = new Folder();
      execFileSync('mkfifo', [folder.at('pipe')]);
      const reader = spawn('cat', [folder.at('pipe')], { stdio: ['ignore', 'pipe', 'inherit'] });
      const arrived = text(reader.stdout);
      await writer(silent).write(folder.at('pipe'), ['whole ', 'report']);
      expect(await arrived).toBe('whole report');
      expect(lstatSync(folder.at('pipe')).isFIFO()).toBe(true);
      await writer(silent).write('/dev/null', ['report']);
      expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    },
  );

  test.skipIf(process.platform === 'win32')('is an error where nobody reads, or there is no room', async () => {
    const folder = new Folder();
    execFileSync('mkfifo', [folder.at('pipe')]);
    expect(await refused(() => writer(silent).write(folder.at('pipe'), ['report']))).toBe('ENOREADER');
    if (existsSync('/dev/full')) {
      expect(await refused(() => writer(silent).write('/dev/full', ['report']))).toBe('ENOSPC');
    }
    expect(await refused(() => writer(silent).write('/dev/fd/999999', ['report']))).toBe('EBADF');
  });

  test('is standard output by its name, in turn with what is said there', async () => {
    const said: (string | Uint8Array)[] = [];
    const files = writer({ 1: (part) => void said.push(part), 2: () => {} });
    await files.write('/dev/stdout', ['a', 'b']);
    await files.write('/dev/fd/1', ['c']);
    expect(said).toEqual(['a', 'b', 'c']);
  });
});
