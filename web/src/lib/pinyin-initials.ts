/** First letters of the pinyin of a name: 区司法局 → qsfj. The table is large, so it comes when the first search begins. */
export async function pinyinInitials(): Promise<(name: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
}

/** True when what was typed occurs in the name, the code or the initials. */
export function isSought(
  typed: string,
  { name, code, initials }: { name: string; code: string; initials: string },
): boolean {
  const sought = typed.trim().toLowerCase();
  return [name.toLowerCase(), code.toLowerCase(), initials].some((text) => text.includes(sought));
}
