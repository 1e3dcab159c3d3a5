// The result of a verification as JSON, version 1 of schemas/verify-1.schema.json.
import { sha256 } from '../../base/hash.js';
import { jsonText } from '../../report/json/write.js';
import { answerOf, holdsHashes, type ReportDifference, type Verified } from './types.js';

/** Returns the result of a verification as JSON text, described by schemas/verify-1.schema.json. */
export function verifiedJson(verified: Verified): string {
  const { given, version, today, dayFrom, packs, plans, unexpectedPlans, unchecked, unknown, comparison } = verified;
  const { name, format, run, bytes } = given;
  const value = {
    version: 1,
    tool: { name: 'sitecam', version },
    answer: answerOf(verified),
    report: {
      file: name,
      sha256: sha256(bytes),
      format,
      version: run?.sitecam ?? null,
      language: run?.language ?? null,
      redacted: run?.redacted === true,
      hashes: holdsHashes(format) && run?.redacted !== true,
    },
    today,
    dayFrom,
    packs,
    plans: plans.map(({ path, recorded, sha256 }) => ({ path, recorded, sha256: sha256 ?? null })),
    strange: unexpectedPlans,
    unchecked,
    unknown,
    compared:
      comparison === undefined
        ? null
        : { verdicts: comparison.verdicts ?? null, bytes: comparison.bytes, more: comparison.more },
    differences: (comparison?.differences ?? []).map(differenceRecord),
  };
  return `${jsonText(value, 0)}\n`;
}

/** Returns the record of a difference, with null for what one side doesn't have. */
function differenceRecord(difference: ReportDifference): object {
  switch (difference.kind) {
    case 'verdict':
      return {
        kind: difference.kind,
        ...difference.verdict,
        outcome: sides(...difference.outcomes),
        changes: difference.changes.map(({ at, report, now }) => ({ at, ...sides(report, now) })),
      };
    case 'missing':
    case 'added':
      return { kind: difference.kind, ...difference.verdict, outcome: difference.outcome ?? null };
    case 'order':
      return { kind: difference.kind, ...difference.verdict, ...sides(difference.report, difference.now) };
    case 'bytes':
      return difference;
    case 'version':
      return { kind: difference.kind, ...sides(difference.report, difference.now) };
    case 'file':
      return { kind: difference.kind, path: difference.path, ...sides(difference.report, difference.now) };
    case 'pack':
      return { kind: difference.kind, id: difference.id, ...sides(difference.report, difference.now) };
    default: {
      const { at, report, now } = difference.change;
      return { kind: difference.kind, at, ...sides(report, now) };
    }
  }
}

function sides(report: unknown, now: unknown) {
  return { report: report ?? null, now: now ?? null };
}
