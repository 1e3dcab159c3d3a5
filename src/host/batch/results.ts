// Results of the plans of a run, in memory: as they are, or packed where those of thousands of plans would fill it.

import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { LintResult, Report } from '../../lint/types.js';
import { encoded, resultOf } from './encoded-result.js';
import type { Job } from './job.js';

/**
 * Most characters of source text whose results are held as they are. A plan of 13,000 takes 1.6 MB as a result, and
 * 14 KB packed.
 */
const MOST_AS_THEY_ARE = 500_000;

/** Members of a report that take memory: all but a hundredth of it. */
const LARGE = ['site', 'files', 'verdicts', 'checklist', 'assumptions'] as const;

/** Unpacked reports that are kept for the next who reads them. */
const RECENT = 4;

/** Unpacked parcels that are kept: plans come from as many threads in turn, and from a cache. */
const RECENT_PARCELS = 4;

/** Reports packed in one parcel: they share most of their words, so that eight take less than three apart. */
const TOGETHER = 8;

/** Fast rather than small: what one writes, the same run reads. */
const PACKING = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Reports packed together: their texts until the parcel is full, then its bytes. */
interface Parcel {
  texts: string[];
  bytes?: Uint8Array;
}

/**
 * Holds the results of a run. If the plans together are large, reports are kept as packed text; their big members are
 * unpacked when read, and kept for the few reports read last. So going through the plans one by one takes the memory of a
 * few.
 */
export class Results {
  private readonly all = new Map<number, LintResult>();
  private readonly recent = new Map<number, Report>();
  private readonly opened = new Map<Parcel, readonly string[]>();
  private parcel: Parcel = { texts: [] };
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
    const { parcel } = this;
    const place = parcel.texts.push(text) - 1;
    if (parcel.texts.length === TOGETHER) {
      // A text is JSON, which has no line break.
      parcel.bytes = brotliCompressSync(parcel.texts.join('\n'), PACKING);
      parcel.texts = [];
      this.parcel = { texts: [] };
    }
    const shell = { ...report };
    for (const name of LARGE) {
      const get = () => this.unpacked(index, parcel, place)[name];
      Object.defineProperty(shell, name, { get, enumerable: true, configurable: true });
    }
    return shell;
  }

  private unpacked(index: number, parcel: Parcel, place: number): Report {
    const recent = this.recent.get(index);
    if (recent !== undefined) return recent;
    const report = resultOf(this.textsOf(parcel)[place], this.jobOf(index));
    if (!report.ok) throw new Error('a report was packed, and no report came out');
    putLatest(this.recent, index, report, RECENT);
    return report;
  }

  private textsOf(parcel: Parcel): readonly string[] {
    if (parcel.bytes === undefined) return parcel.texts;
    const opened = this.opened.get(parcel);
    if (opened !== undefined) return opened;
    const texts = brotliDecompressSync(parcel.bytes).toString().split('\n');
    putLatest(this.opened, parcel, texts, RECENT_PARCELS);
    return texts;
  }
}

/** Puts an entry into a map that keeps the latest `most`. */
function putLatest<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  for (const [oldest] of map) if (map.size >= most) map.delete(oldest);
  map.set(key, value);
}
