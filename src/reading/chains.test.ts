import { describe, expect, it } from 'vitest';
import type { Entity } from '../language/mentions.ts';
import type { Range } from '../language/spans.ts';
import { findParagraphs } from '../language/paragraphs.ts';
import { findSentences } from '../language/sentences.ts';
import { herald, parse, show, traceLast, type Publisher } from '../../test/marked-telling.ts';
import { traceChains, type Placed } from './chains.ts';

function trace(marked: string): string[] {
  return show(traceLast(marked)).slice(1);
}

describe('traceChains', () => {
  it.each<readonly [string, readonly string[]]>([
    ['[Ada Holm] {said} <it was over>.', ['Ada Holm (person, named)']],
    ['<It is over>, {said} [Harbour Board spokesman Lars Finn].', ['Lars Finn (person, named)']],
    ['[Ada Holm, the port’s chief engineer,] {said} <it was over>.', ['Ada Holm (person, named)']],
    ['[President Ursula von der Holm] {said} <it was over>.', ['Ursula von der Holm (person, named)']],
    ['[Finn -- a former harbour appointee --] {said} <it was over>.', ['Finn (person, named)']],
    ['[Mr. Finn] {said} <it was over>.', ['Finn (person, named)']],
    ['[A spokeswoman, Ida Berg,] {said} <it was over>.', ['Ida Berg (person, named)']],
    ['[The Health Ministry] {said} <it was over>.', ['Health Ministry (government, named)']],
    ['[Moscow] {said} <it was over>.', ['Moscow (government, named)']],
    ['[The White House] {said} <it was over>.', ['White House (government, named)']],
    ['[Police] {said} <it was over>.', ['Police (government, named)']],
    ['[The company] {said} <it was over>.', ['The company (organization, inferred)']],
    ['[The Holm Foundation] {said} <it was over>.', ['Holm Foundation (organization, named)']],
    ['[They] {said} <it was over>.', ['They (unknown, inferred)']],
    ['[the news outlet] {said} <it was over>.', ['the news outlet (outlet, inferred)']],
    ['[The president] {said} <it was over>.', ['The president (person, inferred)']],
    ['[A new poll] {shows} <it is over>.', ['A new poll (poll, named)']],
    ['[Court documents] {show} <it is over>.', ['Court documents (document, named)']],
    ['[Critics] {say} <it is over>.', ['Critics (unnamed, named)']],
    ['[Two senior officials] {said} <it was over>.', ['Two senior officials (unnamed, named)']],
    ['{According to} [Reuters], <it is over>.', ['Reuters (wire, named)']],
    ['{According to} [the New York Times on Monday], <it is over>.', ['The New York Times (outlet, named)']],
    ['<It is over>, {as reported by} [gazeta.ru].', ['Gazeta.ru (outlet, named)']],
    ['<It is over>, {as reported by} [gazeta].ru.', ['Gazeta.ru (outlet, named)']],
    ['[The National Weather Service in Holm] {said} <it was over>.', ['National Weather Service (government, named)']],
    ['[the Harbour Board’s Jo Hale] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[Holm and Finn] {said} <it was over>.', ['Holm and Finn (person, named)']],
    ['[Health and Human Services Secretary Jo Hale] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[Mayor Jo Hale and Port Director Lars Finn, both of Holm,] {said} <it was over>.', ['Jo Hale and Lars Finn (person, named)']],
    ['[Both Hale and fellow engineer Lars Finn] {said} <it was over>.', ['Hale and Lars Finn (person, named)']],
    ['[Sens. Jo Hale (A-Holm), Lars Finn (A-Holm) and Ada Berg (B-Holm)] {said} <it was over>.', ['Jo Hale, Lars Finn and Ada Berg (person, named)']],
    ['[Holm’s Attorney General Jo Hale] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[An adviser to the mayor, Jo Hale,] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[An accountant for former mayor Jo Hale] {said} <it was over>.', ['An accountant for former mayor Jo Hale (unnamed, named)']],
    ['[leading senators including former Gov. Jo Hale, of Holm,] {said} <it was over>.', ['leading senators including former Gov. Jo Hale, of Holm, (unnamed, named)']],
    ['[a senior Ministry of Harbour Affairs (MHA) official who told reporters] {said} <it was over>.', ['a senior Ministry of Harbour Affairs (MHA) official who told reporters (unnamed, named)']],
    ['[Harbour Solutions PAC] {said} <it was over>.', ['Harbour Solutions PAC (organization, named)']],
    ['[Nine regional and Norlandic unions] {said} <it was over>.', ['Nine regional and Norlandic unions (organization, named)']],
    ['[an outside group] {said} <it was over>.', ['an outside group (organization, named)']],
    ['[a lot of us] {said} <it was over>.', ['a lot of us (unnamed, named)']],
    ['[Southerners] {say} <it is over>.', ['Southerners (unnamed, named)']],
    ['[the social network] {said} <it was over>.', ['the social network (organization, inferred)']],
    ['[a Harbour Institute poll taken last week] {shows} <it is over>.', ['a Harbour Institute poll taken last week (poll, named)']],
    ['[only a small fraction of voters] {said} <it was over>.', ['only a small fraction of voters (unnamed, named)']],
    ['[25 of the 100 welders] {said} <it was over>.', ['25 of the 100 welders (unnamed, named)']],
    ['[USA Today] {said} <it was over>.', ['USA Today (outlet, named)']],
    ['[senior port figures, among them two captains,] {said} <it was over>.', ['senior port figures, among them two captains, (unnamed, named)']],
    ['[Duke Energy] {said} <it was over>.', ['Duke Energy (organization, named)']],
    ['[A report in the Guardian] {said} <it was over>.', ['The Guardian (outlet, named)']],
    ['[Ada Holm] {told} Reuters on Monday <it was over>.', ['Reuters (wire, named)', 'Ada Holm (person, named)']],
    ['[Ada Holm] {said} in an interview with CNN that <it was over>.', ['CNN (outlet, named)', 'Ada Holm (person, named)']],
    ['[The Washington Post’s sources] {said} <it was over>.', ['The Washington Post (outlet, named)', 'unnamed sources of The Washington Post (unnamed, possessive)']],
    ['[CNN’s Ida Berg] {said} <it was over>.', ['CNN (outlet, named)', 'Ida Berg (person, named)']],
    ['According to The New York Times on Monday, [their sources] {claimed} <it was over>.', ['The New York Times (outlet, named)', 'unnamed sources of The New York Times (unnamed, possessive)']],
    ['[Their sources] also {claimed} <it was over>.', ['Their (unknown, inferred)', 'Their sources (unnamed, possessive)']],
    ['<It was over>.', []],
    // Offices, appositions, several names
    ['[Secretary of State Jo Hale] {said} <it was over>.', ['Jo Hale (person, named)']],
    ['[Lars King] {said} <it was over>.', ['Lars King (person, named)']],
    ['[King] {said} <it was over>.', ['King (person, named)']],
    ['[The United Nations] {said} <it was over>.', ['United Nations (organization, named)']],
    ['[One member of the board, former mayor Ida Berg,] {said} <it was over>.', ['Ida Berg (person, named)']],
    ['[Bribery laws] {state} <it is over>.', ['Bribery laws (document, named)']],
    ['[Executive director of the Holm chapter of the Port Alliance Ada Berg] {said} <it was over>.', ['Ada Berg (person, named)']],
    ['[Engineer and professor Lars Ole Finn] {said} <it was over>.', ['Lars Ole Finn (person, named)']],
    ['[Norland’s Prime Minister, Ida Berg,] {said} <it was over>.', ['Ida Berg (person, named)']],
    ['[Undersecretary for Ports Mr. Finn] {said} <it was over>.', ['Finn (person, named)']],
    ['[Both the Holm School District and the Holm Police Department] {said} <it was over>.', ['Holm School District and the Holm Police Department (government, named)']],
    ['[His lawyer] {said} <it was over>.', ['His lawyer (unnamed, named)']],
    ['[Those close to him] {say} <it is over>.', ['Those close to him (unnamed, named)']],
    ['[An unusual coalition of lawmakers] {said} <it was over>.', ['An unusual coalition of lawmakers (unnamed, named)']],
    ['[The latest Holm/Finn opinion poll released Friday] {shows} <it is over>.', ['The latest Holm/Finn opinion poll (poll, named)']],
    ['[Video of the pier] {shows} <it is over>.', ['Video of the pier (observation, named)']],
    ['[Its own website] {says} <it is over>.', ['Its own website (document, named)']],
    ['[US media] {reported} <it was over>.', ['US media (outlet, named)']],
    ['[State television] {said} <it was over>.', ['State television (outlet, named)']],
    ['[The harbour mogul] {said} <it was over>.', ['The harbour mogul (person, inferred)']],
    ['[The grand jury] {said} <it was over>.', ['The grand jury (organization, inferred)']],
    ['[A number of current and former port engineers] {said} <it was over>.', ['A number of current and former port engineers (unnamed, named)']],
    ['[56 percent of Norland voters] {oppose} <the plan>.', ['56 percent of Norland voters (unnamed, named)']],
    ['[Most of them] {said} <it was over>.', ['Most of them (unnamed, named)']],
    ['[Israelis] {fear} <it is over>.', ['Israelis (unnamed, named)']],
    ['[A New Hampshire Republican] {said} <it was over>.', ['A New Hampshire Republican (unnamed, named)']],
    ['[The press] {says} <it is over>.', ['The press (outlet, named)']],
    ['[Others] {say} <it is over>.', ['Others (unnamed, named)']],
    // Outlets told, citing, cited
    ['In an interview on CBS’s morning show, [Ada Holm] {said} <it was over>.', ['CBS News (outlet, named)', 'Ada Holm (person, named)']],
    ['[Ada Holm] {told} Harbour Weekly <it was over>.', ['Harbour Weekly (outlet, named)', 'Ada Holm (person, named)']],
    ['[Ada Holm] {told} Parliament <it was over>.', ['Ada Holm (person, named)']],
    ['[A reporter for USA Today] {said} <it was over>.', ['A reporter for USA Today (unnamed, named)']],
    ['[NBC News moderator Ida Berg] {asked} <whether it was over>.', ['Ida Berg (person, named)']],
    ['[Documents seen by Reuters] {show} <it is over>.', ['Reuters (wire, named)', 'Documents (document, named)']],
    ['[A letter obtained by the Associated Press] {says} <it is over>.', ['The Associated Press (wire, named)', 'A letter (document, named)']],
    ['Citing intelligence data, [Lars Finn] {warned} <it was over>.', ['Lars Finn (person, named)', 'intelligence data (document, named)']],
    ['[The Guardian] {reported}, citing two officials, <that it was over>.', ['The Guardian (outlet, named)', 'two officials (unnamed, named)']],
    ['[Interfax] {said}, citing Kommersant, <that it was over>.', ['Interfax (wire, named)', 'Kommersant (outlet, named)']],
    ['[Lars Finn] {left}, citing safety concerns, <the board>.', ['Lars Finn (person, named)']],
    ['[Lars Finn] {said} <it was over>, according to a transcript of the call.', ['a transcript of the call (document, named)', 'Lars Finn (person, named)']],
    // Shares, transparent nouns, bodies and their people, short names
    ['[Three-fourths] {say} <it is over>.', ['Three-fourths (unnamed, named)']],
    ['[Nine in 10] {said} <it was over>.', ['Nine in 10 (unnamed, named)']],
    ['[42 percent of those surveyed by CNN] {said} <it was over>.', ['42 percent of those surveyed by CNN (unnamed, named)']],
    ['[367,491 people] {voted for} <the plan>.', ['367,491 people (unnamed, named)']],
    ['[A version of the talking points] {says} <it is over>.', ['A version of the talking points (document, named)']],
    ['[Early results of exit polls conducted for the Associated Press] {show} <it is over>.', ['Early results of exit polls conducted for the Associated Press (poll, named)']],
    ['[A Department of Ports official] {said} <it was over>.', ['A Department of Ports official (unnamed, named)']],
    ['[State election and law enforcement officials] {said} <it was over>.', ['State election and law enforcement officials (unnamed, named)']],
    ['[Tide Watchers for Clean Ports (TWCP)] {said} <it was over>.', ['Tide Watchers for Clean Ports (organization, named)']],
    ['[Officials there] {said} <it was over>.', ['Officials there (unnamed, named)']],
    ['[Ada Holm, author of The Age of Tides,] {said} <it was over>.', ['Ada Holm (person, named)']],
    ['The Washington Post came out. [The Post] {reported} <it was over>.', ['The Washington Post (outlet, named)']],
    ['[The Guardian] {reported} <it was over>. |[One of them] {told} the newspaper <it was over>.', ['The Guardian (outlet, coreference)', 'One of them (unnamed, named)']],
    ['Holm keeps a petition [that] {promises} <an end>.', ['a petition (document, named)']],
    // Nobody in particular
    ['<The ship> {reportedly} <sank>.', ['reportedly (unnamed, inferred)']],
    ['{It is reported} <that the ship sank>.', ['It is reported (unnamed, inferred)']],
    ['<The ship> {is said} <to have sunk>.', ['is said (unnamed, inferred)']],
    ['[It] {has been reported} <that the ship sank>.', ['has been reported (unnamed, inferred)']],
    ['[The Harbour Board] {said} <it was over>. |[It] {said} <costs rose>.', ['Harbour Board (organization, speaker-turn)']],
    ['<The rule>, {said} Finn, <stays>.', ['Finn (person, named)']],
    ['<The engineers> {insist} <it was over>.', ['The engineers (unnamed, named)']],
    ['<The ship> {appears} <to have sunk>.', ['appears (unnamed, inferred)']],
    ['[Ada Holm] {left}, citing Finn’s stubborn refusal, <the board>.', ['Ada Holm (person, named)']],
    // Voices that go on
    ['[Ada Holm] {told} Reuters <it was over>. |[She] {said} on CNN <that she was glad>.', ['CNN (outlet, named)', 'Ada Holm (person, speaker-turn)']],
    ['[Ada Holm] {said} <it was over>. |[I’m] {glad} <it is over>.', []],
    ['[Ada Holm] {said} <it was over>. |[She] {added} <that she was glad>.', ['Ada Holm (person, speaker-turn)']],
    ['[Ada Holm] {told} Reuters <it was over>. |[She] {added} <that she was glad>.', ['Reuters (wire, named)', 'Ada Holm (person, speaker-turn)']],
    ['[Ada Holm] {told} Reuters <it was over>. [Lars Finn] {waved} <goodbye>. |[Ada Holm] {was} <glad>.', ['Ada Holm (person, named)']],
    ['[Ada Holm] {said} <it was over>, |{adding} <that she was glad>.', ['Ada Holm (person, speaker-turn)']],
    ['[Ada Holm] {said}: <“It is over.”>\n\n|<“We are glad.”>', ['Ada Holm (person, speaker-turn)']],
    ['[The report] {says} <it is over>. |[It] {notes} <that costs rose>.', ['The report (document, speaker-turn)']],
    ['[The report] {says} <it is over>. |[They] {agreed} <to go on>.', ['They (unknown, inferred)']],
    ['[A spokesman] {said} <it was over>. |[The spokesman] {declined} <to say more>.', ['A spokesman (unnamed, coreference)']],
    ['[The Guardian] {reported} <it was over>. |[The newspaper] {said} <costs rose>.', ['The Guardian (outlet, coreference)']],
    ['[The Guardian] {reported} <it was over>. |[Sources] {said} <costs rose>.', ['The Guardian (outlet, speaker-turn)', 'Sources (unnamed, named)']],
    ['[The Guardian] {reported} <it was over>. |[Their sources] also {claimed} <costs rose>.', ['The Guardian (outlet, speaker-turn)', 'unnamed sources of The Guardian (unnamed, possessive)']],
    ['<It is over>, {said} [Ada Holm], |[who] {hopes} <to retire>.', ['Ada Holm (person, named)']],
    ['Finn is a former sailor |[who] {opposes} <the plan>.', ['Finn (person, named)']],
    ['“[Ada Holm] {said}, <“I think it is over”>. ^[I] {think} <it is over>', ['Ada Holm (person, named)']],
  ])('%s', (marked, links) => {
    expect(trace(marked)).toEqual(links);
  }); // prettier-ignore

  it.each<readonly [string, Partial<Publisher>, readonly string[]]>([
    ['the outlet from metadata', {}, ['The Harbour Herald (outlet, metadata)']],
    ['the host of the address', { outlet: null, url: 'https://www.bbc.co.uk/news/1' }, ['BBC (outlet, inferred)']],
    ['an unknown host', { outlet: null, url: 'https://www.harbour.example/a' }, ['harbour.example (outlet, inferred)']],
    ['no address', { outlet: null }, ['this report (outlet, inferred)']],
    ['a wire in the metadata', { wire: 'Reuters' }, ['The Harbour Herald (outlet, metadata)', 'Reuters (wire, metadata)']],
    ['a wire in the byline', { wire: 'AP', authors: ['Associated Press'] }, ['The Harbour Herald (outlet, metadata)', 'AP (wire, byline)']],
    ['the wire’s own page', { outlet: 'Reuters', wire: 'Reuters' }, ['Reuters (outlet, metadata)']],
  ])('begins with %s', (_name, facts, links) => {
    expect(show(traceLast('[Ada Holm] {said} <it was over>.', { ...herald, ...facts })).slice(0, -1)).toEqual(links);
  }); // prettier-ignore

  it('goes on from the chain of the attribution that holds it', () => {
    const marked = '{According to} [The New York Times], <their sources claimed it was over>. ^';
    const { text, placed } = parse(marked);
    const at = (words: string): Range[] => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }];
    const inner: Placed = { id: 'a2', parent: 'a1', source: at('their sources'), cue: at('claimed'), content: at('it was over') }; // prettier-ignore
    const sentences = findSentences(text, findParagraphs(text));
    const ground = { article: herald, text, entities: [], quotations: [], sentences };
    expect(show(traceChains(ground, [placed[0] ?? inner, inner]).get('a2') ?? [])).toEqual([
      'The Harbour Herald (outlet, metadata)',
      'The New York Times (outlet, named)',
      'unnamed sources of The New York Times (unnamed, possessive)',
    ]);
  });

  it('ties a source to the entity that mentions know', () => {
    const marked = 'Ada Holm came. Lars Finn left. [She] {said} <it was over>.';
    const mentions = [
      { start: 0, end: 8, why: 'full name' },
      { start: 31, end: 34, why: 'pronoun' },
    ];
    const ada: Entity = { id: 'e1', name: 'Ada Holm', kind: 'person', gender: 'woman', mentions };
    const last = traceLast(marked, herald, [ada]).at(-1);
    expect(last).toMatchObject({ name: 'Ada Holm', kind: 'person', how: 'coreference', entity: 'e1' });
  });

  /** Entities by their name; each further wording is a mention of the one before it. */
  it.each<readonly [string, string, readonly (readonly [name: string, kind: Entity['kind'], ...why: string[]])[], string]>([
    ['an apposition', '[One engineer, former mayor Ada Holm,] {said} <it was over>.', [['Ada Holm', 'person']], 'Ada Holm (person, named)'],
    ['a name behind "named"', '[a welder named Ada Holm] {said} <it was over>.', [['Ada Holm', 'person']], 'Ada Holm (person, named)'],
    ['two offices and a name', '[Harbour icon and Chief Justice Ada Holm] {said} <it was over>.', [['Ada Holm', 'person']], 'Ada Holm (person, named)'],
    ['a body’s spokesman', '[Department of Harbour Affairs spokesman Ada Holm] {said} <it was over>.', [['Ada Holm', 'person']], 'Ada Holm (person, named)'],
    ['whom an adviser advises', '[An adviser to Norland premier Ada Holm] {said} <it was over>.', [['Ada Holm', 'person']], 'An adviser to Norland premier Ada Holm (unnamed, named)'],
    ['whom a court is led by', '[The Port Court, led by Chief Justice Ada Holm,] {said} <it was over>.', [['Ada Holm', 'person'], ['Port Court', 'organization']], 'Port Court (government, named)'],
    ['a name that ends too late', '[Ada Holm of Norland] {said} <it was over>.', [['Ada Holm of', 'person']], 'Ada Holm (person, named)'],
    ['whom a lawyer works for', '[The lawyer for Ada Holm] {said} <it was over>.', [['Ada Holm', 'person']], 'The lawyer (person, inferred)'],
    ['a body beside "one of them"', '[One of them, Tern Group,] {said} <it was over>.', [['Tern Group', 'organization']], 'Tern Group (organization, named)'],
    ['the owner of what no list knows', '[Holm’s endorsement] {praised} <the plan>.', [['Holm', 'person']], 'Holm (person, possessive)'],
    ['who, behind a place', 'Ada Holm of Norland, [who] {opposes} <the plan>.', [['Ada Holm', 'person'], ['Norland', 'place']], 'Ada Holm (person, named)'],
    ['the fuller name', '[Ada O. Holm] {said} <it was over>.', [['Holm', 'person']], 'Ada O. Holm (person, named)'],
    ['the subject of the verb before', 'Ada Holm refuses {to explain} <how it ended>.', [['Ada Holm', 'person']], 'Ada Holm (person, named)'],
    ['officials who are no name', 'Port officials came. [They] {said} <it was over>.', [['Port officials', 'person', 'description']], 'They (unknown, inferred)'],
  ])('ties %s', (_name, marked, known, expected) => {
    const { text } = parse(marked);
    const entities = known.map(([name, kind, why = 'full name'], i): Entity => {
      const start = text.indexOf(name);
      return { id: `e${i + 1}`, name, kind, gender: null, mentions: [{ start, end: start + name.length, why }] };
    });
    expect(show(traceLast(marked, herald, entities)).at(-1)).toBe(expected);
  }); // prettier-ignore

  it('speaks again of officials without making them a person', () => {
    const marked = 'Port officials came. [They] {said} <it was over>.';
    const mentions = [{ start: 0, end: 14, why: 'description' }, { start: 21, end: 25, why: 'pronoun' }]; // prettier-ignore
    const officials: Entity = { id: 'e1', name: 'Port officials', kind: 'person', gender: null, mentions };
    const last = traceLast(marked, herald, [officials]).at(-1);
    expect(last).toMatchObject({ name: 'Port officials', kind: 'unnamed', how: 'coreference', unnamed: { number: 'several', position: 'port official' } }); // prettier-ignore
  });

  it('does not take whom a quotation speaks of for the one who says it', () => {
    const marked = '[Ada Holm] {said} <it was over>. |<“Lars Finn lost it,”> [she] {said}.';
    const { text } = parse(marked);
    const at = (words: string, why: string): Entity['mentions'][number] => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, why }); // prettier-ignore
    const ada: Entity = { id: 'e1', name: 'Ada Holm', kind: 'person', gender: null, mentions: [at('Ada Holm', 'full name')] }; // prettier-ignore
    const lars: Entity = { id: 'e2', name: 'Lars Finn', kind: 'person', gender: null, mentions: [at('Lars Finn', 'full name'), at('she', 'pronoun')] }; // prettier-ignore
    expect(traceLast(marked, herald, [ada, lars]).at(-1)).toMatchObject({ name: 'Ada Holm', how: 'speaker-turn' });
  });

  it('names an outlet once, whose page is linked beside its name', () => {
    const marked = '[The Tidewater Post] {reported} <it was over>.';
    const link = { start: 20, end: 28, text: 'reported', href: 'https://tidewater-post.example/a' };
    const last = traceLast(marked, { ...herald, links: [link] });
    expect(show(last).slice(1)).toEqual(['Tidewater Post (outlet, named)']);
  });

  it.each<readonly [string, string, string, readonly string[]]>([
    ['a cue', 'reported', 'https://www.theguardian.com/a', ['The Guardian (outlet, link)']],
    ['a cue, to a document', 'reported', 'https://www.harbour.gov/papers/rule.pdf', ['reported (document, link)']],
    ['the outlet’s own pages', 'reported', 'https://www.harbourherald.example/b', ['reportedly (unnamed, inferred)']],
    ['an encyclopedia', 'reported', 'https://en.wikipedia.org/wiki/Ship', ['reportedly (unnamed, inferred)']],
  ])('takes a link from %s', (_name, words, href, links) => {
    const marked = '<The ship> {reportedly} <sank>.';
    const start = parse(marked).text.indexOf(words);
    const link = { start, end: start + words.length, text: words, href };
    const article = { ...herald, url: 'https://harbourherald.example/a', links: [link] };
    expect(show(traceLast(marked, article)).slice(1)).toEqual(links);
  });

  it('leaves out an outlet that quotes itself', () => {
    const links = traceLast('[Ada Holm] {told} CNN <it was over>.', { ...herald, outlet: 'CNN' });
    expect(show(links)).toEqual(['CNN (outlet, metadata)', 'Ada Holm (person, named)']);
  });

  it('gives every mention the text that stands there', () => {
    const mention = traceLast('<It is over>, {said} [Harbour Board spokesman Lars Finn].').at(-1)?.mention;
    expect(mention).toEqual({ start: 41, end: 50, text: 'Lars Finn' });
  });

  it('takes up as “the newspaper” a paper that no list knows, which its sources told or which reported', () => {
    const entities: Entity[] = [{ id: 'e1', name: 'Saltmere Lantern', kind: 'organization', gender: null, mentions: [{ start: 0, end: 20, why: 'name' }] }]; // prettier-ignore
    const chain = traceLast('[The Saltmere Lantern] {reported} that <the dock is sold>. |[The newspaper] {said} that <it was cheap>.', herald, entities); // prettier-ignore
    expect(show(chain).slice(1)).toEqual(['Saltmere Lantern (outlet, coreference)']);
  });
});
