// Completion scripts for bash, zsh, fish and PowerShell.
import type { Shell } from '../commands/completion.js';

/** File endings of plans. */
const ENDINGS = ['yaml', 'yml', 'json', 'geojson'];

/**
 * Returns the script that completes sitecam's command line in `shell`. It runs the very program that was typed
 * (`sitecam complete SHELL -- WORDS`), so new commands and options need no new script. The first line of the answer
 * says which files fit; each other line is a word, a tab and its description.
 */
export function completionScript(shell: Shell): string {
  return { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL }[shell];
}

const BASH = `# bash completion for sitecam; in ~/.bashrc:  eval "$(sitecam completion bash)"
_sitecam() {
  local word=\${COMP_WORDS[COMP_CWORD]} answer line file files
  answer=$("\${COMP_WORDS[0]}" complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return 0
  # A word ends at "=" for bash: what is completed is what stands behind it.
  [[ $word == = ]] && word=
  files=\${answer%%$'\\n'*}
  COMPREPLY=()
  while IFS= read -r line; do
    line=\${line%%$'\\t'*}
    # Of names of files readline quotes what a shell would take amiss; of words nobody does.
    [[ $files == none ]] && printf -v line %q "$line"
    COMPREPLY+=("$line")
  done < <(printf '%s\\n' "$answer" | tail -n +2)
  [[ $files == none ]] && return 0
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    if [[ $files == plans && ! -d $file ]]; then
      case $file in ${ENDINGS.map((ending) => `*.${ending}`).join('|')}) ;; *) continue ;; esac
    fi
    COMPREPLY+=("$file")
  done < <(compgen -f -- "$word")
}
complete -F _sitecam sitecam
`;

const ZSH = `#compdef sitecam
# zsh completion for sitecam; in ~/.zshrc, after compinit:  eval "$(sitecam completion zsh)"
_sitecam() {
  local -a lines entries
  local line word files
  lines=("\${(@f)$("\${words[1]}" complete zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  files=\${lines[1]}
  # What stands before "=" is no part of the word that is completed.
  if [[ $files == *=* ]]; then
    compset -P "\${(b)files#* }"
    files=\${files%% *}
  fi
  for line in "\${(@)lines[2,-1]}"; do
    [[ -n $line ]] || continue
    word=\${\${line%%$'\\t'*}//:/\\\\:}
    [[ $line == *$'\\t'* ]] && word+=":\${line#*$'\\t'}"
    entries+=("$word")
  done
  (( \${#entries} )) && _describe -t words sitecam entries
  case $files in
    plans*) _files -g '*.(${ENDINGS.join('|')})' ;;
    files*) _files ;;
  esac
}
if [[ $funcstack[1] == _sitecam ]]; then _sitecam; else compdef _sitecam sitecam; fi
`;

const FISH = `# fish completion for sitecam; in ~/.config/fish/config.fish:  sitecam completion fish | source
function __sitecam_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l lines ($words[1] complete fish -- $words[2..-1] "$word" 2>/dev/null)
    set -l files (string split -m 1 ' ' -- $lines[1])
    set -l before $files[2]
    for line in $lines[2..-1]
        printf '%s%s\\n' "$before" $line
    end
    set -l part (string sub -s (math 1 + (string length -- "$before")) -- "$word")
    test "$files[1]" = none; and return
    for file in (__fish_complete_path "$part")
        if test "$files[1]" = files; or string match -qr '(/|\\.(${ENDINGS.join('|')}))(\\t|$)' -- $file
            printf '%s%s\\n' "$before" $file
        end
    end
end
complete -c sitecam -f -a '(__sitecam_complete)'
`;

/**
 * Words go to sitecam with a colon before each: PowerShell drops arguments that are empty, and the `--` in which a list of
 * words could begin.
 */
const POWERSHELL = `# PowerShell completion for sitecam; in the file $PROFILE:  sitecam completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName sitecam -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = $commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition }
    $words = @($before | Where-Object { $_ } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { ":$($_.Value)" } else { ":$_" }
    }) + ":$wordToComplete"
    # The answer is in UTF-8, whatever the console is set to.
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $lines = @(& $commandAst.GetCommandName() complete powershell @words 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    if ($lines.Count -eq 0) { return }
    $files, $start = $lines[0] -split ' ', 2
    $found = @(foreach ($line in $lines | Select-Object -Skip 1) {
        $value, $note = $line -split "\`t", 2
        $text = "$start$value"
        if ($text -notmatch '^[\\w./:=*-]+$') { $text = "'" + $text.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $(if ($note) { $note } else { $value }))
    })
    if ($files -ne 'none' -and $wordToComplete.StartsWith("$start")) {
        $part = $wordToComplete.Substring("$start".Length)
        $found += @([System.Management.Automation.CompletionCompleters]::CompleteFilename($part) | Where-Object {
            $files -eq 'files' -or $_.ResultType -eq 'ProviderContainer' -or $_.ListItemText -match '\\.(${ENDINGS.join('|')})$'
        } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new("$start$($_.CompletionText)", $_.ListItemText, $_.ResultType, $_.ToolTip)
        })
    }
    # Nothing at all would make PowerShell offer every file.
    if ($found.Count -eq 0) { return '' }
    $found
}
`;
