import { joinSome } from '../../format/claim-words.ts';

/** “unnamed officials speaking to The New York Times and Luca Fenwald” */
export function nameOrigins(names: readonly string[]): string {
  return joinSome(names.map((name) => name.replace(/, to (?=[^,]+$)/u, ' speaking to ')));
}
