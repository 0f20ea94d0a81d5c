import type { Command, Option } from 'commander';
import { SETTINGS, type Setting } from '../../base/config.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A word that may follow, and what it does. */
interface Word {
  readonly word: string;
  readonly help: string;
}

interface Flag {
  /** `-o`, `--output` */
  readonly names: readonly string[];
  readonly help: string;
  /** Null: it takes no value. `files`: its value is a file or folder. */
  readonly value: readonly string[] | 'files' | 'free' | null;
}

/** One command as a shell completes it. */
interface Place {
  /** `watch add`; empty for `hearsay` alone. */
  readonly path: string;
  readonly words: readonly Word[];
  readonly flags: readonly Flag[];
  readonly takesFiles: boolean;
}

/** The script that makes a shell complete `hearsay`, made from the definitions of the commands. */
export function writeCompletion(program: Command, shell: Shell): string {
  const places = listPlaces(program, '');
  return { bash: writeBash, zsh: writeZsh, fish: writeFish }[shell](places);
}

function listPlaces(command: Command, path: string): readonly Place[] {
  const { commands, registeredArguments: taken, options } = command;
  const choices = taken.flatMap(({ argChoices }) => argChoices ?? []).map((word) => ({ word, help: '' }));
  const own: Place = {
    path,
    words: [...commands.map((one) => ({ word: one.name(), help: oneSentence(one.description()) })), ...choices],
    flags: [...options.filter(({ hidden }) => !hidden).map(readFlag), { names: ['-h', '--help'], help: 'print the help', value: null }], // prettier-ignore
    takesFiles: taken.some((one) => /^(?:INPUT|FILE)$/iu.test(one.name())),
  };
  return [own, ...commands.flatMap((one) => listPlaces(one, path === '' ? one.name() : `${path} ${one.name()}`))];
}

function readFlag({ short, long, description, argChoices, flags, required, optional }: Option): Flag {
  const names = [short, long].filter((name) => name != null);
  const isFile = /<(?:FILE|FOLDER|WHERE|DIR)>/u.test(flags);
  const setting = (SETTINGS as readonly Setting[]).find(({ name }) => `--${name}` === long);
  const value = argChoices ?? setting?.choices ?? (isFile ? 'files' : required || optional ? 'free' : null);
  return { names, help: oneSentence(description), value };
}

function oneSentence(text: string): string {
  return (text.split(/(?<=\w)[.;:] /u)[0] ?? text).replace(/\.$/u, '');
}

function writeBash(places: readonly Place[]): string {
  const valued = places.flatMap(
    ({ path, flags }) =>
    flags.flatMap(({ names, value }) => (value === null ? [] : names.map((name) => `    '${path} ${name}') ${offerBash(value)}; return ;;`))), // prettier-ignore
  );
  const offered = places.map(({ path, words, flags, takesFiles }) => {
    const all = flags.flatMap(({ names }) => names).join(' ');
    const plain = words.map(({ word }) => word).join(' ');
    return `    '${path}') flags='${all}'; plain='${plain}'; files=${takesFiles ? 'yes' : 'no'} ;;`;
  });
  return `# bash completion of hearsay: eval "$(hearsay completion bash)" in ~/.bashrc
_hearsay() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} path='' flags='' plain='' files=no i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path \${COMP_WORDS[i]}" in
      ${places
        .slice(1)
        .map(({ path }) => `'${path.includes(' ') ? path : ` ${path}`}'`)
        .join(' | ')})
        path="\${path:+$path }\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$path $prev" in
${valued.join('\n')}
  esac
  case "$path" in
${offered.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
    return
  fi
  COMPREPLY=($(compgen -W "$plain" -- "$cur"))
  if [[ $files == yes ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -f -- "$cur"))
  fi
}
complete -F _hearsay hearsay
`;
}

function offerBash(value: NonNullable<Flag['value']>): string {
  if (value === 'free') return ':';
  if (value === 'files') return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur"))';
  return `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$cur"))`;
}

function writeZsh(places: readonly Place[]): string {
  const cases = places.map(({ path, words, flags, takesFiles }) => {
    const said = flags.flatMap(({ names, help, value }) => names.map((name) => quoteZsh(`${name}[${help.replace(/[[\]\\]/gu, '\\$&')}]${value === null ? '' : `:value:${offerZsh(value)}`}`))); // prettier-ignore
    const list = words.map(({ word, help }) => quoteZsh(help === '' ? word : `${word.replaceAll(':', '\\:')}:${help}`));
    return `    ${quoteZsh(path)})
      flags=(${said.join(' ')})
      plain=(${list.join(' ')})
      files=${takesFiles ? 'yes' : 'no'} ;;`;
  });
  return `#compdef hearsay
# zsh completion of hearsay: save as _hearsay in a folder of $fpath, or eval "$(hearsay completion zsh)" after compinit
_hearsay() {
  local place='' files=no word
  local -a flags plain
  for word in \${words[2,CURRENT-1]}; do
    case "$place $word" in
      ${places
        .slice(1)
        .map(({ path }) => `(${quoteZsh(path.includes(' ') ? path : ` ${path}`)})`)
        .join('|')
        .replaceAll(')|(', '|')
        .replace(/^\(/u, '')
        .replace(/\)$/u, '')})
        place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${cases.join('\n')}
  esac
  # What stands before the words of this command is of others.
  local -a before=(\${=place})
  local -i skip=\${#before}
  words=(hearsay "\${(@)words[skip+2,-1]}")
  ((CURRENT -= skip))
  if [[ \${#plain} -gt 0 ]]; then
    _arguments -s "\${flags[@]}" '*:: :_hearsay_words'
  elif [[ $files == yes ]]; then
    _arguments -s "\${flags[@]}" '*:file:_files'
  else
    _arguments -s "\${flags[@]}" '*: :'
  fi
}
_hearsay_words() {
  _describe 'command' plain
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _hearsay "$@"
else
  compdef _hearsay hearsay
fi
`;
}

function offerZsh(value: NonNullable<Flag['value']>): string {
  if (value === 'free') return ' ';
  return value === 'files' ? '_files' : `(${value.join(' ')})`;
}

function quoteZsh(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function writeFish(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, words, flags, takesFiles }) => {
    const at = `complete -c hearsay -n '__hearsay_at "${path}"'`;
    return [
      ...(takesFiles ? [`${at} -F`] : []),
      ...words.map(({ word, help }) => `${at} -a ${quoteFish(word)}${help === '' ? '' : ` -d ${quoteFish(help)}`}`),
      ...flags.map(({ names, help, value }) => `${at} ${names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ')} -d ${quoteFish(help)}${offerFish(value)}`), // prettier-ignore
    ];
  });
  return `# fish completion of hearsay: hearsay completion fish > ~/.config/fish/completions/hearsay.fish
function __hearsay_at
  set -l place
  for word in (commandline -opc)[2..-1]
    switch "$place $word"
      case ${places
        .slice(1)
        .map(({ path }) => quoteFish(path.includes(' ') ? path : ` ${path}`))
        .join(' ')}
        set place (string trim -- "$place $word")
    end
  end
  test "$place" = "$argv[1]"
end
complete -c hearsay -f
${lines.join('\n')}
`;
}

function offerFish(value: Flag['value']): string {
  if (value === null) return '';
  if (value === 'free') return ' -x';
  return value === 'files' ? ' -r -F' : ` -x -a ${quoteFish(value.join(' '))}`;
}

function quoteFish(text: string): string {
  return `'${text.replace(/['\\]/gu, '\\$&')}'`;
}
