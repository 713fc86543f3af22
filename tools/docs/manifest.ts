/**
 * The manifest of the extension with the texts of `package.nls.json` in the place of their keys, as VS Code shows it.
 * Throws where a key has no text, and where a text has no key.
 */
export function manifestWithTexts<T>(manifest: string, texts: string): T {
  const known = new Map(Object.entries(JSON.parse(texts) as Record<string, string>));
  const used = new Set<string>();
  const result = JSON.parse(manifest, (_, value: unknown) => (typeof value === 'string' ? textFor(value) : value)) as T;
  const unused = [...known.keys()].filter((key) => !used.has(key));
  if (unused.length > 0) throw new Error(`package.nls.json: nothing in package.json uses ${unused.join(', ')}`);
  return result;

  function textFor(value: string): string {
    const key = /^%(.+)%$/.exec(value)?.[1];
    if (key === undefined) return value;
    const text = known.get(key);
    if (text === undefined) throw new Error(`package.nls.json has no text for ${key}`);
    used.add(key);
    return text;
  }
}
