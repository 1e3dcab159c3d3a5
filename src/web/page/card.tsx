// The card of the selected device: its figures, what it sees by density, and the zones.
import type { ComponentChildren } from 'preact';
import type { Props } from './app.js';

/** The card of the selected device, with `children` below its facts; nothing if none is selected. */
export function Card({ model, children }: Props & { readonly children?: ComponentChildren }) {
  const { words } = model;
  const id = model.device.value;
  const card = model.card.value;
  const plan = model.plan.value;
  if (id === undefined || plan === undefined) return null;
  // An address may name a device that the plan doesn't have, or one may have gone since.
  if (card === undefined && !model.isDeviceDrawn.value) return null;
  const findings = plan.findings.filter(({ device }) => device === id);
  const hasViews = card?.bands.some(([, must, may]) => must > 0 || may > 0) === true;
  return (
    <section class="card" aria-label={words('card', { id })}>
      <h2>
        {id} <span>{card?.title}</span>
        <button type="button" class="close" aria-label={words('close')} onClick={() => model.clear()}>
          ×
        </button>
      </h2>
      {card === undefined && <p>{words('no-card')}</p>}
      {card !== undefined && (
        <dl>
          {card.facts.map(([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {hasViews && (
        <>
          <fieldset class="worlds" aria-label={words('world')}>
            {(['may', 'must'] as const).map((world) => (
              <button
                type="button"
                aria-pressed={model.world.value === world}
                title={words(`${world}-note`)}
                onClick={() => {
                  model.world.value = world;
                }}
              >
                {words(world)}
              </button>
            ))}
          </fieldset>
          <table class="bands-table">
            <caption class="sr">{words('bands')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('density')}</th>
                {card?.bands.map(([density], n) => (
                  <th scope="col">
                    <span class={`key band-${n + 1}`} />≥{density}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(['may', 'must'] as const).map((world) => (
                <tr>
                  <th scope="row">
                    {words(world)} {words('area-unit')}
                  </th>
                  {card?.bands.map(([, must, may]) => (
                    <td>{(world === 'may' ? may : must).toFixed(1)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <small>{words('bands-note')}</small>
        </>
      )}
      {card !== undefined && card.zones.length > 0 && (
        <details>
          <summary>{words('zones-seen', { n: card.zones.length })}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{words('zone')}</th>
                <th scope="col">{words('must')}</th>
                <th scope="col">{words('may')}</th>
              </tr>
            </thead>
            <tbody>
              {card.zones.map(([zone, name, must, may]) => (
                <tr class={statusOf(model, zone)}>
                  <th scope="row">{name}</th>
                  <td>{must.toFixed(2)}</td>
                  <td>{may.toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {findings.length > 0 && (
        <p class="its">
          {words('its-findings')}
          {findings.map(({ n, head, group }) => (
            <button type="button" class={`mini ${group}`} title={head} onClick={() => model.selectFinding(n)}>
              {n}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function statusOf(model: Props['model'], zone: string): string {
  return model.drawing.value?.zones.find(({ id }) => id === zone)?.status ?? '';
}
