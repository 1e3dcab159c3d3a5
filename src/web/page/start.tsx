// Starts a page on a source: shows the place that the address names, and keeps the address true.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { addressOf, placeOf } from './address.js';
import { App, type Extras } from './app.js';
import { Model, type Source } from './model.js';
import { preparePrint } from './print.js';

/** A page that was started: its state, and the function that draws it. */
export interface Started {
  readonly model: Model;
  /** Draws the page, with what this one has beside others. */
  readonly show: (extras?: Extras) => void;
}

/** Starts the page of a source in an element. */
export function startPage(source: Source, root: HTMLElement): Started {
  const model = new Model(source);
  model.show(placeOf(location.hash));
  document.documentElement.classList.add('scripted');
  const show = (extras?: Extras) => {
    render(<App model={model} {...(extras !== undefined && { extras })} />, root);
    effect(() => {
      const place = model.place;
      // Until somebody selects or moves something, the page has no address but its own.
      const isFirst = !model.chosen.value && place.sight === undefined && location.hash === '';
      const hash = addressOf(place);
      if (!isFirst && `#${hash}` !== location.hash) history.replaceState(null, '', `#${hash}`);
    });
    addEventListener('beforeprint', () => preparePrint(model));
    addEventListener('hashchange', () => model.show(placeOf(location.hash)));
    document.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-clause]') : null;
      if (target === null) return;
      model.clause.value = target.dataset.clause;
      document.getElementById('list')?.scrollTo({ top: 0 });
    });
  };
  return { model, show };
}
