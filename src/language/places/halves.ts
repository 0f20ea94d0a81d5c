/** "The North" of a text that speaks of North Korea, also as "North and South Korea". */
export function findHalves(text: string): ReadonlyMap<string, string> {
  const halves = new Map<string, string>();
  for (const [, one = '', other, country = ''] of text.matchAll(
    /\b(North|South)(?:ern)?(?: and (North|South))? (Korea|Sudan|Vietnam|Yemen)\b/gu,
  ))
    for (const half of [one, other]) if (half && !halves.has(half)) halves.set(half, `${half} ${country}`);
  return halves;
}
