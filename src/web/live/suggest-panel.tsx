// What a page has whose server suggests cameras: a button on findings of coverage, one for any zone, and the answer.
import type { FindingData } from '../../report/html/data.js';
import type { Extras } from '../page/app.js';
import type { Model } from '../page/model.js';
import type { Suggesting } from './suggesting.js';

/** Returns `extras` with the buttons and the panel for suggested cameras added. */
export function withSuggestions(extras: Extras, model: Model, suggesting: Suggesting): Extras {
  const { words } = model;
  function Tools() {
    const { picking } = suggesting;
    return (
      <>
        <extras.Tools />
        <button
          type="button"
          aria-pressed={picking.value}
          title={words('suggest-pick-note')}
          onClick={() => {
            picking.value = !picking.value;
            if (picking.value) model.live.value = words('suggest-pick-note');
          }}
        >
          {words('suggest-pick')}
        </button>
      </>
    );
  }
  function FindingTools({ finding }: { readonly finding: FindingData }) {
    const zones = suggesting.zonesOf(finding);
    return (
      <>
        {zones.map((zone) => (
          <button type="button" class="suggest" onClick={() => void suggesting.start(zone)}>
            {zones.length === 1 ? words('suggest') : words('suggest-in', { zone: zone.name })}
          </button>
        ))}
      </>
    );
  }
  function Panel() {
    const shown = suggesting.shown.value;
    if (shown === undefined) return null;
    const { zone, answer } = shown;
    const cancel = () => suggesting.cancel();
    return (
      <section class="card suggestion" aria-label={words('suggest-title', { zone: zone.name })}>
        <h2>
          {words('suggest-title', { zone: zone.name })}
          <button type="button" class="close" aria-label={words('suggest-cancel')} onClick={cancel}>
            ×
          </button>
        </h2>
        {answer === undefined ? (
          <p class="asking">{words('suggest-asking')}</p>
        ) : (
          <>
            {answer.texts.map((text) => (
              <p>{suggesting.text(text)}</p>
            ))}
            {answer.cameras.length > 0 && (
              <ol>
                {answer.cameras.map(({ id, number, text }) => (
                  <li value={number}>
                    <b>{id}</b> {suggesting.text(text)}
                  </li>
                ))}
              </ol>
            )}
            {answer.cameras.length > 0 && <p class="key-text">{words('suggest-key')}</p>}
            {answer.premises.length > 0 && (
              <details>
                <summary>{words('suggest-premises')}</summary>
                {answer.premises.map(([label, text]) => (
                  <p>
                    <b>{suggesting.text(label)}</b> {suggesting.text(text)}
                  </p>
                ))}
              </details>
            )}
          </>
        )}
        <p class="answers">
          {answer?.change !== undefined && !suggesting.isReadOnly && (
            <button type="button" class="use" onClick={() => void suggesting.use()}>
              {words('suggest-use')}
            </button>
          )}
          <button type="button" onClick={cancel}>
            {words('suggest-cancel')}
          </button>
        </p>
      </section>
    );
  }
  const onMap: Extras['onMap'] = (map) => {
    // Listens first: a press that says the zone is no press of what stands there.
    const ends = [suggesting.onMap(map), extras.onMap(map)];
    return () => {
      for (const end of ends) end();
    };
  };
  return { ...extras, Tools, FindingTools, Panel, onMap };
}
