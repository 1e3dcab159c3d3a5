// Option `--decisions`: the file of decisions that it names, and the hash that pins its content.
import { type DecisionFile, parseDecisions } from '../../../config/decisions.js';
import { ConfigurationError } from '../../../config/error.js';
import type { Io } from '../../io.js';
import { hasSitecamName } from '../../plans/names.js';
import { UsageError } from '../../usage.js';

const PIN = '#sha256=';

/** Returns the path in a value of `--decisions`, without the hash that may follow it (`#sha256=` and hex digits). */
export function decisionsPath(named: string): string {
  const at = named.lastIndexOf(PIN);
  return at < 0 ? named : named.slice(0, at);
}

/**
 * Returns the decisions in the file that a value of `--decisions` names.
 *
 * @throws UsageError if the file can't be read or hasn't the hash that pins it @throws ConfigurationError with every
 * problem of a faulty file
 */
export function decisionsAt(named: string, io: Io): DecisionFile {
  const path = io.shown(decisionsPath(named));
  const bytes = io.read(path);
  if (bytes === undefined) {
    throw new UsageError(
      {
        zh: `审查决定文件“${path}”不存在或者不能读取。`,
        en: `the file of decisions '${path}' does not exist or can't be read.`,
      },
      { zh: '审查决定文件不存在或者不能读取。', en: "the file of decisions does not exist or can't be read." },
    );
  }
  const loaded = parseDecisions(path, io.absolute(path), bytes, hasSitecamName(io.real(path)));
  if (!loaded.ok)
    throw new ConfigurationError(loaded.problems, [loaded.file], (count) => ({
      zh: `审查决定文件不能使用（${count}处错误），未作任何审查。`,
      en: `The file of decisions can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was linted.`,
    }));
  checkPin(named, path, loaded.decisions.file.sha256);
  return loaded.decisions;
}

function checkPin(named: string, path: string, sha256: string): void {
  const at = named.lastIndexOf(PIN);
  if (at < 0) return;
  const pin = named.slice(at + PIN.length).toLowerCase();
  if (pin === sha256) return;
  throw new UsageError(
    {
      zh: `审查决定文件“${path}”的SHA-256是${sha256}，不是 --decisions 所写明的“${pin}”。请核对该文件是否被改动，或者改写该值。`,
      en: `the SHA-256 of the file of decisions '${path}' is ${sha256}, not '${pin}' as --decisions says. Check whether the file was altered, or correct the hash.`,
    },
    {
      zh: '审查决定文件的SHA-256与 --decisions 所写明的不同。',
      en: 'the file of decisions has not the SHA-256 that --decisions says.',
    },
  );
}
