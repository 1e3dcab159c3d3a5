// Completion scripts for bash, zsh and fish.
import type { Shell } from '../commands/completion.js';

/** File endings of plans. */
const ENDINGS = ['yaml', 'yml', 'json', 'geojson'];

/**
 * Returns the script that completes sitecam's command line in `shell`. It runs the very program that was typed
 * (`sitecam complete SHELL -- WORDS`), so new commands and options need no new script. The first line of the answer
 * says which files fit; each other line is a word, a tab and its description.
 */
export function completionScript(shell: Shell): string {
  return { bash: BASH, zsh: ZSH, fish: FISH }[shell];
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
