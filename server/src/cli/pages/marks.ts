/**
 * A line below a line of configuration: `#   ^^^^ error configtest unknown-directive` marks what stands above the carets.
 * `#<---` marks from the first column on, one character for each sign behind the `#`; `|` stands where nothing is
 * marked. ` +2 lines` behind the code: it goes on to the end of the second line below.
 */
const MARKS =
  /^#(?: *(?:\^+|\|)|<-*) (?:error (?:configtest|start|request)|warning|info|hint) [a-z-]+(?: \+\d+ lines?)?\n/gm;

/** The configuration of an example, or a whole page, without the marks. */
export function withoutMarks(marked: string): string {
  return marked.replaceAll(MARKS, '');
}
