/** What a person, or a key, may do; each may what those before it may. */
export const ROLES = ['reader', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Readers look; editors also decide, add and watch; admins also see to people and see what was done. */
export function reaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The lesser of two: a key may never do more than whose it is. */
export function lesserRole(one: Role, other: Role): Role {
  return reaches(one, other) ? other : one;
}
