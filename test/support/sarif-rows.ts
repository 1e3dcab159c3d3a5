// Verdicts of a SARIF log, one by one: a result's own, and those of its rows.
import type { Result } from 'sarif';

/** What a log says of one verdict. */
export interface ToldVerdict {
  readonly rule: string | undefined;
  readonly subject: string;
  readonly kind: Result['kind'];
  readonly state: Result['baselineState'];
  readonly fingerprint: string | undefined;
}

/** Returns every verdict that results tell, rows after the one in full. */
export function toldVerdicts(results: readonly Result[]): ToldVerdict[] {
  return results.flatMap(({ ruleId: rule, kind, baselineState: state, partialFingerprints, properties }) => {
    const rows: readonly { readonly subject: string; readonly fingerprint: string }[] = properties?.rows ?? [];
    const own = { subject: String(properties?.subject), fingerprint: partialFingerprints?.['sitecamFinding/v2'] };
    return [own, ...rows].map(({ subject, fingerprint }) => ({ rule, subject, kind, state, fingerprint }));
  });
}
