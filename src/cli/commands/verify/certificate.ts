// Verifying of a certificate of `suggest` against its plan.

import { sha256 } from '../../../base/hash.js';
import { type Certificate, certificateIn, readCertificate } from '../../../features/suggest/certificate/certificate.js';
import { checkCertificate } from '../../../features/suggest/certificate/check.js';
import {
  isValid,
  type Verification,
  verificationDocument,
  verificationRecord,
} from '../../../features/suggest/certificate/document.js';
import { t } from '../../../features/suggest/certificate/texts.js';
import { type ReportFile, ReportRefusal } from '../../../features/verify/read.js';
import { lintInput } from '../../../host/batch/lint-one.js';
import { catalogueFor } from '../../../host/config/suggest/catalogue.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale, Localized } from '../../../i18n/locale.js';
import { drawnOf } from '../../../lint/support/drawn.js';
import { plainText } from '../../../render/escape.js';
import { writeTerminal } from '../../../render/writers/terminal.js';
import type { Limits } from '../../../source/limits.js';
import { parseSource } from '../../../source/parse/parse.js';
import { locate } from '../../../source/place/locate.js';
import type { SourceProblem } from '../../../source/problem.js';
import type { SourceFile } from '../../../source/types.js';
import type { HashedPlan } from './match.js';
import { type RequestedTerms, termsAgain } from './terms.js';

/** A certificate as given. */
interface Given {
  readonly file: string;
  readonly sha256: string;
  readonly certificate: Certificate;
}

/** What the command line says of how its plan is judged. */
interface Asked {
  readonly terms: RequestedTerms;
  readonly day: string | undefined;
  /** File of types and mounting rules. */
  readonly types: string | undefined;
}

/** How the result is written. */
interface Print {
  readonly format: 'terminal' | 'json';
  readonly color?: boolean;
  readonly locale: Locale;
}

/**
 * Returns the certificate of `suggest` in a file; undefined if the file holds no certificate.
 *
 * @throws ReportRefusal if the file says that it is a certificate, but doesn't have the form of one
 */
export function certificateOf({ name, bytes }: ReportFile, limits: Limits): Given | undefined {
  const parsed = parseSource(name, bytes, { format: 'json', texts: 'any', limits });
  const inner = parsed.ok ? certificateIn(parsed.value) : undefined;
  if (inner === undefined) return undefined;
  const read = readCertificate(inner.value, name, inner.pointer);
  if (!read.ok) throw new ReportRefusal(read.problems.slice(0, MOST_FAULTS).map((one) => located(parsed.file, one)));
  return { file: name, sha256: sha256(bytes), certificate: read.certificate };
}

/** Faults of its form that are named. */
const MOST_FAULTS = 3;

function located(file: SourceFile, { message, place }: SourceProblem): Localized {
  const { line, column } = locate(file, place).start;
  return t.located({ where: `${file.path}:${line}:${column}`, text: message });
}

/**
 * Checks a certificate against its plan, prints the result and returns the exit code: 0 if it holds, 1 if not. Judges the
 * plan by the day, packs and terms that the certificate records, except those that the command line gives.
 *
 * @throws UsageError unless `plans` has exactly one plan
 * @throws ReportRefusal if the plan can't be read, or a pack or file that the certificate records is missing
 */
export function verifyCertificate(
  { file, sha256: hash, certificate }: Given,
  plans: readonly HashedPlan[],
  { terms: asked, day, types }: Asked,
  { format, color, locale }: Print,
  io: Io,
): ExitCode {
  const [one, ...others] = plans;
  if (one === undefined || others.length > 0) throw UsageError.onOptions(t.tooMany({ n: plans.length }));
  const { plan } = one;
  const recorded = { terms: { ...certificate.terms, fixes: false, exit: true }, baseline: undefined };
  const { options, missing } = termsAgain(asked, recorded, plan.path, io);
  const [lacking] = missing;
  if (lacking !== undefined) {
    const name = 'path' in lacking ? lacking.path : 'id' in lacking ? lacking.id : lacking.kind;
    throw new ReportRefusal([t.missing({ name: plainText(name) })]);
  }
  const report = lintInput(plan, io, { ...options, today: day ?? certificate.today });
  const drawn = report.ok ? drawnOf(report) : undefined;
  if (!report.ok || drawn === undefined) throw new ReportRefusal([t.unreadable({ plan: plan.path })]);
  const catalogue = catalogueFor(plan.path, drawn, { types, root: asked.root }, io);
  const verification: Verification = {
    file,
    sha256: hash,
    version: version(),
    certificate,
    report,
    catalogue,
    checked: checkCertificate(report, certificate, catalogue),
  };
  io.out(
    format === 'json'
      ? `${JSON.stringify(verificationRecord(verification), null, 2)}\n`
      : writeTerminal([verificationDocument(verification)], {
          locale,
          colour: wantsColour(color, io),
          width: io.columns,
        }),
  );
  return isValid(verification) ? 0 : 1;
}
