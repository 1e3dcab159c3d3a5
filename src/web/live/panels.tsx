// What a page on which a plan can be changed has beside the others: banner, buttons, fields in the card.
import type { Signal } from '@preact/signals';
import { render } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { TRAITS } from '../../plan/kinds.js';
import type { DeviceKind } from '../../plan/model.js';
import type { Extras } from '../page/app.js';
import type { Model } from '../page/model.js';
import type { LiveDocument } from './document.js';
import type { Editor } from './editor.js';

/** What the banner above the page says: faults of the files, state of the connection, last notice. */
export interface Status {
  /** Faults for which the files can't be read. */
  readonly faults: readonly string[];
  /** Faults for which the settings can't be used, so that those of before hold; absent: none. */
  readonly settings?: readonly string[];
  /** State of the connection to the files. */
  readonly link: 'open' | 'lost' | 'refused';
  /** The last thing that was told, until the plan is changed or a trial given up. */
  readonly notice: string;
}

/**
 * Returns the extra parts of a page on which a plan can be changed: its banner, its buttons and the fields in the
 * card.
 */
export function panelsOf(
  model: Model,
  editor: Editor,
  document: LiveDocument,
  status: Signal<Status>,
): Omit<Extras, 'onMap'> {
  const { words } = model;
  const { heat } = editor;
  const { locale } = model.source.data;
  function Banner() {
    const { faults, settings = [], link, notice } = status.value;
    return (
      <>
        {faults.length > 0 && (
          <div class="banner bad" role="alert">
            <b>{words(model.plan.value === undefined ? 'unreadable' : 'stale')}</b>
            {faults.slice(0, 3).map((text) => (
              <p>{text}</p>
            ))}
          </div>
        )}
        {settings.length > 0 && (
          <div class="banner bad" role="alert">
            <b>{words('settings-unusable')}</b>
            {settings.slice(0, 3).map((text) => (
              <p>{text}</p>
            ))}
          </div>
        )}
        {link !== 'open' && (
          <p class="banner bad" role="alert">
            {words(link === 'lost' ? 'link-lost' : 'link-refused')}
          </p>
        )}
        {notice !== '' && (
          <p class="banner" role="alert">
            {notice}
            <button
              type="button"
              class="close"
              aria-label={words('close')}
              onClick={() => {
                status.value = { ...status.value, notice: '' };
              }}
            >
              ×
            </button>
          </p>
        )}
      </>
    );
  }
  function Tools() {
    if (editor.isReadOnly) return <span class="state">{words('read-only')}</span>;
    return (
      <>
        {document.isTrying.value && <b class="trying">{words('trying')}</b>}
        <button
          type="button"
          aria-pressed={editor.isOn.value}
          title={words('edit-note')}
          onClick={() => {
            editor.isOn.value = !editor.isOn.value;
          }}
        >
          {words('edit')}
        </button>
        <select
          aria-label={words('add')}
          value={editor.adding.value ?? ''}
          onChange={({ currentTarget }) => {
            editor.adding.value = kinds.find(([id]) => id === currentTarget.value)?.[0];
            if (editor.adding.value !== undefined) model.live.value = words('add-note');
          }}
        >
          <option value="">{words('add')}</option>
          {kinds.map(([id, name]) => (
            <option value={id}>{name}</option>
          ))}
        </select>
        <button
          type="button"
          disabled={!document.canUndo.value && !document.isTrying.value}
          aria-label={words('undo')}
          title={words('undo')}
          onClick={() => editor.undo()}
        >
          ↶
        </button>
        <button
          type="button"
          disabled={!document.canRedo.value}
          aria-label={words('redo')}
          title={words('redo')}
          onClick={() => void document.redo()}
        >
          ↷
        </button>
      </>
    );
  }
  function CardTools() {
    const figures = model.card.value?.figures;
    if (figures === undefined || editor.isReadOnly) return null;
    const tried = editor.selected()?.figures;
    const field = (key: 'heading' | 'tilt' | 'height' | 'hfov', step: number) => {
      const value = tried?.[key] ?? figures[key];
      const shown = value === undefined ? '' : String(Math.round(value * 100) / 100);
      return (
        <label>
          {words(`field-${key}`)}
          <input
            type="number"
            step={step}
            value={shown}
            onInput={({ currentTarget }) => {
              if (currentTarget.value !== '') editor.change({ [key]: Number(currentTarget.value) });
            }}
            onKeyDown={({ key: pressed }) => {
              if (pressed === 'Escape') editor.cancel();
            }}
            onChange={({ currentTarget }) => {
              if (currentTarget.value === '') currentTarget.value = shown;
              void editor.drop();
            }}
          />
        </label>
      );
    };
    return (
      <div class="card-tools">
        {field('heading', 5)}
        {field('tilt', 5)}
        {field('height', 0.1)}
        {field('hfov', 5)}
        {figures.types.length > 1 && figures.type !== undefined && (
          <label>
            {words('field-type')}
            <select
              value={figures.type}
              onChange={({ currentTarget }) => {
                editor.change({ type: currentTarget.value });
                void editor.drop();
              }}
            >
              {figures.types.map((type) => (
                <option value={type}>{type}</option>
              ))}
            </select>
          </label>
        )}
        <button type="button" onClick={() => void editor.copy()}>
          {words('copy-device')}
        </button>
        <button type="button" onClick={() => void editor.remove()}>
          {words('remove-device')}
        </button>
        <button type="button" aria-pressed={heat.map.value !== undefined} onClick={() => heat.toggle()}>
          {words('heat')}
        </button>
        {heat.text.value !== '' && <p class="heat-text">{heat.text.value}</p>}
      </div>
    );
  }
  const kinds = (Object.keys(TRAITS) as DeviceKind[]).map(
    (kind) => [kind, render(DEVICE_NAMES[kind], locale)] as const,
  );
  return { Banner, Tools, CardTools };
}
