import { expect, it } from 'vitest';
import { herald, know, show, traceLast } from '../../../test/marked-telling.ts';

it.each<readonly [why: string, source: string, later: string, last: string]>([
  ['by the same body', 'A Saltmere spokeswoman', 'said Saltmere spokeswoman Ada Holm', 'Ada Holm (person, coreference)'],
  ['bare', 'a spokesman for the mayor', 'spokesman Ada Holm said', 'Ada Holm (person, coreference)'],
  ['by a part of the name', 'A spokesperson for Speaker Ida Berg', 'said Ada Holm, Berg’s spokeswoman', 'Ada Holm (person, coreference)'],
  ['by initials', 'A spokesman for the Norland Harbour Council', 'said NHC spokesman Ada Holm', 'Ada Holm (person, coreference)'],
  ['behind the name', 'The mayor’s spokesman', 'said Ada Holm, a spokesman for the office', 'Ada Holm (person, coreference)'],
  ['not for another body', 'A Saltmere spokeswoman', 'said Tidewater spokeswoman Ada Holm', 'A Saltmere spokeswoman (unnamed, named)'],
  ['not for another place', 'A spokesman for the Port Board', 'said Ada Holm, a spokesman for the airport', 'A spokesman for the Port Board (unnamed, named)'],
  ['not of the other gender', 'A Saltmere spokeswoman', 'said Saltmere spokesman Ada Holm', 'A Saltmere spokeswoman (unnamed, named)'],
  ['not where another came between', 'A Saltmere spokesman', 'a Tidewater spokesman laughed, and spokesman Ada Holm left', 'A Saltmere spokesman (unnamed, named)'],
  ['no aide', 'A Saltmere aide', 'said Saltmere aide Ada Holm', 'A Saltmere aide (unnamed, named)'],
])('finds the name of a spokesperson that stands later, %s', (_why, source, later, last) => {
  const marked = `[${source}] {said} <it was over>. “It is over,” ${later}.`;
  const ada = know(marked, 'Ada Holm', [['Ada Holm', 'full name']]);
  expect(show(traceLast(marked, herald, [ada])).at(-1)).toBe(last);
}); // prettier-ignore
