import type { FindingData, PageData, PlanData, Target } from '../data.js';
import type { El, Win } from './dom.js';

export interface ListHooks {
  /** A finding, or one of those that say the same elsewhere, was chosen. */
  onSelect(n: number, target: Target | undefined): void;
  /** Something a screen reader should say. */
  say(text: string): void;
}

export interface ListView {
  show(plan: PlanData): void;
  /** Marks finding `n` as selected on its page; `reveal`: whatever the filter, scrolls there and puts the focus on it. */
  select(n: number, reveal: boolean): void;
  /** Numbers of what the filter lets through, in order. */
  shown(): readonly number[];
  filter(set: { readonly clause?: string; readonly text?: string }): void;
  /** For paper: every finding of the filter with all that is folded away. */
  paper(on: boolean): void;
}

/**
 * The list of findings: filters, pages, cards. All text goes in as text. Runs in the browser: it may use nothing but what
 * it is given.
 */
export function createList(win: Win, { words }: PageData, part: (id: string) => El, hooks: ListHooks): ListView {
  /** More cards than this at once make the page slow. */
  const PAGE = 100;
  let plan: PlanData | undefined;
  let found: readonly FindingData[] = [];
  let texts: string[] = [];
  let [page, selected, whole] = [0, 0, false];
  const cards = new Map<number, El>();

  const word = (id: string) => words[id] ?? id;
  const fill = (id: string, values: Readonly<Record<string, string | number>>) =>
    word(id).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

  function make(name: string, className: string, ...children: readonly (El | string)[]): El {
    const element = win.document.createElement(name);
    if (className !== '') element.className = className;
    element.append(...children);
    return element;
  }

  function button(text: string, className: string, act: () => void): El {
    const element = make('button', className, text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  }

  function lawPart(finding: FindingData): El | undefined {
    const law = plan?.laws[finding.law];
    if (law === undefined || law.clauses.length === 0) return undefined;
    const all = make('details', 'law', make('summary', '', law.clauses.map(([label]) => label).join(word('and'))));
    for (const [label, quote] of law.clauses) {
      all.append(make('p', '', make('b', '', label), ...(quote === '' ? [] : [make('q', '', quote)])));
    }
    if (law.penalty !== '') all.append(make('p', 'penalty', make('b', '', word('penalty')), law.penalty));
    all.open = whole;
    return all;
  }

  function restPart({ n, rest }: FindingData): El {
    const items = rest.map(({ subject, text, target }) => {
      const name = target === undefined ? make('b', '', subject) : button(subject, 'link', () => choose(n, target));
      return make('li', '', name, make('span', '', text));
    });
    const all = make('details', 'rest', make('summary', '', fill('others', { n: rest.length })));
    all.append(make('ul', '', ...items));
    all.open = whole;
    return all;
  }

  function choose(n: number, target: Target | undefined): void {
    mark(n);
    hooks.onSelect(n, target);
  }

  function card(finding: FindingData): El {
    const { n, group, verdict, title, subject, text, facts, advice, question, target } = finding;
    const name = button('', 'name', () => choose(n, target));
    name.append(make('span', `no ${group}`, String(n)), make('span', 'subject', subject));
    const list = make('dl', '');
    for (const [label, value] of facts) list.append(make('dt', '', label), make('dd', '', value));
    const law = lawPart(finding);
    const item = make(
      'li',
      `card ${group}`,
      make('h4', '', name),
      make('p', 'kind', make('span', `tag ${group}`, verdict), title),
      make('p', 'text', text),
      ...(question === undefined ? [] : [make('p', 'question', question)]),
      ...(advice === undefined
        ? []
        : [make('p', 'advice', make('b', '', word(group === 'review' ? 'consider' : 'advice')), advice)]),
      ...(law === undefined ? [] : [law]),
      list,
      ...(finding.rest.length === 0 ? [] : [restPart(finding)]),
      ...(group === 'review' ? [make('p', 'judge', word('judge'))] : []),
      ...(target === undefined ? [make('p', 'nowhere', word('nowhere'))] : []),
    );
    item.id = `finding-${n}`;
    item.tabIndex = -1;
    cards.set(n, item);
    return item;
  }

  /** What the search looks through: everything said of a finding. */
  function textOf({ n, subject, title, text, verdict, facts, advice, rest }: FindingData): string {
    const said = [`#${n}`, subject, title, text, verdict, advice ?? '', ...facts.map(([, fact]) => fact)];
    return [...said, ...rest.flatMap((one) => [one.subject, one.text])].join(' ').toLowerCase();
  }

  /** Whether finding `i` has every term; its text is put together when first searched. */
  function matches(i: number, terms: readonly string[]): boolean {
    const finding = plan?.findings[i];
    if (finding === undefined) return false;
    texts[i] ??= textOf(finding);
    const text = texts[i];
    return terms.every((term) => text.includes(term));
  }

  const groups = () =>
    [...part('verdicts').querySelectorAll('input')].filter((box) => box.checked).map(({ value }) => value);

  function apply(): void {
    if (plan === undefined) return;
    const [chosen, clause] = [groups(), part('clause').value];
    const terms = part('search')
      .value.toLowerCase()
      .split(/\s+/)
      .filter((term) => term !== '');
    found = plan.findings.filter(
      ({ group, keys }, i) =>
        chosen.includes(group) && (clause === '' || keys.includes(clause)) && (terms.length === 0 || matches(i, terms)),
    );
    page = 0;
    draw();
    const count = fill('count', { n: found.length, all: plan.findings.length });
    part('count').textContent = count;
    hooks.say(count);
  }

  function draw(): void {
    cards.clear();
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(Math.max(0, page), pages - 1);
    const shown = whole ? found : found.slice(page * PAGE, (page + 1) * PAGE);
    const parts: El[] = [];
    let list: El | undefined;
    let group = '';
    for (const finding of shown) {
      if (finding.group !== group || list === undefined) {
        group = finding.group;
        list = make('ol', 'cards');
        list.setAttribute('role', 'list');
        parts.push(make('h3', '', word(`heading-${group}`)), list);
      }
      list.append(card(finding));
    }
    if (found.length === 0)
      parts.push(make('p', 'none', word(plan?.findings.length === 0 ? 'no-findings' : 'no-match')));
    part('list').replaceChildren(...parts);
    part('pages').hidden = whole || pages < 2;
    part('page').textContent = fill('page', { n: page + 1, all: pages });
    part('before').disabled = page === 0;
    part('after').disabled = page === pages - 1;
    mark(selected);
  }

  function mark(n: number): void {
    cards.get(selected)?.removeAttribute('aria-current');
    selected = n;
    cards.get(n)?.setAttribute('aria-current', 'true');
  }

  function turn(by: number): void {
    page += by;
    draw();
    part('findings').scrollIntoView({ block: 'start' });
    hooks.say(part('page').textContent ?? '');
  }

  part('before').addEventListener('click', () => turn(-1));
  part('after').addEventListener('click', () => turn(1));
  part('verdicts').addEventListener('change', apply);
  part('clause').addEventListener('change', apply);
  part('search').addEventListener('input', apply);
  part('clear').addEventListener('click', clear);

  function clear(): void {
    for (const box of part('verdicts').querySelectorAll('input')) box.checked = true;
    part('clause').value = '';
    part('search').value = '';
    apply();
  }

  return {
    show: (next) => {
      plan = next;
      selected = 0;
      texts = [];
      const option = (value: string, text: string) => {
        const element = make('option', '', text);
        element.value = value;
        return element;
      };
      const used = new Set(next.findings.flatMap(({ keys }) => keys));
      const clauses = next.clauses.filter(([key]) => used.has(key)).map(([key, name]) => option(key, name));
      part('clause').replaceChildren(option('', word('every-clause')), ...clauses);
      for (const box of part('verdicts').querySelectorAll('input')) {
        const n = next.findings.filter(({ group }) => group === box.value).length;
        part(`n-${box.value}`).textContent = String(n);
      }
      clear();
    },
    select: (n, reveal) => {
      if (reveal && n > 0 && !found.some((finding) => finding.n === n)) clear();
      const index = found.findIndex((finding) => finding.n === n);
      if (index >= 0 && Math.floor(index / PAGE) !== page) {
        page = Math.floor(index / PAGE);
        draw();
      }
      mark(n);
      const item = cards.get(n);
      if (!reveal || item === undefined) return;
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: 'start' });
    },
    shown: () => found.map(({ n }) => n),
    filter: ({ clause, text }) => {
      if (clause !== undefined) part('clause').value = clause;
      if (text !== undefined) part('search').value = text;
      apply();
    },
    paper: (on) => {
      whole = on;
      draw();
    },
  };
}
