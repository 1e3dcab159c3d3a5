// The text of the plan's file beside the drawing: what is typed is judged.
import { type Signal, signal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { plainText } from '../../render/escape.js';
import { applyEdits } from '../../source/edit/splice.js';
import type { LiveDocument } from '../live/document.js';
import type { Model } from '../page/model.js';
import type { Words } from '../page/words.js';
import { inArea, movedEdit, typedEdit } from './typed.js';

/** Pause in typing after which the text is judged, ms. */
const PAUSE = 200;

/** Props of {@link SourcePane}. */
export interface SourceProps {
  readonly document: LiveDocument;
  readonly path: string;
  readonly model: Model;
  readonly words: Words;
  readonly isOpen: Signal<boolean>;
  readonly tell: (notice: string) => void;
}

/** The pane in which users edit the text of the plan's file, with line numbers; nothing while it is closed. */
export function SourcePane({ isOpen, ...props }: SourceProps) {
  useSignalEffect(() => {
    document.documentElement.classList.toggle('with-source', isOpen.value);
  });
  return isOpen.value ? <Pane {...props} /> : null;
}

function Pane({ document: plan, path, model, words, tell }: Omit<SourceProps, 'isOpen'>) {
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLPreElement>(null);
  const lines = useRef(signal(0)).current;
  const pause = useRef<number | undefined>(undefined);
  // There from the first: an empty area would count as a text that was deleted.
  const first = useMemo(() => plan.text(path), []);
  /** The file's text over which the area's was typed: another change may have been made in the file since. */
  const base = useRef(first);
  /** Number of edits that were typed and aren't in the file yet. */
  const onWay = useRef(0);
  const count = (text: string) => {
    lines.value = text.split('\n').length;
  };
  const show = () => {
    const now = plan.text(path);
    if (pause.current !== undefined || onWay.current > 0 || area.current === null) return;
    base.current = now;
    const edit = typedEdit(path, area.current.value, inArea(now));
    // A value that is set would put the caret at the end, and there what is typed next.
    if (edit !== undefined) area.current.setRangeText(edit.text, edit.from, edit.to, 'preserve');
    count(inArea(now));
  };
  const judge = () => {
    clearTimeout(pause.current);
    pause.current = undefined;
    if (area.current === null) return;
    const of = base.current;
    const edit = typedEdit(path, of, area.current.value);
    if (edit === undefined) {
      show();
      return;
    }
    base.current = applyEdits(of, [edit]);
    onWay.current += 1;
    const end = () => {
      onWay.current -= 1;
      show();
    };
    const typed = (now: string) => {
      const moved = movedEdit(edit, of, now);
      if (moved === undefined) tell(words('typed-over'));
      return moved;
    };
    plan.type(path, typed).then(end, end);
  };
  useSignalEffect(show);
  useEffect(() => judge, []);
  const finding = model.selected.value;
  const [, file, line] = /^(?:(.*):)?(\d+):\d+$/.exec(finding?.spot ?? '') ?? [];
  const reveal = () => {
    if (area.current === null || line === undefined) return;
    const rows = area.current.value.split('\n');
    const n = Math.min(Number(line), rows.length) - 1;
    const from = rows.slice(0, n).reduce((sum, row) => sum + row.length + 1, 0);
    area.current.focus();
    area.current.setSelectionRange(from, from + (rows[n]?.length ?? 0));
    const height = area.current.scrollHeight / rows.length;
    area.current.scrollTo({ top: Math.max(0, (n - 5) * height), left: 0 });
  };
  return (
    <section class="source" aria-label={words('source-of', { file: plainText(path) })}>
      <p class="source-head">
        <b>{plainText(path)}</b>
        {finding !== undefined && line !== undefined && (file === undefined || file === plainText(path)) && (
          <button type="button" onClick={reveal}>
            {words('to-line', { n: finding.n })}
          </button>
        )}
        {finding !== undefined && file !== undefined && file !== plainText(path) && (
          <span>{words('elsewhere', { n: finding.n, file })}</span>
        )}
      </p>
      <div class="source-text">
        <pre ref={numbers} aria-hidden="true">
          {Array.from({ length: lines.value }, (_, n) => `${n + 1}\n`).join('')}
        </pre>
        <textarea
          ref={area}
          defaultValue={inArea(first)}
          aria-label={words('source-of', { file: plainText(path) })}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          wrap="off"
          onInput={({ currentTarget }) => {
            count(currentTarget.value);
            clearTimeout(pause.current);
            pause.current = setTimeout(judge, PAUSE);
          }}
          onBlur={judge}
          onScroll={({ currentTarget }) => numbers.current?.scrollTo({ top: currentTarget.scrollTop })}
        />
      </div>
    </section>
  );
}
