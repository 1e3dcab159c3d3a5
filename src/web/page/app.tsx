// The page's frame: title, counts, levels and tools above; the drawing and the list beside it.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FindingData } from '../../report/html/data.js';
import { Card } from './card.js';
import { List } from './list.js';
import type { PlanMap } from './map.js';
import { MapPane } from './map-pane.js';
import { LAYERS, type Model } from './model.js';
import { PrintForm } from './print.js';

/** Least distance of an open menu from the left edge of the window, px. */
const EDGE = 8;

/** Props of every part of the page. */
export interface Props {
  readonly model: Model;
}

/** The parts that a page has only if its plan can be changed: components, and `onMap`, which works on the drawing. */
export interface Extras {
  /** Stands above all. */
  readonly Banner: ComponentType;
  /** Buttons in the header. */
  readonly Tools: ComponentType;
  /** Stands in the card of the selected device. */
  readonly CardTools: ComponentType;
  /** Stands in the selected finding of the list; absent: nothing does. */
  readonly FindingTools?: ComponentType<{ readonly finding: FindingData }>;
  /** Stands below the card; absent: nothing does. */
  readonly Panel?: ComponentType;
  /** Stands beside the drawing; absent: nothing does. */
  readonly Aside?: ComponentType;
  /** Is given the drawing when there is one; returns what ends its work. */
  readonly onMap: (map: PlanMap) => () => void;
}

/** The whole page. */
export function App({ model, extras }: Props & { readonly extras?: Extras }) {
  const plan = model.plan.value;
  const Aside = extras?.Aside;
  return (
    <>
      {extras !== undefined && <extras.Banner />}
      <a class="skip" href="#list">
        {model.words('skip')}
      </a>
      <Header model={model} extras={extras} />
      {plan === undefined ? (
        <main class="record-only">
          <Record model={model} open />
          {Aside !== undefined && <Aside />}
        </main>
      ) : (
        <main class={`${plan.levels.length === 0 ? 'no-map' : ''}${model.stale.value ? ' stale' : ''}`}>
          {plan.levels.length > 0 && <MapPane model={model} onMap={extras?.onMap} />}
          <section class="side" aria-label={model.words('findings')}>
            <List model={model} Tools={extras?.FindingTools}>
              <Record model={model} />
            </List>
            <Card model={model}>{extras !== undefined && <extras.CardTools />}</Card>
            {extras?.Panel !== undefined && <extras.Panel />}
          </section>
          {Aside !== undefined && <Aside />}
        </main>
      )}
      <p class="sr" role="status" aria-live="polite">
        {model.live.value}
      </p>
    </>
  );
}

function Header({ model, extras }: Props & { readonly extras: Extras | undefined }) {
  const { words } = model;
  const plan = model.plan.value;
  const { plans } = model.source.data;
  return (
    <header>
      <h1>
        {plan?.name ?? words('title')}
        {plan !== undefined && <span class="what"> · {words('title')}</span>}
      </h1>
      {plans.length > 1 && (
        <label class="plans">
          <span class="sr">{words('plan')}</span>
          <select
            value={String(model.open.value ?? '')}
            onChange={({ currentTarget: { value } }) => model.show({ plan: value === '' ? undefined : Number(value) })}
          >
            <option value="">{words('all-plans')}</option>
            {plans.map((name, n) => (
              <option value={String(n)}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <fieldset class="tally" aria-label={words('filter')}>
        {!model.stale.value &&
          plan?.tally.map(([group, name, n]) => (
            <button
              type="button"
              class={`pill ${group}`}
              aria-pressed={model.groups.value.has(group)}
              onClick={() => model.toggleGroup(group)}
            >
              {name} <b>{n}</b>
            </button>
          ))}
      </fieldset>
      {plan !== undefined && plan.levels.length > 0 && (
        <fieldset class="levels" aria-label={words('levels')}>
          {plan.levels.map(({ name, findings }, n) => (
            <button
              type="button"
              aria-pressed={n === model.level.value}
              onClick={() => {
                model.clear();
                model.openLevel(n);
                model.live.value = words('level-shown', { level: name });
              }}
            >
              {name}
              {findings > 0 && <sup>{findings}</sup>}
            </button>
          ))}
        </fieldset>
      )}
      <div class="tools">
        {extras !== undefined && <extras.Tools />}
        {plan !== undefined && plan.levels.length > 0 && (
          <Menu label={words('layers')}>
            {() =>
              LAYERS.map((layer) => (
                <label>
                  <input
                    type="checkbox"
                    name={`layer-${layer}`}
                    checked={model.layers.value.has(layer)}
                    onChange={() => model.toggleLayer(layer)}
                  />
                  <span class={`key k-${layer}`} />
                  {words(`layer-${layer}`)}
                </label>
              ))
            }
          </Menu>
        )}
        {plan !== undefined && plan.levels.length > 0 && (
          <Menu label={words('print')}>{() => <PrintForm model={model} />}</Menu>
        )}
        <button type="button" class="theme" aria-label={words('theme')} title={words('theme')} onClick={switchTheme}>
          ◐
        </button>
      </div>
    </header>
  );
}

/**
 * A button that opens a small menu. `children` makes its content whenever it opens. A press elsewhere, or Escape,
 * closes it.
 */
export function Menu({ label, children }: { readonly label: string; readonly children: () => ComponentChildren }) {
  const ref = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      const isKey = event instanceof KeyboardEvent;
      if (menu === null || (isKey ? event.key !== 'Escape' : menu.contains(event.target as Node))) return;
      // What had the focus is hidden now.
      if (isKey && menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  useLayoutEffect(() => {
    const items = ref.current?.querySelector<HTMLElement>('.menu-items');
    if (!isOpen || items == null) return;
    // It hangs from the right end of its button, which stands on the left where the header takes several lines.
    items.style.right = '0';
    const { left } = items.getBoundingClientRect();
    if (left < EDGE) items.style.right = `${left - EDGE}px`;
  }, [isOpen]);
  return (
    <details class="menu" ref={ref} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{label}</summary>
      <div class="menu-items">{isOpen && children()}</div>
    </details>
  );
}

/** Switches between light and dark. */
function switchTheme(): void {
  const root = document.documentElement;
  const isDark =
    root.dataset.theme === undefined
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : root.dataset.theme === 'dark';
  root.dataset.theme = isDark ? 'light' : 'dark';
}

/** The report's text: each section folded, or open where there is nothing else. */
function Record({ model, open = false }: Props & { readonly open?: boolean }) {
  const n = model.open.value;
  const sections = model.source.record(n);
  return (
    <div class="record">
      {sections.map(([name, section]) =>
        name === '' ? (
          <Adopted key={`${n}`} of={section} />
        ) : (
          <details key={`${n}${name}`} open={open}>
            <summary>{name}</summary>
            <Adopted of={section} />
          </details>
        ),
      )}
    </div>
  );
}

/** Puts an element that the document has into this place. */
function Adopted({ of }: { readonly of: HTMLElement }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.replaceChildren(of);
  }, [of]);
  return <div ref={ref} />;
}
