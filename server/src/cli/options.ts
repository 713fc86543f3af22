/** One option of a command. Help, parsing and the check of its value are all made from this row. */
export interface Option {
  readonly name: string;
  /** How its value is written; absent where it takes none. */
  readonly value?: string;
  /** What a value looks like; anything goes where it has none. */
  readonly pattern?: RegExp;
  /** Whether it may be given more than once; else the last one counts. */
  readonly repeat?: true;
  readonly help: string;
}

/** One command with its options. */
export interface Command {
  readonly name: 'check' | 'format' | 'modules' | 'vhosts' | 'explain' | 'server';
  /** What may follow beside options: any number of files and folders, or one file, or one name. */
  readonly takes?: 'paths' | 'file' | 'name';
  readonly summary: string;
  /** Further paragraphs of its help. */
  readonly notes: readonly string[];
  readonly options: readonly Option[];
}

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export const CONTEXTS = ['server', 'vhost', 'directory', 'htaccess'] as const;
export const MODULE_SETS = ['root', 'all'] as const;
export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;
export const RULE_SETTINGS = ['off', 'error', 'warning', 'info', 'hint'] as const;
export const DIRECTIVE_CASES = ['preserve', 'canonical'] as const;

const choice = (name: string, choices: readonly string[], help: string): Option => ({
  name,
  value: choices.join('|'),
  pattern: new RegExp(`^(${choices.join('|')})$`),
  help,
});

const STDIN: readonly Option[] = [
  { name: 'stdin', help: 'Reads one file from the standard input; needs --stdin-filename.' },
  {
    name: 'stdin-filename',
    value: 'NAME',
    pattern: /./s,
    help: 'The name of that file. It decides whether the text is a .htaccess.',
  },
];

/** What is said of the server. */
const SERVER_OPTIONS: readonly Option[] = [
  {
    name: 'root',
    value: 'FILE',
    pattern: /./s,
    help: 'The main configuration, whatever its name. Where no PATH or FILE is given, it is looked at with all that it includes.',
  },
  {
    name: 'server-root',
    value: 'DIR',
    pattern: /./s,
    help: 'The folder that stands for ServerRoot: relative names, and paths below ServerRoot, are looked for there. Else it is where the main configuration lies.',
  },
  {
    name: 'env',
    value: 'FILE',
    pattern: /./s,
    help: "The environment that httpd is started with, as in Debian's envvars. The file is read, not run.",
  },
  {
    name: 'static-modules',
    value: 'BUILD|LIST',
    pattern: /^\w+(,\w+)*$/,
    help: 'What is built into httpd: debian, redhat, upstream, windows or homebrew, or module identifiers with commas between them.',
  },
  {
    name: 'httpd-version',
    value: '2.4.N',
    pattern: /^2\.4(\.\d+)?$/,
    help: 'The httpd release; any 2.4 where it is not given.',
  },
  {
    name: 'define',
    value: 'NAME[=VALUE]',
    pattern: /^[^\s=]+(=.*)?$/,
    repeat: true,
    help: 'What httpd is started with in -D.',
  },
  {
    name: 'module',
    value: 'IDENTIFIER',
    pattern: /^\w+$/,
    repeat: true,
    help: 'A module of your own, as LoadModule names it.',
  },
  {
    name: 'directive',
    value: 'NAME',
    pattern: /^<?\w+>?$/,
    repeat: true,
    help: 'A directive of a module of your own.',
  },
];

const CHECK_OPTIONS: readonly Option[] = [
  choice(
    'format',
    REPORT_FORMATS,
    'How findings are written; text where it is not given. json: for programs. sarif: for code scanning. github: beside the lines of a change in GitHub Actions. junit: a test report, for Jenkins and GitLab.',
  ),
  choice('fail-on', FAIL_ON, 'The least severity that makes the exit code 1; error where it is not given.'),
  {
    name: 'fix',
    help: 'Makes the repairs that are safe, then reports what is left. Of included files only those are changed that lie below a PATH.',
  },
  {
    name: 'rule',
    value: `CODE=${RULE_SETTINGS.join('|')}`,
    pattern: new RegExp(`^[^=]+=(${RULE_SETTINGS.join('|')})$`),
    repeat: true,
    help: 'The severity of one code, or off.',
  },
  ...SERVER_OPTIONS,
  {
    name: 'check-paths',
    help: 'Looks whether files that directives name are there, where their paths are known: those of LoadModule.',
  },
  choice(
    'context',
    CONTEXTS,
    'Where the files are included; each then stands for itself. Nothing is assumed where it is not given.',
  ),
  {
    name: 'allow-override',
    value: 'LIST',
    pattern: /\S/,
    help: 'What AllowOverride says for a .htaccess whose main configuration is not known: its words, with commas or blanks between them. All where it is not given.',
  },
  choice(
    'modules',
    MODULE_SETS,
    'root: the modules that the configuration loads. all: every module that htconf knows.',
  ),
  ...STDIN,
];

const FORMAT_OPTIONS: readonly Option[] = [
  { name: 'check', help: 'Writes nothing; the exit code is 1 if a file would change.' },
  { name: 'diff', help: 'Writes nothing but a unified diff of what would change.' },
  {
    name: 'indent',
    value: 'N|tab',
    pattern: /^(tab|[1-9]|1[0-6])$/,
    help: 'One level of indentation: 1 to 16 blanks, or a tab. Else as .editorconfig says, else 4 blanks.',
  },
  choice('directive-case', DIRECTIVE_CASES, 'canonical: the names of directives are spelt as in the httpd manual.'),
  ...STDIN,
];

const PATHS_NOTE =
  'A PATH is a file or a folder; without one it is the current folder. Of a folder those files are taken whose name ' +
  'says that they are httpd configuration: httpd.conf, apache2.conf, .htaccess, sites-available/* and so on. ' +
  'A file that is named itself is taken whatever its name.';

const MAIN_FILE_NOTE =
  'FILE is a main configuration, whatever its name; what it includes is read with it. httpd is not run: all is told from ' +
  'the configuration alone. With --root, FILE may be left out, or be any file that is read with that one. Exit code: ' +
  '0 done, 2 it could not do its work.';

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    takes: 'paths',
    summary: 'Finds mistakes in httpd configuration.',
    notes: [
      PATHS_NOTE,
      'Main configurations are those named httpd.conf or apache2.conf and those with a ServerRoot. What they include is ' +
        'read and checked as a part of them. Files that no main configuration includes are checked by themselves.',
      'Exit code: 0 nothing found at or above --fail-on, 1 something found, 2 it could not do its work.',
    ],
    options: CHECK_OPTIONS,
  },
  {
    name: 'format',
    takes: 'paths',
    summary: 'Indents httpd configuration, in place.',
    notes: [PATHS_NOTE, 'Exit code: 0 done, 1 with --check and a file would change, 2 it could not do its work.'],
    options: FORMAT_OPTIONS,
  },
  {
    name: 'modules',
    takes: 'file',
    summary: 'Lists the modules that a configuration loads, as httpd -M does.',
    notes: [MAIN_FILE_NOTE],
    options: SERVER_OPTIONS,
  },
  {
    name: 'vhosts',
    takes: 'file',
    summary: 'Lists virtual hosts by address, as httpd -S does.',
    notes: [
      MAIN_FILE_NOTE,
      'Names are not looked up: what httpd asks the system for stands in brackets, and a virtual host at the name of a ' +
        'machine is listed under that name. A virtual host that a macro makes has the line that uses the macro.',
    ],
    options: SERVER_OPTIONS,
  },
  {
    name: 'explain',
    takes: 'name',
    summary: 'Explains what is found, or a directive.',
    notes: [
      'The code stands behind each finding; of a code it writes the page with its examples. Of a directive, or a section ' +
        'such as "<Directory>", it writes what an editor shows: how it is written, its module, where it may stand.',
      'Exit code: 0 done, 2 there is no such name.',
    ],
    options: [],
  },
  {
    name: 'server',
    summary: 'Runs the language server, for editors.',
    notes: ['An editor starts it and speaks the Language Server Protocol with it.'],
    options: [
      { name: 'stdio', help: 'Over standard input and output; always needed.' },
      {
        name: 'clientProcessId',
        value: 'N',
        pattern: /^\d+$/,
        help: 'The process with which the server ends; editors add this.',
      },
    ],
  },
];
