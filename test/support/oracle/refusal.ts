import { PRELUDE, textPath } from './commandLine.ts';
import type { Input } from './input.ts';
import { isOfEnvironment, kindOf } from './kinds.ts';
import { SERVER_ROOT } from './serverRoot.ts';
import type { Step, Verdict } from './verdict.ts';

/** What the server printed when it refused a text, as a verdict. */
export function refusal(step: Step, printed: string, input: Input): Verdict {
  const message = wordsOf(step, printed);
  const { line, path, words } = readPlace(message);
  const own = path === textPath(input) || path === '.htaccess';
  const kind = own && isError(input.text, line) ? 'error-directive' : kindOf(words);
  return {
    accepted: false,
    refusedAt: step,
    ...(line === undefined ? {} : { line, ...bodyLine(message, input) }),
    ...(path === undefined || own ? {} : { file: path === PRELUDE ? 'prelude' : path.replace(`${SERVER_ROOT}/`, '') }),
    kind,
    message,
    fault:
      path === PRELUDE || isOfEnvironment(kind, words, input.files !== undefined) ? 'environment' : 'configuration',
  };
}

/** What it says of the refusal. Lines with a date are its log: of those only errors count, and only once it starts. */
function wordsOf(step: Step, printed: string): string {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const undated = lines.filter((line) => !line.startsWith('['));
  const errors = lines.filter(
    (line) => !line.startsWith('[') || /^\[[^\]]*\] \[\w*:(error|crit|alert|emerg)\]/.test(line),
  );
  return (step === 'configtest' && undated.length > 0 ? undated : errors).join('\n');
}

// httpd-config 10: an error in an included file or a macro names every level, the innermost last
const places = [
  /(?:yntax error|used) on line (?<line>\d+) of (?!"?macro )"?(?<file>[^":\n]+)"*:/g,
  /(?<file>[^:\n ]+):(?<line>\d+): <\S* was not closed/g,
  /Error reading (?<file>[^:\n]+) at line (?<line>\d+):/g,
  /defined at (?<file>[^:\n]+):(?<line>\d+)$/gm,
];

/** The place that the server names, and its words about it. */
function readPlace(message: string): { line?: number; path?: string; words: string } {
  for (const place of places) {
    const last = [...message.matchAll(place)].at(-1);
    const { line, file = '' } = last?.groups ?? {};
    if (!last) continue;
    const behind = message.slice(last.index + last[0].length);
    const words = place === places[0] ? behind : message;
    return { line: Number(line), path: file, words };
  }
  return { words: message };
}

/**
 * The line of a macro's body that the server means: it counts the lines that it has kept, from the opening tag on, without
 * comments, and continued ones once (httpd-config 3.5).
 */
function bodyLine(message: string, input: Input): Pick<Verdict, 'bodyLine'> {
  const [, kept = '', opening = '', path] =
    /line (\d+) of macro '[^']*' \(defined on line (\d+) of "([^"]*)"\)/.exec(message) ?? [];
  if (path !== textPath(input)) return {};
  let left = Number(kept);
  const lines = input.text.split('\n');
  for (let index = Number(opening); index < lines.length; index += 1) {
    if (/\\\r?$/.test(lines[index] ?? '')) continue;
    if (!/^\s*#/.test(lines[index] ?? '')) left -= 1;
    if (left === 0) return { bodyLine: index + 1 };
  }
  return {};
}

/** The directive `Error` stops the server with words of the configuration itself. */
function isError(text: string, line = 0): boolean {
  return /^\s*"?Error\b/i.test(text.split('\n')[line - 1] ?? '');
}
