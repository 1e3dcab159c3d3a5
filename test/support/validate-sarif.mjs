// Validates SARIF files with Microsoft's validator, which is too large to be a dependency:
//   SARIF_MULTITOOL=<folder with node_modules/@microsoft/sarif-multitool> node test/support/validate-sarif.mjs FILE…
// Its exit code is 0 even on errors, and a wrong enum makes it silent, so its own log is what counts. Errors and
// warnings fail, except SARIF2001 (a message must end with a period) in Chinese, where messages end with 。.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = process.env.SARIF_MULTITOOL;
const files = process.argv.slice(2);
if (!folder || files.length === 0) {
  console.error('usage: SARIF_MULTITOOL=FOLDER node test/support/validate-sarif.mjs FILE...');
  process.exit(2);
}

/** The validator itself, called directly: its JavaScript wrapper hides what it prints. */
function binary() {
  const scope = join(folder, 'node_modules', '@microsoft');
  const name = readdirSync(scope).find((entry) => /^sarif-multitool-(linux|darwin|win32)$/.test(entry));
  if (name === undefined) throw new Error(`no sarif-multitool for this platform in '${scope}'`);
  return join(scope, name, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
}

/** What the validator finds in `file`: rule, level, text. */
function findings(file, out) {
  const said = execFileSync(
    tool,
    [
      'validate',
      file,
      '-o',
      out,
      '--log',
      'ForceOverwrite',
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning;Note',
    ],
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  const log = JSON.parse(readFileSync(out, 'utf8').replace(/^\ufeff/, ''));
  const [run] = log.runs;
  const failures = (run.invocations ?? []).flatMap((invocation) => [
    ...(invocation.toolExecutionNotifications ?? []),
    ...(invocation.toolConfigurationNotifications ?? []),
  ]);
  const broken = failures.filter(({ level }) => level === 'error').map(({ message }) => message.text);
  if (broken.length > 0 || run.results === undefined)
    throw new Error([`'${file}' was not validated`, ...broken, said].join('\n'));
  return run.results.map((result) => ({
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

const tool = binary();
const scratch = mkdtempSync(join(tmpdir(), 'sarif-'));
let bad = 0;
for (const [n, file] of files.entries()) {
  const chinese = JSON.parse(readFileSync(file, 'utf8')).runs[0].language === 'zh-CN';
  const accepted = ({ rule, level }) => level === 'note' || (chinese && rule === 'SARIF2001');
  for (const finding of findings(file, join(scratch, `${n}.sarif`))) {
    if (accepted(finding)) continue;
    bad += 1;
    console.error(`${file}: ${finding.level} ${finding.rule}: ${finding.text}`);
  }
}
rmSync(scratch, { recursive: true, force: true });
console.log(bad === 0 ? `${files.length} SARIF files: no error, no warning` : `${bad} errors or warnings`);
process.exitCode = bad === 0 ? 0 : 1;
