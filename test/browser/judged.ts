// What the page of the test runs, and the test itself to compare with it: plans to what is said of them.
import { sha256 } from '../../src/base/hash.js';
import { lint, loadPack, rules } from '../../src/index.js';
import { messageText } from '../support/message-text.js';

/** A plan with the files beside it, their bytes in base64. */
export interface Given {
  readonly path: string;
  /** Id of the pack that alone judges; absent: the laws in force for the site. */
  readonly pack?: string;
  readonly files: Readonly<Record<string, string>>;
}

const TODAY = '2026-06-30';

/** Returns what is said of a plan, a line for each verdict: fingerprints, outcome and message in both languages. */
export function said({ path, pack, files }: Given): string[] {
  const read = (name: string) => {
    const content = files[name];
    return content === undefined ? undefined : Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
  };
  const result = lint([{ path }], { today: TODAY, read, ...(pack !== undefined && { pack: loadPack(pack) }) })[0];
  if (!result.ok) return result.unreadable.map((problem) => JSON.stringify(problem));
  return result.verdicts.map(({ rule, subject, outcome, fingerprint, geometry, message, advice }) => {
    const texts = [message, ...(advice === undefined ? [] : [advice])].flatMap((one) =>
      (['zh-CN', 'en'] as const).map((locale) => messageText(rules, rule, one, locale)),
    );
    return [rule, subject, outcome, fingerprint, geometry ?? '', ...texts].join('\n');
  });
}

/** Returns the SHA-256 of what is said of each plan: megabytes less to hand over. */
export function hashes(plans: readonly Given[]): string[] {
  return plans.map((plan) => sha256(said(plan).join('\n\n')));
}
