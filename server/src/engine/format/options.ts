export interface FormatOptions {
  /** One level of indentation: blanks or a tab. */
  readonly indent: string;
  /** `canonical`: names of directives and sections are written as `canonical` spells them. */
  readonly directiveCase: 'preserve' | 'canonical';
  /**
   * How the name of a key is spelt, without brackets; undefined leaves it as typed. A key is the name in lower case,
   * with `<` in front for the opening and the closing tag of a section.
   */
  readonly canonical: (key: string) => string | undefined;
}
