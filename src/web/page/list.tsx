// The list of findings: a line each, the selected one in full.
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FindingData } from '../../report/html/data.js';
import type { Extras, Props } from './app.js';

/** Most findings that are listed at once; a button lists as many more. */
const AT_ONCE = 200;

/**
 * The findings that the filters let through, in the order of their numbers. `Tools` stands in the selected finding,
 * `children` below the list.
 */
export function List({ model, Tools, children }: Props & WithTools & { readonly children: ComponentChildren }) {
  const { words } = model;
  const plan = model.plan.value;
  const listed = model.listed.value;
  const [most, setMost] = useState(AT_ONCE);
  const selected = model.finding.value;
  const at = listed.findIndex(({ n }) => n === selected);
  const shown = listed.slice(0, Math.max(most, at + 1));
  if (plan === undefined) return null;
  const isFiltered = listed.length < plan.findings.length;
  return (
    <div class="list" id="list" tabIndex={-1}>
      {plan.cautions.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must reach
        <section class="cautions" aria-label={words('cautions')} tabIndex={0}>
          {plan.cautions.map((text) => (
            <p class="caution">{text}</p>
          ))}
        </section>
      )}
      <p class="headline">{plan.headline}</p>
      {plan.findings.length > 8 && (
        <label class="search">
          <span class="sr">{words('search')}</span>
          <input
            type="search"
            placeholder={words('search')}
            value={model.query.value}
            onInput={({ currentTarget }) => {
              model.query.value = currentTarget.value;
            }}
          />
        </label>
      )}
      {isFiltered && (
        <p class="count">
          {words('count', { n: listed.length, all: plan.findings.length })}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              model.query.value = '';
              model.clause.value = undefined;
              model.groups.value = new Set();
            }}
          >
            {words('clear')}
          </button>
        </p>
      )}
      {plan.findings.length === 0 && <p class="count">{words('no-findings')}</p>}
      <ol class="rows">
        {shown.map((finding) => (
          <Row key={finding.n} model={model} Tools={Tools} finding={finding} isOpen={finding.n === selected} />
        ))}
      </ol>
      {shown.length < listed.length && (
        <button type="button" class="more" onClick={() => setMost(most + AT_ONCE)}>
          {words('more', { n: Math.min(AT_ONCE, listed.length - shown.length) })}
        </button>
      )}
      {children}
    </div>
  );
}

/** What stands in the selected finding besides. */
interface WithTools {
  readonly Tools: Extras['FindingTools'] | undefined;
}

function Row({
  model,
  Tools,
  finding,
  isOpen,
}: Props & WithTools & { readonly finding: FindingData; readonly isOpen: boolean }) {
  const ref = useRef<HTMLLIElement>(null);
  const isChosen = isOpen && model.chosen.value;
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { n, group, verdict, head, spot, levels } = finding;
  const level = model.plan.value?.levels[levels[0] ?? -1]?.id;
  return (
    <li ref={ref} class={`row ${group}${isOpen ? ' on' : ''}`} data-finding={n}>
      <button type="button" class="head" aria-expanded={isOpen} onClick={() => model.selectFinding(n)}>
        <b class="n">{n}</b>
        <span class="sr">{verdict}</span>
        <span class="about">{head}</span>
        <span class="spot">
          {level !== undefined && <span>{level}</span>} {spot}
        </span>
      </button>
      {isOpen && <Detail model={model} Tools={Tools} finding={finding} />}
    </li>
  );
}

function Detail({ model, Tools, finding }: Props & WithTools & { readonly finding: FindingData }) {
  const { words } = model;
  const { text, advice, question, group } = finding;
  return (
    <div class="detail">
      <p>{text}</p>
      {advice !== undefined && (
        <p class="advice">
          <b>{words(group === 'review' || group === 'warning' ? 'consider' : 'advice')}</b> {advice}
        </p>
      )}
      {question !== undefined && <p class="question">{question}</p>}
      {Tools !== undefined && <Tools finding={finding} />}
      {model.chosen.value && <More model={model} finding={finding} />}
    </div>
  );
}

/** What a finding rests on: nothing that the first screen has room for. */
function More({ model, finding }: Props & { readonly finding: FindingData }) {
  const { words } = model;
  const law = model.plan.value?.laws[finding.law];
  const { facts, rest, title, verdict, levels } = finding;
  return (
    <>
      {rest.length > 0 && (
        <details>
          <summary>{words('others', { n: rest.length })}</summary>
          <ul>
            {rest.map((one) => (
              <li>
                {one.subject} <span>{one.text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {law !== undefined && law.clauses.length > 0 && (
        <details>
          <summary>{law.clauses.map(([label]) => label).join(words('and'))}</summary>
          {law.clauses.map(([label, said]) => (
            <p>
              <b>{label}</b> {said}
            </p>
          ))}
          {law.penalty !== '' && (
            <p>
              <b>{words('penalty')}</b> {law.penalty}
            </p>
          )}
        </details>
      )}
      <details>
        <summary>{words('facts')}</summary>
        <dl>
          <dt>{words('verdict')}</dt>
          <dd>{verdict}</dd>
          <dt>{words('rule')}</dt>
          <dd>{title}</dd>
          {facts.map(([label, value]) => (
            <Fragment>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
      {levels.length === 0 && <p class="nowhere">{words('nowhere')}</p>}
      <button type="button" class="copy" onClick={() => copyLink(model)}>
        {words('copy-link')}
      </button>
    </>
  );
}

/** Copies the page's address, which leads back to what is shown. */
function copyLink(model: Props['model']): void {
  const done = () => {
    model.live.value = model.words('copied');
  };
  // A page of a file has no clipboard in some browsers: then the address bar has the link.
  navigator.clipboard?.writeText(location.href).then(done, done);
}
