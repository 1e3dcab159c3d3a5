// Entry point of the page that works without a server: takes the files of a plan, judges and shows it, saves what comes of it.
import '../older-browsers.js';
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { basename } from '../../base/posix.js';
import type { Locale } from '../../i18n/locale.js';
import type { PortableOptions } from '../../lint/support/portable.js';
import { plainText } from '../../render/escape.js';
import { failureIn } from '../failure.js';
import type { LiveDocument, PlanFile, Store } from '../live/document.js';
import { openPlan } from '../live/open.js';
import type { Status } from '../live/panels.js';
import type { Ask, FilesAsk, Tell } from '../messages.js';
import { type ChosenFiles, dropped, MOST, matchedByName, type Refusal, type Taken } from './files.js';
import { SavingTools } from './saving.js';
import { SourcePane } from './source-pane.js';
import { Start, type Waiting } from './start.js';
import { t, textsIn } from './texts.js';

const MEGABYTE = 2 ** 20;

const root = document.getElementById('app');
const locale = signal<Locale>(navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
const words = computed(() => textsIn(locale.value));
const waiting = signal<Waiting>({ waits: 'files' });
const status = signal<Status>({ faults: [], link: 'open', notice: '' });
const today = signal(machineDay());
const isUnsaved = signal(false);
const isSourceOpen = signal(false);
const address = URL.createObjectURL(new Blob([engine()], { type: 'text/javascript' }));
/** The worker that no plan has yet. It starts while somebody chooses files. */
let idle: Worker | undefined = new Worker(address);

/** All that was chosen so far, sitecam's own files among it, and the plan that was chosen of it. */
let files: ChosenFiles = new Map();
let own: readonly string[] = [];
let plan: string | undefined;
let opened: LiveDocument | undefined;

effect(() => {
  document.documentElement.lang = locale.value;
  document.title = words.value('title');
});
const endStart = effect(() => {
  const shown = { words: words.value, locale, waiting: waiting.value };
  if (root !== null)
    render(<Start {...shown} take={(taken) => void take(taken)} choose={(path) => void open(path)} />, root);
});
// Else the browser leaves the page for what is dropped on it.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  if (opened !== undefined) tell(words.value('open-already'));
  else if (event.dataTransfer !== null) void take(dropped(event.dataTransfer));
});
addEventListener('beforeunload', (event) => {
  if (isUnsaved.value) event.preventDefault();
});

/** Returns the script of the worker, which the page carries as text. */
function engine(): string {
  const block = document.getElementById('engine');
  const text = block?.textContent ?? '';
  block?.remove();
  // The build writes the bracket so where the text would end its element.
  return text.replaceAll('\u2039', '<');
}

/** Returns the day by this machine's clock and zone, YYYY-MM-DD. */
function machineDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

function tell(notice: string): void {
  status.value = { ...status.value, notice };
}

/** Returns a worker for a plan that is opened. */
function engineOf(): Worker {
  const worker = idle ?? new Worker(address);
  idle = undefined;
  worker.onmessage = null;
  worker.onerror = null;
  return worker;
}

/** Asks the worker while no plan is open. */
async function asked<T extends Tell['tell']>(ask: Ask | FilesAsk, tell: T): Promise<Extract<Tell, { tell: T }>> {
  idle ??= new Worker(address);
  const worker = idle;
  const told = await new Promise<Tell>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Tell>) => resolve(data);
    worker.onerror = ({ message = '' }) => {
      idle = undefined;
      worker.terminate();
      resolve({ tell: 'fault', message });
    };
    worker.postMessage(ask);
  });
  if (told.tell !== tell) throw new Error(told.tell === 'fault' ? told.message : told.tell);
  return told as Extract<Tell, { tell: T }>;
}

/** Runs a step towards the open plan; says why if it fails. */
async function trying(step: () => Promise<void>): Promise<void> {
  waiting.value = { waits: 'verdict' };
  try {
    await step();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    waiting.value = { waits: 'files', problem: failureIn(words.value, message) };
  }
}

/** Takes files besides those that are there; opens the plan among them if there is one. */
function take(given: Promise<Taken | Refusal>): Promise<void> {
  return trying(async () => {
    const taken = await given;
    if ('refused' in taken) {
      const values = {
        files: MOST.files,
        megabytes: MOST.bytes / MEGABYTE,
        file: 'file' in taken ? plainText(taken.file) : '',
      };
      waiting.value = { waits: 'files', problem: words.value(taken.refused, values) };
      return;
    }
    files = new Map([...files, ...taken.files]);
    const sorted = await asked({ ask: 'sort', files: [...files] }, 'sorted');
    own = sorted.own;
    const [only] = sorted.plans;
    // What a plan still lacked has come.
    if (plan !== undefined && !sorted.plans.some((path) => taken.files.has(path))) await show(plan);
    else if (only === undefined) waiting.value = { waits: 'files', problem: words.value('no-plan', { n: taken.all }) };
    else if (sorted.plans.length === 1) await show(only);
    else waiting.value = { waits: 'choice', plans: sorted.plans };
  });
}

function open(path: string): Promise<void> {
  return trying(() => show(path));
}

/** Shows a plan, once all the files that it refers to are there. */
async function show(path: string): Promise<void> {
  plan = path;
  const { paths: absent } = await asked({ ask: 'missing', path, files: [...files] }, 'missing');
  files = matchedByName(absent, files);
  const missing = absent.filter((name) => !files.has(name));
  if (missing.length > 0) {
    waiting.value = { waits: 'missing', plan: path, paths: missing };
    return;
  }
  if (root === null) return;
  const of = { path, files: planFiles(), options: options(), locale: locale.value, version: version() };
  const page = openPlan({ worker: engineOf, store, plan: of, isReadOnly: false, status }, root, (extras, model) => {
    endStart();
    const all = { document: page.document, path, words: words.value };
    return {
      ...extras,
      Tools: () => (
        <>
          <extras.Tools />
          <SavingTools {...all} today={today} isUnsaved={isUnsaved} isSourceOpen={isSourceOpen} tell={tell} />
        </>
      ),
      Aside: () => <SourcePane {...all} model={model} isOpen={isSourceOpen} tell={tell} />,
    };
  });
  opened = page.document;
  await page.shown;
  let day = today.value;
  effect(() => {
    if (today.value !== day) void page.document.take(new Map(), options());
    day = today.value;
  });
}

function version(): string {
  return document.documentElement.dataset.version ?? '';
}

/** Returns the options of a reviewer's run. */
function options(): PortableOptions {
  const refused = own.map((file) => t['not-taken']({ file: basename(file) }));
  return { today: today.value, noWaivers: true, distrust: true, ...(refused.length > 0 && { refused }) };
}

function planFiles(): ReadonlyMap<string, PlanFile> {
  return new Map([...files].map(([path, bytes]) => [path, { bytes, sha256: '0' }]));
}

let writes = 0;
/** Files are changed in memory alone: each change gets a name of its own in the place of a hash. */
const store: Store = {
  async write() {
    isUnsaved.value = true;
    writes += 1;
    return { ok: true, sha256: String(writes) };
  },
};
