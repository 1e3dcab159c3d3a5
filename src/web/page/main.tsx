// Entry point of the page: takes its data, shows the place that the address names, and keeps the address true.
import '../older-browsers.js';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { addressOf, placeOf } from './address.js';
import { App } from './app.js';
import { frozenSource } from './frozen.js';
import { Model } from './model.js';

const root = document.getElementById('app');
const source = frozenSource(document);
if (root !== null && source !== undefined) {
  const model = new Model(source);
  model.show(placeOf(location.hash));
  document.documentElement.classList.add('scripted');
  render(<App model={model} />, root);
  effect(() => {
    const { plan, level, finding, device, world, layers, sight } = model.place;
    // Until somebody selects or moves something, the page has no address but its own.
    const isFirst = !model.chosen.value && sight === undefined && location.hash === '';
    const hash = addressOf({ plan, level, finding, device, world, layers, sight });
    if (!isFirst && `#${hash}` !== location.hash) history.replaceState(null, '', `#${hash}`);
  });
  addEventListener('hashchange', () => model.show(placeOf(location.hash)));
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-clause]') : null;
    if (target === null) return;
    model.clause.value = target.dataset.clause;
    document.getElementById('list')?.scrollTo({ top: 0 });
  });
}
