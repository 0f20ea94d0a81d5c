import { expect, it } from 'vitest';
import { show, traceLast } from '../../../test/marked-telling.ts';
import { describeSpeaker } from './speakers.ts';
import { namesTogether } from './together.ts';

it.each<readonly [wording: string, kind: string, name: string]>([
  ['Counselor to the President Ada Holm', 'person', 'Ada Holm'],
  ['Speaker of the House Mary Holm (R) of Norland', 'person', 'Mary Holm'],
  ['U.S. Ambassador to Ukraine Jo Hale', 'person', 'Jo Hale'],
  ['Holm campaign surrogate and former House Leader Jo Hale', 'person', 'Jo Hale'],
  ['Mary Will, the harbour columnist,', 'person', 'Mary Will'],
  ['Another sheriff in the hills, Jo Hale of Holm County,', 'person', 'Jo Hale'],
  ['Two Republicans, Sen. Jo Hale of Maine and Sen. Ada Finn of Utah,', 'person', 'Jo Hale and Ada Finn'],
  ['Representatives from Acme, Boreal and Corvo', 'unnamed', 'Representatives from Acme, Boreal and Corvo'],
  ['State and federal election officials', 'unnamed', 'state and federal election officials'],
  ['university and college students', 'unnamed', 'university and college students'],
  ['a Center for Clean Ports and Docks spokesperson', 'unnamed', 'a Center for Clean Ports and Docks spokesperson'],
  ['Some 74 House of Representatives members', 'unnamed', 'Some 74 House of Representatives members'],
  ['hundreds of thousands of welders', 'unnamed', 'hundreds of thousands of welders'],
  ['a younger generation of voters', 'unnamed', 'a younger generation of voters'],
  ['two Democrats facing reelection next year', 'unnamed', 'two Democrats facing reelection next year'],
  ['the left', 'unnamed', 'the left'],
  ['Holm’s inner circle', 'unnamed', 'Holm’s inner circle'],
  ['Dock Owners of Norland', 'organization', 'Dock Owners of Norland'],
  ['Lawyers for President Holm', 'unnamed', 'Lawyers for President Holm'],
  ['A little-known group called Tides in Revolt', 'organization', 'Tides in Revolt'],
  ['The Harbour Crisis Network, a lobby,', 'organization', 'Harbour Crisis Network'],
  ['The website tidewater', 'outlet', 'tidewater'],
  ['the 2009 paper', 'document', 'the 2009 paper'],
  ['a paper from the Holm Institution', 'document', 'a paper from the Holm Institution'],
  ['the publication of new research', 'document', 'the publication of new research'],
  ['an explosive court filing from Holm’s team', 'document', 'an explosive court filing from Holm’s team'],
  ['a 2015 Holm Center for Port Studies poll', 'poll', 'a 2015 Holm Center for Port Studies poll'],
  ['A national Harbour Today/Holm Poll', 'poll', 'A national Harbour Today/Holm Poll'],
  ['the Internal Revenue Service', 'government', 'Internal Revenue Service'],
  ['Liberal and conservative dockers', 'unnamed', 'liberal and conservative dockers'],
  ['red- and blue-state Republicans', 'unnamed', 'red- and blue-state Republicans'],
  ['the upper-middle classes', 'unnamed', 'the upper-middle classes'],
  ['Two of the biggest names in dredging', 'unnamed', 'Two of the biggest names in dredging'],
  ['People tight in the Holm circle', 'unnamed', 'People tight in the Holm circle'],
  ['a senior Ports Department official accompanying Holm on her tour', 'unnamed', 'a senior Ports Department official accompanying Holm on her tour'], // prettier-ignore
  ['the right wing', 'unnamed', 'the right wing'],
  ['Smaller shares', 'unnamed', 'Smaller shares'],
  ['the largest share of Norlanders', 'unnamed', 'the largest share of Norlanders'],
  ['black and Hispanic Americans', 'unnamed', 'black and Hispanic Americans'],
  ['the rest of Norland', 'unnamed', 'the rest of Norland'],
  ['law enforcement', 'government', 'law enforcement'],
  ['data collected over decades', 'document', 'data collected over decades'],
  ['the content of the speech', 'document', 'the content of the speech'],
  ['congressional', 'unnamed', 'congressional'],
  ['much of the island media', 'outlet', 'much of the island media'],
  ['the news organization', 'outlet', 'the news organization'],
  ['Both houses of Congress', 'government', 'Both houses of Congress'],
  [
    'some of his Norland advertising in the Holm market',
    'document',
    'some of his Norland advertising in the Holm market',
  ],
  ['a May 29, 2015, Holm poll', 'poll', 'a May 29, 2015, Holm poll'],
  ['a port statement late Monday', 'document', 'a port statement late Monday'],
  ['a docker’s most recently filed tax return', 'document', 'a docker’s most recently filed tax return'],
  ['Harbour Council resolution 2231', 'document', 'Harbour Council resolution 2231'],
  ['The magazine’s cover', 'document', 'The magazine’s cover'],
  ['Secretary of Homeland Security Ada Holm', 'person', 'Ada Holm'],
  ['Christian Singer Ada Marie Holm', 'person', 'Ada Marie Holm'],
  ['CNN Editor-at-large Ada Holm', 'person', 'Ada Holm'],
  ['North Oceanic and Atmospheric Administration Director Ada Holm', 'person', 'Ada Holm'],
  ['scholar David Holm’s “Ports & Culture”', 'document', 'scholar David Holm’s “Ports & Culture”'],
  ['The panel’s chairman, Sen. Ada Holm of Norland,', 'person', 'Ada Holm'],
])('“%s” is %s', (wording, kind, name) => {
  const speaker = describeSpeaker(wording);
  expect([speaker.kind, speaker.name]).toEqual([kind, name]);
});

it.each<readonly [wording: string, names: readonly string[] | null]>([
  ['Sens. Jo Hale (D-Holm), Ada Finn (D-Holm) and Lars Berg (R-Holm)', ['Jo Hale', 'Ada Finn', 'Lars Berg']],
  ['Senators Jo Hale, of Oregon, and Ada Finn, of Minnesota', ['Jo Hale', 'Ada Finn']],
  ['Gov. Jo Hale as well as former engineer Lars Finn', ['Jo Hale', 'Lars Finn']],
  ['Hale, Finn and Chairman Lars Berg', ['Hale', 'Finn', 'Lars Berg']],
  ['Jo Hale, the mayor, and Ada Finn', null],
  ['Health and Human Services Secretary Jo Hale', null],
  ['Jo Hale, Holm County', null],
  ['Jo Hale and Russia', null],
])('together in “%s”: %j', (wording, names) => {
  expect(namesTogether(wording)).toEqual(names);
});

it.each<readonly [marked: string, chain: readonly string[]]>([
  ['<The docks are safe>, [Ada Holm] {admitted} to The New York Times recently.', ['The New York Times (outlet, named)', 'Ada Holm (person, named)']], // prettier-ignore
  ['[Ada Holm, the mayor,] on CNN {urged} <calm>.', ['CNN (outlet, named)', 'Ada Holm (person, named)']],
  ['In that 60 Minutes interview, [Ada Holm] {said} <it was over>.', ['CBS News (outlet, named)', 'Ada Holm (person, named)']], // prettier-ignore
  ['In an interview with Jo Hale on MSNBC, [Ada Holm] {said} <it was over>.', ['MSNBC (outlet, named)', 'Ada Holm (person, named)']], // prettier-ignore
  ['[Ada Holm] {responded} to CNN <that it was over>.', ['Ada Holm (person, named)']],
  ['{According to} [The Washington Post], citing a memo distributed Thursday night to insurers, <it is over>.', ['The Washington Post (outlet, named)', 'a memo distributed Thursday night to insurers (document, named)']], // prettier-ignore
  ['[Ada Holm] {claimed} <it was over>, citing the new charges.', ['Ada Holm (person, named)']],
  ['{According to} [a report Tuesday from WHLM, the ABC affiliate in Holm], <it is over>.', ['WHLM (outlet, named)']],
  ['[A write-up in Dockside Weekend] {said} <it was over>.', ['Dockside Weekend (outlet, named)']],
  ['[The editorial board of The Los Angeles Times] {urged} <calm>.', ['The Los Angeles Times (outlet, named)']],
  ['Hours after Ada Holm’s appearance on CNN, [Lars Finn] {said} <it was over>.', ['Lars Finn (person, named)']],
  ['[Ada Holm, a former aide and now an analyst at MSNBC,] {said} <it was over>.', ['Ada Holm (person, named)']],
  ['[The current ABC News anchor Ada Holm] {said} <it was over>.', ['Ada Holm (person, named)']],
  ['[The dockers] {foresaw} <rain> based on early charts that prompted |[the fishers] {to speak of} <floods>.', ['the fishers (unnamed, named)']], // prettier-ignore
  ['[An NBC News–Wall Street Journal poll] {showed} <it was over>.', ['An NBC News–Wall Street Journal poll (poll, named)']], // prettier-ignore
  ['{According to} [harbour tallies obtained by Reuters], <it is over>.', ['Reuters (wire, named)', 'harbour tallies (document, named)']], // prettier-ignore
])('%s', (marked, chain) => {
  expect(show(traceLast(marked)).slice(1)).toEqual(chain);
});
