// Results of the plans of a run, in memory: as they are, or packed where those of thousands of plans would fill it.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LintResult, Report } from '../../lint/types.js';
import { encoded, resultOf } from './encoded-result.js';
import type { Job } from './job.js';

/**
 * Most characters of source text whose results are held as they are. A plan of 13,000 takes 1.6 MB as a result, and
 * 50 KB packed.
 */
const MOST_AS_THEY_ARE = 500_000;

/** Members of a report that take memory: all but a hundredth of it. */
const LARGE = ['site', 'files', 'verdicts', 'checklist', 'assumptions'] as const;

/** Unpacked reports that are kept for the next who reads them. */
const RECENT = 4;

/** Fast rather than small: what one writes, the same run reads. */
const LEVEL = 1;

/**
 * Holds the results of a run. Once the plans together are large, a further report is held as packed text, and its large
 * members are unpacked when they are read, for as long as no other plans are. Whoever goes through the plans one by one
 * needs the memory of a few.
 */
export class Results {
  private readonly all = new Map<number, LintResult>();
  private readonly recent = new Map<number, Report>();
  private characters = 0;

  /** @param most characters of source text whose results are held as they are */
  constructor(
    private readonly jobOf: (index: number) => Job,
    private readonly most: number = MOST_AS_THEY_ARE,
  ) {}

  get(index: number): LintResult | undefined {
    return this.all.get(index);
  }

  /**
   * Takes the result of the plan at `index`.
   *
   * @param text the result as `encoded` writes it, if somebody has written it already
   */
  put(index: number, result: LintResult, text?: string): void {
    this.characters += result.files.reduce((sum, file) => sum + file.text.length, 0);
    // A proved fix names its verdict by the object itself.
    const isHeld = this.characters <= this.most || !result.ok || result.fixes !== undefined;
    this.all.set(index, isHeld ? result : this.packed(index, result, text ?? encoded(result)));
  }

  private packed(index: number, report: Report, text: string): Report {
    const bytes = deflateRawSync(text, { level: LEVEL });
    const shell = { ...report };
    for (const name of LARGE) {
      const get = () => this.unpacked(index, bytes)[name];
      Object.defineProperty(shell, name, { get, enumerable: true, configurable: true });
    }
    return shell;
  }

  private unpacked(index: number, bytes: Uint8Array): Report {
    const known = this.recent.get(index);
    if (known !== undefined) return known;
    const report = resultOf(inflateRawSync(bytes).toString(), this.jobOf(index));
    if (!report.ok) throw new Error('a report was packed, and no report came out');
    for (const [oldest] of this.recent) if (this.recent.size >= RECENT) this.recent.delete(oldest);
    this.recent.set(index, report);
    return report;
  }
}
