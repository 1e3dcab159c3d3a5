// The first screen: takes the plan and the files it refers to.
import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Locale } from '../../i18n/locale.js';
import { plainText } from '../../render/escape.js';
import type { Words } from '../page/words.js';
import { chosen, type Refusal, type Taken } from './files.js';

/** Makes a field take a folder. All browsers know it; it is in no standard. */
const FOLDER = { webkitdirectory: true };

/** Names of the languages, each in its own. */
const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

/**
 * What the first screen waits for. `files`: that the user chooses some; `choice`: of one of `plans`, paths; `missing`:
 * the files at `paths`, to which `plan` refers; `verdict`: that the plan is judged.
 */
export type Waiting =
  | { readonly waits: 'files'; readonly problem?: string }
  | { readonly waits: 'choice'; readonly plans: readonly string[] }
  | { readonly waits: 'missing'; readonly plan: string; readonly paths: readonly string[] }
  | { readonly waits: 'verdict' };

/** What the first screen shows and does. */
export interface StartProps {
  readonly words: Words;
  readonly locale: Signal<Locale>;
  readonly waiting: Waiting;
  readonly take: (taken: Promise<Taken | Refusal>) => void;
  readonly choose: (plan: string) => void;
}

/** The first screen, on which users choose files and, among several plans, one. */
export function Start({ words, locale, waiting, take, choose }: StartProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const taken = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    take(chosen([...(currentTarget.files ?? [])]));
    // The same file may be chosen again, after it was changed.
    currentTarget.value = '';
  };
  const isBusy = waiting.waits === 'verdict';
  return (
    <main class="start">
      <button
        type="button"
        class="link language"
        lang={locale.value === 'en' ? 'zh-CN' : 'en'}
        onClick={() => {
          locale.value = locale.value === 'en' ? 'zh-CN' : 'en';
        }}
      >
        {LANGUAGES[locale.value === 'en' ? 'zh-CN' : 'en']}
      </button>
      <h1>{words('title')}</h1>
      <p>{words('about')}</p>
      <div class="drop">
        <p>{words('drop')}</p>
        <p class="choose">
          <button type="button" disabled={isBusy} onClick={() => files.current?.click()}>
            {words('files')}
          </button>
          <button type="button" disabled={isBusy} onClick={() => folder.current?.click()}>
            {words('folder')}
          </button>
        </p>
        <input ref={files} type="file" multiple hidden onChange={taken} />
        <input ref={folder} type="file" {...FOLDER} hidden onChange={taken} />
        <div role="status">
          <Asked words={words} waiting={waiting} choose={choose} />
        </div>
      </div>
      <p class="small">{words('private')}</p>
      <p class="small">{words('terms')}</p>
    </main>
  );
}

function Asked({ words, waiting, choose }: Pick<StartProps, 'words' | 'waiting' | 'choose'>) {
  switch (waiting.waits) {
    case 'files':
      return waiting.problem === undefined ? null : <p class="problem">{waiting.problem}</p>;
    case 'verdict':
      return <p>{words('working')}</p>;
    case 'choice':
      return (
        <>
          <p>{words('which')}</p>
          <ul class="choice">
            {waiting.plans.map((path) => (
              <li>
                <button type="button" class="link" onClick={() => choose(path)}>
                  {plainText(path)}
                </button>
              </li>
            ))}
          </ul>
        </>
      );
    case 'missing':
      return (
        <div class="problem">
          <p>{words('missing', { plan: plainText(waiting.plan) })}</p>
          <ul>
            {waiting.paths.map((path) => (
              <li>{plainText(path)}</li>
            ))}
          </ul>
        </div>
      );
  }
}
