// What the page has in its header beside others: the day, what can be saved, the text, another plan.
import type { Signal } from '@preact/signals';
import { basename } from '../../base/posix.js';
import { plainText } from '../../render/escape.js';
import type { LiveDocument } from '../live/document.js';
import type { RenderAsk } from '../messages.js';
import { Menu } from '../page/app.js';
import type { Words } from '../page/words.js';
import { save } from './files.js';

/** Props of {@link SavingTools}: the plan, and the state that its buttons show and change. */
export interface SavingProps {
  readonly document: LiveDocument;
  readonly path: string;
  readonly words: Words;
  readonly today: Signal<string>;
  readonly isUnsaved: Signal<boolean>;
  readonly isSourceOpen: Signal<boolean>;
  readonly tell: (notice: string) => void;
}

/**
 * Controls in the header: buttons to show the plan's text, save the plan or a report, and choose another plan; and
 * the day of the run.
 */
export function SavingTools({ document: plan, path, words, today, isUnsaved, isSourceOpen, tell }: SavingProps) {
  const name = basename(path);
  const write = (file: string, content: string | Uint8Array, type: string) => {
    save(file, content, type);
    tell(words('saved', { file: plainText(file) }));
  };
  const savePlan = () => {
    write(name, plan.bytes(path), 'application/octet-stream');
    isUnsaved.value = false;
  };
  const saveReport = async (format: RenderAsk['format']) => {
    const text = await plan.render(format);
    const file = `${name.replace(/(?:\.sitecam)?\.[^.]+$/, '')}-${words(`name-${format}`)}.html`;
    if (text !== undefined) write(file, text, 'text/html');
  };
  const another = () => {
    // Its address names a place of this plan.
    history.replaceState(null, '', location.pathname);
    location.reload();
  };
  return (
    <>
      {isUnsaved.value && <b class="state">{words('unsaved')}</b>}
      <button
        type="button"
        aria-pressed={isSourceOpen.value}
        onClick={() => {
          isSourceOpen.value = !isSourceOpen.value;
        }}
      >
        {words('source')}
      </button>
      <Menu label={words('save')}>
        {() => (
          <>
            <button type="button" onClick={savePlan}>
              {words('save-plan')}
            </button>
            <button type="button" onClick={() => void saveReport('opinion')}>
              {words('save-opinion')}
            </button>
            <button type="button" onClick={() => void saveReport('html')}>
              {words('save-html')}
            </button>
          </>
        )}
      </Menu>
      <label class="day">
        {words('today')}{' '}
        <input
          type="date"
          required
          min="2000-01-01"
          max="9999-12-31"
          value={today.value}
          onChange={({ currentTarget: { value, validity } }) => {
            // While a year is typed it is one of the first centuries, or has five figures.
            if (validity.valid) today.value = value;
          }}
          onBlur={({ currentTarget }) => {
            currentTarget.value = today.value;
          }}
        />
      </label>
      <button type="button" onClick={another}>
        {words('another')}
      </button>
    </>
  );
}
