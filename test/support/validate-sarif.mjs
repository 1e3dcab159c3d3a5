// Validates SARIF files with Microsoft's validator, which is too large to be a dependency:
//   SARIF_MULTITOOL=<folder with node_modules/@microsoft/sarif-multitool> node test/support/validate-sarif.mjs FILE…
// Its exit code is 0 even on errors, and a wrong enum makes it silent, so its own log is what counts. Errors and
// warnings fail, except SARIF2001 (a message must end with a period) in Chinese, where messages end with 。.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const folder = process.env.SARIF_MULTITOOL;
const files = process.argv.slice(2);
if (!folder || files.length === 0) {
  console.error('usage: SARIF_MULTITOOL=FOLDER node test/support/validate-sarif.mjs FILE...');
  process.exit(2);
}

/** Returns the path of the validator's own program: its JavaScript wrapper hides what it prints. */
function binary() {
  const scope = join(folder, 'node_modules', '@microsoft');
  const name = readdirSync(scope).find((entry) => /^sarif-multitool-(linux|darwin|win32)$/.test(entry));
  if (name === undefined) throw new Error(`no sarif-multitool for this platform in '${scope}'`);
  return join(scope, name, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
}

/** Returns the validator's findings on `files`, notes too: address of the file, rule, level, text. */
async function findings(files, out) {
  const { stdout } = await promisify(execFile)(
    tool,
    [
      'validate',
      ...files,
      '-o',
      out,
      '--log',
      'ForceOverwrite',
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning;Note',
    ],
    {
      encoding: 'utf8',
      maxBuffer: Number.POSITIVE_INFINITY,
      // It is done before compiling it better for what it does would pay.
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_TieredPGO: '0' },
    },
  );
  const log = JSON.parse(readFileSync(out, 'utf8').replace(/^\ufeff/, ''));
  const [run] = log.runs;
  const failures = (run.invocations ?? []).flatMap((invocation) => [
    ...(invocation.toolExecutionNotifications ?? []),
    ...(invocation.toolConfigurationNotifications ?? []),
  ]);
  const broken = failures.filter(({ level }) => level === 'error').map(({ message }) => message.text);
  if (broken.length > 0 || run.results === undefined)
    throw new Error([`'${files.join(' ')}' were not validated`, ...broken, stdout].join('\n'));
  return run.results.map((result) => ({
    uri: result.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    rule: result.ruleId,
    level: result.level ?? 'warning',
    text: textOf(result, run),
  }));
}

function textOf({ message, ruleIndex, locations }, run) {
  const template = run.tool.driver.rules?.[ruleIndex]?.messageStrings?.[message.id]?.text;
  const text = message.text ?? (template ?? '').replace(/\{(\d+)\}/g, (_, n) => message.arguments?.[Number(n)] ?? '');
  const line = locations?.[0]?.physicalLocation?.region?.startLine;
  return line === undefined ? text : `line ${line}: ${text}`;
}

/**
 * Returns the findings on all of `files`. One process reads many files, since starting it takes longer than reading
 * one. A file it can't read ends the process without a word on the others, so each file without a finding runs again by
 * itself. Every SARIF file of ours gives at least a note; a file without any was not read, and throws.
 */
async function batch(files, name) {
  const found = await findings(files, join(scratch, `${name}.sarif`));
  const told = new Set(found.map(({ uri }) => uri));
  for (const [n, file] of files.entries()) {
    if (told.has(uriOf(file))) continue;
    const own = await findings([file], join(scratch, `${name}.${n}.sarif`));
    if (own.length === 0) throw new Error(`'${file}' was not validated: not even a note on it`);
    found.push(...own);
  }
  return found;
}

const uriOf = (file) => pathToFileURL(resolve(file)).href;

const tool = binary();
const scratch = mkdtempSync(join(tmpdir(), 'sarif-'));
const isChinese = (file) => JSON.parse(readFileSync(file, 'utf8')).runs[0].language === 'zh-CN';
const chinese = new Set(files.filter(isChinese).map(uriOf));
// One batch for each processor, the files dealt out in turn.
const hands = Math.min(availableParallelism(), files.length);
const batches = Array.from({ length: hands }, (_, hand) => files.filter((_, n) => n % hands === hand));
let bad = 0;
for (const { uri, rule, level, text } of (await Promise.all(batches.map(batch))).flat()) {
  if (level === 'note' || (chinese.has(uri) && rule === 'SARIF2001')) continue;
  bad += 1;
  console.error(`${uri}: ${level} ${rule}: ${text}`);
}
rmSync(scratch, { recursive: true, force: true });
console.log(bad === 0 ? `${files.length} SARIF files: no error, no warning` : `${bad} errors or warnings`);
process.exitCode = bad === 0 ? 0 : 1;
