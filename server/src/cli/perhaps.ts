/** What stands behind a line of a list that is there only if conditions hold; `tags` is undefined where it surely is. */
export function perhaps(tags: readonly string[] | undefined): string {
  if (!tags) return '';
  return tags.length === 0 ? ', perhaps' : `, perhaps: it depends on ${tags.join(' and ')}`;
}
