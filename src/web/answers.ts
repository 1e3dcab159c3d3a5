// What the page's worker answers: keeps the session of the plan, and tells the page what it shows.
import { createSession } from '../live/session.js';
import { changing, wordsIn } from '../report/html/texts.js';
import { Live } from './live-plan.js';
import type { Ask, Tell } from './messages.js';

let live: Live | undefined;
let opened: string | undefined;
/** The day of the run. */
let today = '';

/**
 * Returns the input from which reports on the open plan are written, with their language; undefined if no plan is
 * open.
 */
export function writtenInput(): ReturnType<Live['written']> {
  return live?.written(today);
}

/** Returns the answer to what the page asks. */
export function answerTo(ask: Ask): Tell {
  if (ask.ask !== 'open') {
    if (live === undefined) throw new Error(`'${ask.ask}' was asked before a plan was opened`);
    return live.answer(ask);
  }
  today = ask.options.today;
  if (live !== undefined && opened === ask.path) return live.open(ask);
  const { path, files, options, locale, version } = ask;
  live = new Live(createSession({ path, files: new Map(files), options }), locale, version);
  opened = path;
  const step = live.first();
  const page = { locale, words: wordsIn(locale, changing), plans: [step.plan?.name ?? path] };
  return { tell: 'opened', page, step };
}
