/** Every character that an expression can begin with, in lower case. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789'";

const known = new Map<string, readonly string[]>();

/** The characters that a class, an escape or a single character stands for; most stand in many patterns. */
function fitting(one: string): readonly string[] {
  const held = known.get(one);
  if (held) return held;
  const fits = new RegExp(`^${one}$`, 'u');
  const found = [...ALPHABET].filter((character) => fits.test(character));
  known.set(one, found);
  return found;
}

/**
 * The characters with which a match of the pattern can begin, so that at any place most patterns are passed over by its
 * first letter alone. Knows what the patterns here use: groups,
 * look-arounds, classes, `\d \s \w \b`, quantifiers; what it does not know may begin with anything.
 */
export function listFirstCharacters(source: string): ReadonlySet<string> {
  let at = 0;

  /** Alternatives up to the group's end: what they begin with, and whether one may be empty. */
  function readAlternatives(): { first: Set<string>; empty: boolean } {
    const first = new Set<string>();
    let empty = false;
    do {
      const one = readSequence();
      for (const character of one.first) first.add(character);
      empty ||= one.empty;
    } while (source[at] === '|' && at++ >= 0);
    return { first, empty };
  }

  function readSequence(): { first: Set<string>; empty: boolean } {
    const first = new Set<string>();
    let empty = true;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const atom = readAtom();
      const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(source.slice(at))?.[0] ?? '';
      at += quantifier.length;
      if (empty) for (const character of atom.first) first.add(character);
      if (!atom.empty && !/^(?:[?*]|\{0)/u.test(quantifier)) empty = false;
    }
    return { first, empty };
  }

  function readAtom(): { first: Iterable<string>; empty: boolean } {
    const rest = source.slice(at);
    const group = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(rest)?.[0];
    if (group !== undefined) {
      at += group.length;
      const inner = readAlternatives();
      at++;
      return /[=!]$/u.test(group) ? { first: [], empty: true } : inner;
    }
    const one = /^(?:\[(?:\\.|[^\]\\])*\]|\\.|.)/su.exec(rest)?.[0] ?? '';
    at += one.length;
    if (one === '\\b' || one === '^' || one === '$') return { first: [], empty: true };
    return { first: fitting(one), empty: false };
  }

  const { first, empty } = readAlternatives();
  return empty ? new Set(ALPHABET) : first;
}
