// Entry point of the page of `sitecam dev`: connects to the server, opens the plan in the worker, keeps both in step.
import '../older-browsers.js';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Locale, Localized } from '../../i18n/locale.js';
import { bytesOf, type LiveFile, type LiveState } from '../../live/files-protocol.js';
import { changing, wordsIn } from '../../report/html/texts.js';
import { type Connection, connect } from '../connection.js';
import type { Step } from '../messages.js';
import { startPage } from '../page/start.js';
import { wordsOf } from '../page/words.js';
import { LiveDocument, type PlanFile, type Store } from './document.js';
import { Editor } from './editor.js';
import { panelsOf, type Status } from './panels.js';
import { LiveSource } from './source.js';

const root = document.getElementById('app');
const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
const words = wordsOf({ words: wordsIn(locale, changing) });
const inPage = (text: Localized) => (locale === 'en' ? text.en : text.zh);
const status = signal<Status>({ faults: [], link: 'open', notice: '' });
let page: LiveDocument | undefined;

const connection: Connection | undefined = connect(
  {
    state: (state) => void (page === undefined ? open(state) : page.take(planFiles(state.files), state.options)),
    change: (change) => {
      if ('files' in change) void page?.take(planFiles(change.files));
      else if ('options' in change) void page?.take(new Map(), change.options);
      else tell({ notice: change.unjudged.unreadable.map(({ message }) => inPage(message)).join(' ') });
    },
    link: (link) => tell({ link }),
  },
  window,
);
if (connection === undefined && root !== null) render(<p class="banner bad">{words('no-token')}</p>, root);

function tell(some: Partial<Status>): void {
  status.value = { ...status.value, ...some };
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
    const reason = outcome !== undefined && 'reason' in outcome ? inPage(outcome.reason) : words('link-lost');
    return { ok: false, reason };
  },
};

/** Opens the plan of the server. */
async function open({ path, files, options, readOnly, version }: LiveState): Promise<void> {
  const present = [...planFiles(files)].flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const]));
  let source: LiveSource | undefined;
  const steps = {
    step: (step: Step) => {
      tell({ faults: step.faults, ...(step.refused !== undefined && { notice: step.refused }) });
      source?.take(step);
      refresh(step);
    },
    record: (sections: readonly (readonly [string, string])[]) => source?.takeRecord(sections),
    notice: (notice: string) => tell({ notice }),
  };
  let refresh = (_: Step): void => {};
  const made = new LiveDocument(
    new Worker('worker.js'),
    store,
    { path, files: new Map(present), options, locale, version },
    steps,
    { changedElsewhere: words('changed-elsewhere') },
  );
  page = made;
  const { page: data, step } = await made.open();
  source = new LiveSource(data, step);
  tell({ faults: step.faults });
  await made.record();
  if (root === null) return;
  const { model, show } = startPage(source, root);
  const editor = new Editor(model, made, source, readOnly);
  refresh = (given) => {
    model.stale.value = given.state === 'stale';
    model.refresh();
    if (given.since !== undefined) model.live.value = given.since;
  };
  model.stale.value = step.state === 'stale';
  model.looking = (looking) => void made.look(looking);
  void made.look({ level: model.level.value, device: model.device.value });
  show({ ...panelsOf(model, editor, made, status), onMap: editor.onMap });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
    event.preventDefault();
    void (event.shiftKey ? made.redo() : made.undo());
  });
}
