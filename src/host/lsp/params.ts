// Parameters of requests: an editor that leaves out what the protocol asks for is told so.
import { ErrorCodes, Message, ResponseError } from 'vscode-languageserver/node';
import { render, verbatim } from '../../i18n/locale.js';
import { isRecord } from '../../plan/read/unknown.js';
import type { LanguageServer } from './server.js';
import { serverTexts as t } from './texts.js';

/** Parameters that a request must have. */
type Needed = 'textDocument' | 'position' | 'range' | 'context';

const IS: Readonly<Record<Needed, (value: unknown) => boolean>> = {
  textDocument: (value) => isRecord(value) && typeof value.uri === 'string',
  position: isPosition,
  range: (value) => isRecord(value) && isPosition(value.start) && isPosition(value.end),
  context: isRecord,
};

function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Parameters of an editor that says nothing of itself. */
const NO_ABILITIES = { processId: null, rootUri: null, capabilities: {} } as const;

/**
 * Returns the message with empty parameters in place of `params: null`. The protocol doesn't allow null there; passed on, it
 * would end in an error from within the library.
 */
export function withParamsGiven(message: Message): Message {
  if (!Message.isRequest(message) && !Message.isNotification(message)) return message;
  const { method, params } = message;
  if (params !== null || !(method === 'initialize' || method.includes('/'))) return message;
  const whole: typeof message = { ...message, params: method === 'initialize' ? NO_ABILITIES : {} };
  return whole;
}

/**
 * Wraps a request handler: calls `answer` only if the parameters named in `needed` are there and well-formed. Otherwise
 * the handler returns an InvalidParams error that names the missing or wrong one. `Rest`: what else the handler is
 * called with; it is passed on.
 */
export function withParams<P extends object, Rest extends readonly unknown[], R>(
  { locale }: LanguageServer,
  needed: readonly Needed[],
  answer: (params: P, ...rest: Rest) => R,
): (params: P, ...rest: Rest) => R | ResponseError<void> {
  return (params, ...rest) => {
    const given: unknown = params;
    const wrong = needed.find((name) => !isRecord(given) || !IS[name](given[name]));
    if (wrong === undefined) return answer(params, ...rest);
    return new ResponseError(ErrorCodes.InvalidParams, render(t.wrongParams({ name: verbatim(wrong) }), locale));
  };
}
