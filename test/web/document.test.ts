// A plan on a page while the store or the worker hasn't answered yet: nothing is lost, and nothing comes back.
import { expect, test } from 'vitest';
import type { Locale } from '../../src/i18n/locale.js';
import { changing, wordsIn } from '../../src/report/html/texts.js';
import type { TextEdit } from '../../src/source/edit/splice.js';
import { failureIn } from '../../src/web/failure.js';
import { type Judge, LiveDocument, type PlanFile, type Stored } from '../../src/web/live/document.js';
import type { Step, Tell } from '../../src/web/messages.js';
import { wordsOf } from '../../src/web/page/words.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const fileOf = (text: string): PlanFile => ({ bytes: bytes(text), sha256: text });
const edit = (path: string, text: string, of: number): TextEdit => ({ path, from: 0, to: of, text });

/** A plan with a worker that answers every change by the same edits, and a store that keeps files by their text. */
function opened(files: Readonly<Record<string, string>>, edits: readonly TextEdit[] = []) {
  const asked: string[] = [];
  /** How the worker that was started last ends, and whether workers still answer. */
  const engine = { end: () => {}, answers: true, isLoaded: true, started: 0, refusal: undefined as string | undefined };
  const step = () =>
    ({ tell: 'step', revision: 2, state: 'current', faults: [], refused: engine.refusal }) as unknown as Step;
  const disk = new Map(Object.entries(files));
  const start = (): Judge => {
    const listeners: Record<string, (event: never) => void> = {};
    engine.started += 1;
    engine.end = () => listeners.error?.((engine.isLoaded ? { message: 'boom' } : {}) as never);
    return {
      addEventListener: (type: string, listener: (event: never) => void) => {
        listeners[type] = listener;
      },
      postMessage: (ask) => {
        asked.push(ask.ask === 'attempt' ? `attempt ${ask.changes.length}` : ask.ask);
        const undo = edits.map((one) => edit(one.path, files[one.path] ?? '', one.text.length));
        const tell: Tell =
          ask.ask === 'commit'
            ? { tell: 'committed', step: step(), edits: [...edits], undo }
            : ask.ask === 'open'
              ? { tell: 'opened', page: {} as never, step: step() }
              : step();
        if (engine.answers) queueMicrotask(() => listeners.message?.({ data: tell } as never));
      },
      terminate: () => {},
    };
  };
  const store = {
    refused: new Set<string>(),
    write: async (path: string, sha256: string, made: readonly TextEdit[]): Promise<Stored> => {
      if (store.refused.has(path) || disk.get(path) !== sha256) return { ok: false, reason: `no ${path}` };
      const now = made[0]?.text ?? '';
      disk.set(path, now);
      return { ok: true, sha256: now };
    },
  };
  const notices: string[] = [];
  const shown = { notice: '' };
  const all = new Map(Object.entries(files).map(([path, text]) => [path, fileOf(text)]));
  const plan = new LiveDocument(
    start,
    store,
    { path: 'plan', files: all, options: {} as never, locale: 'en', version: '0' },
    {
      step: () => {},
      record: () => {},
      notice: (text) => {
        shown.notice = text;
        if (text !== '') notices.push(text);
      },
      failed: (message) => notices.push(`failed: ${message}`),
    },
    { changedElsewhere: 'elsewhere' },
  );
  return { plan, store, disk, asked, notices, shown, engine };
}

const change = [{ change: 'remove', device: 'C1' }] as const;

test('files from before a change that is being written do not come back', async () => {
  const { plan, disk, notices } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  const committed = plan.commit(change);
  await plan.take(new Map([['plan', fileOf('a')]]));
  expect(await committed).toBe(true);
  expect([plan.text('plan'), disk.get('plan'), plan.canUndo.value, notices]).toEqual(['b', 'b', true, []]);
  // What is another since is taken.
  await plan.take(new Map([['plan', fileOf('c')]]));
  expect([plan.text('plan'), plan.canUndo.value, notices]).toEqual(['c', false, ['elsewhere']]);
  await plan.take(new Map([['plan', fileOf('a')]]));
  expect(plan.text('plan')).toBe('a');
});

test('an undo that could not be written can be tried again', async () => {
  const { plan, store, disk } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  await plan.commit(change);
  store.refused.add('plan');
  expect([await plan.undo(), plan.canUndo.value, disk.get('plan')]).toEqual([false, true, 'b']);
  store.refused.clear();
  expect([await plan.undo(), plan.canUndo.value, disk.get('plan')]).toEqual([true, false, 'a']);
});

test('what could be made again cannot once the file was changed elsewhere', async () => {
  const { plan, notices } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  await plan.commit(change);
  await plan.undo();
  await plan.take(new Map([['plan', fileOf('c')]]));
  expect([plan.canRedo.value, notices]).toEqual([false, ['elsewhere']]);
});

test('of a change of two files both are written, or none; and both are undone at once', async () => {
  const both = [edit('plan', 'b', 1), edit('zones', 'y', 1)];
  const { plan, store, disk } = opened({ plan: 'a', zones: 'x' }, both);
  const now = () => [...disk.values()].join('');
  store.refused.add('zones');
  expect([await plan.commit(change), now(), plan.text('plan'), plan.canUndo.value]).toEqual([false, 'ax', 'a', false]);
  store.refused.clear();
  expect([await plan.commit(change), now(), plan.canUndo.value]).toEqual([true, 'by', true]);
  expect([await plan.undo(), now(), plan.canUndo.value, plan.canRedo.value]).toEqual([true, 'ax', false, true]);
  expect([await plan.redo(), now(), plan.canUndo.value, plan.canRedo.value]).toEqual([true, 'by', true, false]);
  store.refused.add('plan');
  expect([await plan.undo(), now(), plan.canUndo.value, plan.canRedo.value]).toEqual([false, 'by', true, false]);
});

test('what is being tried is shown again after the files were shown', async () => {
  const { plan, asked } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  await plan.commit(change);
  await plan.attempt(change);
  await plan.take(new Map([['zones', fileOf('x')]]));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([asked.slice(-2), plan.isTrying.value]).toEqual([['open', 'attempt 1'], true]);
  await plan.undo();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([asked.slice(-2), plan.isTrying.value]).toEqual([['text', 'attempt 1'], true]);
  await plan.attempt([]);
  await plan.redo();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([asked.at(-1), plan.isTrying.value]).toEqual(['text', false]);
});

test('a worker that ends is told of, and another takes the plan and what still waits', async () => {
  const { plan, disk, asked, notices, engine } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  await plan.open();
  await plan.look({ level: 2, device: 'C1' });
  engine.answers = false;
  const tried = plan.attempt(change);
  const committed = plan.commit(change);
  await Promise.resolve();
  asked.length = 0;
  engine.answers = true;
  engine.end();
  await tried;
  expect([await committed, disk.get('plan'), plan.canUndo.value]).toEqual([true, 'b', true]);
  expect(asked).toEqual(['open', 'look', 'commit']);
  expect([notices, engine.started, plan.catchUp()]).toEqual([['failed: boom'], 2, undefined]);
});

test('a change on which the worker ends is not made, and the next one is', async () => {
  const { plan, disk, notices, engine } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  await plan.open();
  engine.answers = false;
  const committed = plan.commit(change);
  await Promise.resolve();
  engine.answers = true;
  engine.end();
  expect([await committed, disk.get('plan'), notices]).toEqual([false, 'a', ['failed: boom']]);
  expect([await plan.commit(change), disk.get('plan')]).toEqual([true, 'b']);
});

test('a plan on which every worker ends is not given to workers without end', async () => {
  const { plan, asked, notices, engine } = opened({ plan: 'a' });
  await plan.open();
  asked.length = 0;
  engine.answers = false;
  const looked = plan.look({ level: 0, device: undefined });
  engine.end();
  await looked;
  engine.end();
  const recorded = plan.record();
  engine.end();
  await recorded;
  expect([engine.started, asked.splice(0)]).toEqual([4, ['look', 'open', 'look', 'open', 'look', 'record']]);
  engine.answers = true;
  await plan.look({ level: 1, device: undefined });
  expect(asked).toEqual(['open', 'look', 'look']);
  expect(notices).toEqual(['failed: boom', 'failed: boom', 'failed: boom']);
});

test('a worker that cannot be loaded ends without a message, which is told as such', async () => {
  const { plan, notices, engine } = opened({ plan: 'a' });
  [engine.answers, engine.isLoaded] = [false, false];
  const shown = plan.open();
  engine.end();
  await expect(shown).rejects.toThrow(/^$/);
  expect(notices).toEqual(['failed: ']);
  const words = (locale: Locale) => wordsOf({ words: wordsIn(locale, changing) });
  expect(failureIn(words('zh-CN'), '')).toBe(
    '审查所用的脚本无法载入，没有结论。请先确认 sitecam dev 仍在运行，再重新载入本页。',
  );
  expect(failureIn(words('en'), '')).toBe(
    "The script that judges the plan can't be loaded, so there is no verdict. Check that sitecam dev still runs, then reload this page.",
  );
  expect(failureIn(words('en'), 'boom')).toContain('at this step: boom.');
});

test('workers that end before anything is asked of them are not started without end', async () => {
  const { plan, asked, notices, engine } = opened({ plan: 'a' });
  await plan.open();
  engine.answers = false;
  const looked = plan.look({ level: 0, device: undefined });
  engine.end();
  engine.end();
  await looked;
  const { started } = engine;
  // As if the server that has its script were gone.
  for (let i = 0; i < 5; i += 1) engine.end();
  expect([engine.started, notices.length]).toEqual([started, 2]);
  [engine.answers, asked.length] = [true, 0];
  await plan.look({ level: 1, device: undefined });
  expect([engine.started, asked]).toEqual([started + 1, ['open', 'look', 'look']]);
});

test('what was told goes once the plan is changed, taken back or given up', async () => {
  const { plan, store, shown } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  store.refused.add('plan');
  await plan.commit(change);
  expect(shown.notice).toBe('no plan');
  store.refused.clear();
  await plan.commit(change);
  expect(shown.notice).toBe('');
  store.refused.add('plan');
  await plan.undo();
  expect(shown.notice).toBe('no plan');
  store.refused.clear();
  await plan.undo();
  expect(shown.notice).toBe('');
  shown.notice = 'of a trial';
  await plan.attempt(change);
  expect(shown.notice).toBe('of a trial');
  await plan.attempt([]);
  expect(shown.notice).toBe('');
  shown.notice = 'of before';
  await plan.type('plan', () => edit('plan', 'd', 1));
  expect(shown.notice).toBe('');
  await plan.take(new Map([['plan', fileOf('c')]]));
  expect(shown.notice).toBe('elsewhere');
  await plan.take(new Map([['plan', fileOf('c')]]));
  expect(shown.notice).toBe('elsewhere');
  // A program that saves empties the file first and fills it then: the page sees both.
  await plan.take(new Map([['plan', fileOf('')]]));
  expect(shown.notice).toBe('elsewhere');
  await plan.take(new Map([['plan', fileOf('d')]]));
  expect(shown.notice).toBe('elsewhere');
  await plan.type('plan', () => edit('plan', 'e', 1));
  expect(shown.notice).toBe('');
});

test('a change that cannot be tried is no trial', async () => {
  const { plan, engine, asked } = opened({ plan: 'a' });
  engine.refusal = 'no';
  await plan.attempt(change);
  expect([asked.at(-1), plan.isTrying.value]).toEqual(['attempt 1', false]);
  engine.refusal = undefined;
  await plan.attempt(change);
  expect(plan.isTrying.value).toBe(true);
});

test('a change stays a trial until it is written', async () => {
  const { plan, store } = opened({ plan: 'a' }, [edit('plan', 'b', 1)]);
  const { write } = store;
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    store.write = async (...given) => {
      resolve();
      await answered;
      return write(...given);
    };
  });
  await plan.attempt(change);
  const committed = plan.commit(change);
  await asked;
  expect(plan.isTrying.value).toBe(true);
  answer();
  expect([await committed, plan.isTrying.value]).toEqual([true, false]);
});
