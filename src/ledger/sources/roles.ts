/** An office as it is compared: “the White House spokeswoman” and “a White House spokesman” are one. */
export function plainRole(role: string): string {
  return role.toLowerCase().replace(/^(?:the|an?|its) /u, '').replace(/['’]s\b/gu, '').replace(/\b(?:woman|man|person)\b/u, 'person').replace(/spokes(?:wo)?man/u, 'spokesperson'); // prettier-ignore
}
