// Entry point of the page of `sitecam dev`: connects to the server, opens the plan in the worker, keeps both in step.
import '../older-browsers.js';
import { effect, signal } from '@preact/signals';
import { render as show } from 'preact';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import type { UnreadableReport } from '../../lint/types.js';
import { bytesOf, type LiveFile, type LiveState } from '../../live/files-protocol.js';
import { plainText } from '../../render/escape.js';
import { changing, wordsIn } from '../../report/html/texts.js';
import { type Connection, connect } from '../connection.js';
import { failureIn } from '../failure.js';
import type { Model } from '../page/model.js';
import { wordsOf } from '../page/words.js';
import type { LiveDocument, PlanFile, Store } from './document.js';
import { openPlan } from './open.js';
import type { Status } from './panels.js';
import { withSuggestions } from './suggest-panel.js';
import { type AskForCameras, Suggesting } from './suggesting.js';

const root = document.getElementById('app');
const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
const words = wordsOf({ words: wordsIn(locale, changing) });
const inPage = (text: Localized) => render(text, locale);
const status = signal<Status>({ faults: [], link: 'open', notice: '' });
let page: LiveDocument | undefined;
let model: Model | undefined;
/** What the editor selected last: it needn't be told of that. */
let ofEditor: string | undefined;

const connection: Connection | undefined = connect(
  {
    state: (state) => {
      tell({ settings: settingsFaults(state.unjudged) });
      if (page === undefined) open(state);
      else void page.take(planFiles(state.files), state.options);
    },
    change: (change) => {
      if ('files' in change) void page?.take(planFiles(change.files));
      else if ('options' in change) {
        tell({ settings: [] });
        void page?.take(new Map(), change.options);
      } else tell({ settings: settingsFaults(change.unjudged) });
    },
    select: ({ device }) => {
      ofEditor = device;
      model?.selectDevice(device);
    },
    link: (link) => tell({ link }),
  },
  window,
);
if (connection === undefined && root !== null) show(<p class="banner bad">{words('no-token')}</p>, root);

function tell(some: Partial<Status>): void {
  status.value = { ...status.value, ...some };
}

/** Returns why configuration, waivers, baseline or packs can't be used, each with its place. */
function settingsFaults(report: UnreadableReport | undefined): string[] {
  return (report?.unreadable ?? []).map(({ place, at, message }) => {
    const spot = [place.path, ...(at === undefined ? [] : [at.line, at.column])].join(':');
    return `${plainText(spot)} ${inPage(message)}`;
  });
}

function planFiles(files: readonly LiveFile[]): Map<string, PlanFile | undefined> {
  return new Map(
    files.map((file) => {
      const bytes = bytesOf(file);
      return [file.path, bytes === undefined || 'missing' in file ? undefined : { bytes, sha256: file.sha256 }];
    }),
  );
}

const store: Store = {
  async write(path, sha256, edits) {
    const outcome = await connection?.write(path, sha256, edits);
    if (outcome?.outcome === 'ok') return { ok: true, sha256: outcome.sha256 };
    const reason = outcome !== undefined && 'reason' in outcome ? inPage(outcome.reason) : words('unanswered');
    return { ok: false, reason };
  },
};

/** Asks the server for cameras. */
const suggest: AskForCameras = async (request, signal) => {
  return (await connection?.suggest(request, signal)) ?? { outcome: 'refused', reason: verbatim(words('link-lost')) };
};

/** Opens the plan of the server. */
function open({ path, files, options, readOnly, inEditor, suggests, version }: LiveState): void {
  if (root === null) return;
  const present = [...planFiles(files)].flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const]));
  const plan = { path, files: new Map(present), options, locale, version };
  const opened = openPlan(
    { worker: () => new Worker('worker.js'), store, plan, isReadOnly: readOnly, status },
    root,
    (extras, made, { editor, document }) => {
      model = made;
      if (inEditor) effect(() => tellEditor(made));
      if (!suggests) return extras;
      return withSuggestions(extras, made, new Suggesting(made, editor, document, suggest));
    },
  );
  page = opened.document;
  opened.shown.catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    show(<p class="banner bad">{failureIn(words, message)}</p>, root);
  });
}

/** Tells the editor of a device that somebody selected on the page. */
function tellEditor({ chosen, device }: Model): void {
  const id = chosen.value ? device.value : undefined;
  if (id === undefined || id === ofEditor) return;
  ofEditor = undefined;
  connection?.select({ device: id });
}
