// Entry point of the playground's worker: besides the session, it tells plans from other files and writes reports.
import '../older-browsers.js';
import { BudgetExceeded, withGrants } from '../../base/budget.js';
import { byCodeUnit } from '../../base/order.js';
import { DEFAULT_PACK, loadPack } from '../../law/load.js';
import { type FileGuess, guessFile } from '../../plan/file-guess.js';
import { isNamedPlan, isSitecamFile, PLAN_ENDING } from '../../plan/file-names.js';
import { readPlan } from '../../plan/read/read.js';
import { format as html } from '../../report/html/html.js';
import { format as opinion } from '../../report/opinion/opinion.js';
import { MOST_WORK } from '../../source/limits.js';
import { answering } from '../answering.js';
import { answerTo, writtenInput } from '../answers.js';
import type { Ask, FilesAsk, Given, RenderAsk, Tell } from '../messages.js';

const FORMATS = { opinion, html };

/** Terms of reports that no format of the playground looks at. */
const OPTIONS = { colour: false, quiet: false, verbose: false, width: 80, loadGzip: () => Promise.reject() };

answering<Ask | FilesAsk | RenderAsk>(async (ask): Promise<Tell> => {
  switch (ask.ask) {
    case 'sort':
      return { tell: 'sorted', ...sorted(ask.files) };
    case 'missing':
      return { tell: 'missing', paths: missingFrom(ask) };
    case 'render':
      return { tell: 'rendered', text: await rendered(ask) };
    default:
      return answerTo(ask);
  }
});

function sorted(files: Given): { readonly plans: string[]; readonly own: string[] } {
  const own = files.filter(([path]) => isSitecamFile(path));
  const named = files.filter((file) => PLAN_ENDING.test(file[0]) && !own.includes(file));
  const guesses = named.map(([path, bytes]) => [path, isNamedPlan(path) ? 'plan' : guessFile(bytes)] as const);
  const guessed = (kind: FileGuess) =>
    guesses
      .filter(([, guess]) => guess === kind)
      .map(([path]) => path)
      .sort(byCodeUnit);
  const plans = guessed('plan');
  // Broken GeoJSON may be a plan: it is opened, so that its faults are told, where nothing else is.
  return { plans: plans.length > 0 ? plans : guessed('broken-geojson'), own: own.map(([path]) => path) };
}

/** Returns the paths of files that the plan refers to and that aren't given. */
function missingFrom({ path, files }: Extract<FilesAsk, { ask: 'missing' }>): string[] {
  const given = new Map(files);
  const missing = new Set<string>();
  const read = (name: string) => {
    const bytes = given.get(name);
    if (bytes === undefined) missing.add(name);
    return bytes;
  };
  try {
    // Which files a plan refers to depends on no law.
    withGrants(MOST_WORK, () => readPlan(path, read, { pack: loadPack(DEFAULT_PACK) }));
  } catch (error) {
    // Whoever judges the plan says so.
    if (!(error instanceof BudgetExceeded)) throw error;
  }
  return [...missing];
}

async function rendered({ format }: RenderAsk): Promise<string> {
  const written = writtenInput();
  if (written === undefined) throw new Error('a report was asked for before a plan was opened');
  const { input, locale } = written;
  return [...(await FORMATS[format].render(input, { ...OPTIONS, locale }))].join('');
}
