/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `completion`: a script for a shell, which asks the hidden verb
   `complete` at each tab.  What there is to know of options and operands stands
   there; the scripts only know their shells. */
#include "cli/session.h"
#include "cli/verb/verbs.h"

#include <string.h>

static const struct {
    const char *shell, *script;
} scripts[] = {
    {"bash", "# Completion of relatieprofiel for bash.\n"
             "_relatieprofiel() {\n"
             "    local typed=${COMP_WORDS[COMP_CWORD]} word text end files=\n"
             "    [ \"$typed\" = = ] && typed=\n"
             "    COMPREPLY=()\n"
             "    while IFS=$'\\t' read -r word text; do\n"
             "        case $word in\n"
             "        :open) compopt -o nospace 2>/dev/null ;;\n"
             "        :folders)\n"
             "            compopt -o filenames 2>/dev/null\n"
             "            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < \\\n"
             "                <(compgen -d -- \"$typed\")\n"
             "            ;;\n"
             "        :files*)\n"
             "            compopt -o filenames 2>/dev/null\n"
             "            files=\"$word $text\"\n"
             "            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(\n"
             "                if [ \"${word#:files}\" = \"\" ]; then\n"
             "                    compgen -f -- \"$typed\"\n"
             "                else\n"
             "                    compgen -d -- \"$typed\"\n"
             "                    for end in ${word#:files}; do\n"
             "                        compgen -f -X \"!*.$end\" -- \"$typed\"\n"
             "                    done\n"
             "                fi)\n"
             "            ;;\n"
             "        *) COMPREPLY+=(\"$word\") ;;\n"
             "        esac\n"
             "    done < <(command \"${1/#\\~/$HOME}\" complete \\\n"
             "        \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null)\n"
             "}\n"
             "complete -F _relatieprofiel relatieprofiel\n"},
    {"zsh",
        "#compdef relatieprofiel\n"
        "# Completion of relatieprofiel for zsh.\n"
        "_relatieprofiel() {\n"
        "    local word text line\n"
        "    local -a found open lines\n"
        "    lines=(\"${(@f)$(command $words[1] complete "
        "\"${(@)words[2,CURRENT]}\" 2>/dev/null)}\")\n"
        "    for line in $lines; do\n"
        "        word=${line%%$'\\t'*} text=${line#*$'\\t'}\n"
        "        case $word in\n"
        "        :open) open=(-S '') ;;\n"
        "        :*) ;;\n"
        "        *) found+=(\"${word//:/\\\\:}${text:+:$text}\") ;;\n"
        "        esac\n"
        "    done\n"
        "    (( $#found )) && _describe relatieprofiel found \"${open[@]}\"\n"
        "    for line in $lines; do\n"
        "        case $line in\n"
        "        :folders) _files -/ ;;\n"
        "        :files) _files ;;\n"
        "        :files*) _files -g \"*.(${${line#:files }// /|})(-.)\" ;;\n"
        "        esac\n"
        "    done\n"
        "}\n"
        "if [ \"$funcstack[1]\" = _relatieprofiel ]; then\n"
        "    _relatieprofiel \"$@\"\n"
        "else\n"
        "    compdef _relatieprofiel relatieprofiel\n"
        "fi\n"},
    {"fish",
        "# Completion of relatieprofiel for fish.\n"
        "function __relatieprofiel\n"
        "    set -l typed (commandline -ct)\n"
        "    set -l words (commandline -opc)\n"
        "    for line in (command $words[1] complete $words[2..] \"$typed\" "
        "2>/dev/null)\n"
        "        switch $line\n"
        "            case :open\n"
        "            case :folders\n"
        "                __fish_complete_directories \"$typed\"\n"
        "            case :files\n"
        "                __fish_complete_path \"$typed\"\n"
        "            case ':files *'\n"
        "                for end in (string split ' ' -- $line)[2..]\n"
        "                    __fish_complete_suffix .$end | "
        "string match -re \"\\.$end\\$|/\\$\"\n"
        "                end\n"
        "            case '*'\n"
        "                echo $line\n"
        "        end\n"
        "    end\n"
        "end\n"
        "complete -c relatieprofiel -f -a '(__relatieprofiel)'\n"},
};

static enum status
completion(struct session *session)
{
    const char *shell = session->opts->operands.v[0];

    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(scripts[i].shell, shell) == 0)
            return console_out(
                session->console, scripts[i].script, strlen(scripts[i].script));
    console_error(session->console,
        _("completion: there is no shell \"%s\"; there are bash, zsh and fish"),
        shell);
    return STATUS_USAGE;
}

const struct verb verb_completion = {.name = "completion",
    .operands = "bash|zsh|fish",
    .min = 1,
    .max = 1,
    .help = {"aanvullen met de tabtoets", "completion by the tab key"},
    .example = {"completion bash > ~/.local/share/bash-completion/completions/"
                "relatieprofiel",
        "completion bash > ~/.local/share/bash-completion/completions/"
        "relatieprofiel"},
    .run = completion};
