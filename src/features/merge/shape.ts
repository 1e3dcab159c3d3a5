// The shape that a record must have before anything is made of it.
import { isDay } from '../../i18n/day.js';
import { SINCE } from '../../lint/baseline/types.js';
import { FAIL_ON } from '../../lint/exit.js';
import { rules } from '../../rules/registry.gen.js';
import type { RecordHead, RecordLine } from './record.js';

/** True if a value is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string';
const count: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const oneOf =
  (...choices: readonly unknown[]): Test =>
  (value) =>
    choices.includes(value);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const object =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, test]) => test(value[name]));

const RULES: ReadonlySet<unknown> = new Set(rules.map(({ id }) => id));
const localized = object({ zh: text, en: text });
const place = object({ path: text, pointer: text });
const message = object({ id: text, params: isObject });
const file = object({ path: text, text, sha256: text, format: oneOf('yaml', 'json') });
const located = object({ names: list(text), at: list(count) });
const waiver = object({ rule: text, subject: text, reason: text, by: text, until: text, place });

const OUTCOME = oneOf('fail', 'open', 'review', 'pass', 'notApplicable');

const verdict = object({
  rule: (value) => RULES.has(value),
  subject: text,
  outcome: OUTCOME,
  level: oneOf('error', 'warning'),
  message,
  advice: optional(message),
  says: list(message),
  bases: list(
    object({
      clause: text,
      law: text,
      role: oneOf('decides', 'prohibits-installing', 'refers'),
      outcome: (value) => value === null || OUTCOME(value),
      basis: oneOf('law', 'reading', 'contested'),
      because: optional(message),
      penalties: list(text),
      duties: list(text),
    }),
  ),
  place,
  related: list(object({ place, caption: localized })),
  dependsOn: object({ levels: list(text), devices: list(text) }),
  fingerprint: text,
  since: optional(oneOf(...SINCE)),
  waiver: optional(waiver),
  geometry: optional(text),
  decision: optional(
    object({
      decision: oneOf('complies', 'amend'),
      by: text,
      document: text,
      date: text,
      reason: text,
      lapsed: optional(oneOf(true)),
      place,
    }),
  ),
});

const level = object({ id: text, zones: list(object({ id: text, kind: text, place })), devices: list(isObject) });
const report = object({
  ok: oneOf(true),
  path: text,
  site: object({
    name: text,
    categories: list(isObject),
    levels: list(level),
    waivers: list(waiver),
    faults: list(isObject),
    files: list(file),
    place,
  }),
  files: list(file),
  located: list(located),
  verdicts: list(verdict),
  summary: isObject,
  checklist: list(object({ rule: text, subject: text, clause: text, item: localized, stated: optional(localized) })),
  cautions: optional(list(object({ kind: text, text: localized }))),
});

const unreadable = object({
  ok: oneOf(false),
  path: text,
  unreadable: list(object({ code: text, message, place })),
  files: list(file),
  located: list(located),
  terms: optional(object({ plans: list(text) })),
});

const head = object({
  record: oneOf(1),
  version: text,
  today: (value) => typeof value === 'string' && isDay(value),
  plans: count,
  shard: optional(
    (value) =>
      object({ index: count, of: count, all: count })(value) &&
      isObject(value) &&
      Number(value.index) >= 1 &&
      Number(value.index) <= Number(value.of),
  ),
  redacted: optional(oneOf(true)),
  options: isObject,
  terms: list(
    object({ options: object({ today: text, pack: optional(text), added: optional(text) }), packs: list(isObject) }),
  ),
});

const line = object({
  terms: optional(count),
  absolute: optional(text),
  failOn: oneOf(...FAIL_ON),
  result: (value) => report(value) || unreadable(value),
});

/** True if a value has the shape of a record's first line, as far as it is used before reports are written. */
export function isHead(value: unknown): value is RecordHead {
  return head(value);
}

/** True if a value has the shape of a line about a plan, as far as the exit code rests on it. */
export function isLine(value: unknown): value is RecordLine {
  return line(value);
}
