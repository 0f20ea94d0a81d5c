import type { Range } from '../document.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { PlaceUse } from './place.ts';

/** Whether a name stands for a place or for its government; a thin rule for now. */
export function findUse(gazetteer: Gazetteer, _text: string, _span: Range, entry: number): PlaceUse {
  return gazetteer.kindOf(entry) === 'seat' ? 'government' : 'location';
}
