// Opens a plan that can be changed: its document, its page, and the keys that take changes back.
import type { Signal } from '@preact/signals';
import { changing, wordsIn } from '../../report/html/texts.js';
import { failureIn } from '../failure.js';
import type { Step } from '../messages.js';
import type { Extras } from '../page/app.js';
import { keyOf } from '../page/map.js';
import type { Model } from '../page/model.js';
import { startPage } from '../page/start.js';
import { wordsOf } from '../page/words.js';
import { LiveDocument, type Opened, type Store } from './document.js';
import { Editor } from './editor.js';
import { panelsOf, type Status } from './panels.js';
import { LiveSource } from './source.js';

/** Pause in changes after which the report's text is made anew, ms. */
const PAUSE = 400;

/** Functions and settings that a page gives to open a plan. */
export interface PlanPage {
  /** Starts a worker that judges the plan; called again if that one ends. */
  readonly worker: () => Worker;
  readonly store: Store;
  readonly plan: Opened;
  readonly isReadOnly: boolean;
  /** What the banner says. */
  readonly status: Signal<Status>;
}

/** A plan that is open on a page, with everything that shows it. */
export interface OpenPlan {
  readonly document: LiveDocument;
  /** Resolves when the plan is judged and shown. */
  readonly shown: Promise<void>;
}

/**
 * Opens a plan and shows it in an element.
 *
 * @param changed is given the parts that every page has on which a plan can be changed, and returns those of this page;
 * absent: the same parts
 */
export function openPlan(
  { worker, store, plan, isReadOnly, status }: PlanPage,
  root: HTMLElement,
  changed: (
    extras: Extras,
    model: Model,
    made: { readonly editor: Editor; readonly document: LiveDocument },
  ) => Extras = (extras) => extras,
): OpenPlan {
  const words = wordsOf({ words: wordsIn(plan.locale, changing) });
  const tell = (some: Partial<Status>) => {
    status.value = { ...status.value, ...some };
  };
  let source: LiveSource | undefined;
  let refresh = (_: Step): void => {};
  let outdated = (): void => {};
  // The report's text is of the plan as it is written, once nothing is changed for a moment.
  let revision = 1;
  let pause: number | undefined;
  const made = new LiveDocument(
    worker,
    store,
    plan,
    {
      step: (step) => {
        tell({ faults: step.faults, ...(step.refused !== undefined && { notice: step.refused }) });
        source?.take(step);
        refresh(step);
        if (step.state !== 'attempt' && step.revision !== revision) {
          revision = step.revision;
          clearTimeout(pause);
          pause = setTimeout(() => void made.record(), PAUSE);
        }
      },
      record: (sections) => source?.takeRecord(sections),
      notice: (notice) => tell({ notice }),
      failed: (message, isStale) => {
        tell({ notice: failureIn(words, message) });
        if (isStale) outdated();
      },
    },
    { changedElsewhere: words('changed-elsewhere') },
  );
  const show = async () => {
    const { page, step } = await made.open();
    source = new LiveSource(page, step);
    tell({ faults: step.faults });
    await made.record();
    const { model, show } = startPage(source, root);
    const editor = new Editor(model, made, source, isReadOnly);
    refresh = (given) => {
      model.stale.value = given.state === 'stale';
      model.refresh();
      if (given.since !== undefined) model.live.value = given.since;
    };
    outdated = () => {
      model.stale.value = true;
    };
    model.stale.value = step.state === 'stale';
    model.looking = (looking) => void made.look(looking);
    void made.look({ level: model.level.value, device: model.device.value });
    const extras: Extras = { ...panelsOf(model, editor, made, status), onMap: editor.onMap };
    show(changed(extras, model, { editor, document: made }));
    document.addEventListener('keydown', (event) => {
      const key = keyOf(event);
      const isRedo = key === 'z' ? event.shiftKey : key === 'y' && event.ctrlKey;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && !isRedo)) return;
      const { target } = event;
      // Fields of text take back what was typed in them.
      if (target instanceof HTMLTextAreaElement) return;
      if (target instanceof HTMLInputElement && target.type === 'search') return;
      event.preventDefault();
      if (isRedo) void made.redo();
      else editor.undo();
    });
  };
  return { document: made, shown: show() };
}
