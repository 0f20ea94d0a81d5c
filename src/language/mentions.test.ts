import { describe, expect, it } from 'vitest';
import type { Name, NameKind, TaggedSpan } from './spans.ts';
import { findEntities, type Entity } from './mentions.ts';
import { findParagraphs } from './paragraphs.ts';
import { findQuotations } from './quotes.ts';
import { findSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

const LETTERS: Readonly<Record<string, NameKind>> = { p: 'person', o: 'organization', l: 'place', d: 'demonym', x: 'other' }; // prettier-ignore

/** `[p:Jo Hale]` is a person's name, `o` an organization, `l` a place, `d` a demonym; `{source}` is a tagged source. */
function read(marked: string): { text: string; entities: readonly Entity[] } {
  let text = '';
  const names: Name[] = [];
  const tagged: TaggedSpan[] = [];
  let source = 0;
  for (const [piece, kind, name] of marked.matchAll(/\[([polxd]):([^\]]*)\]|[{}]|[^[{}]+/gu)) {
    if (piece === '{') source = text.length;
    else if (piece === '}') tagged.push({ role: 'source', start: source, end: text.length, score: 1, chance: 1 });
    else if (kind !== undefined && name !== undefined) {
      names.push({ start: text.length, end: text.length + name.length, kind: LETTERS[kind] ?? 'other', score: 1 });
      text += name;
    } else text += piece;
  }
  const paragraphs = findParagraphs(text);
  const sentences = findSentences(text, paragraphs);
  const { quotations } = findQuotations(text, paragraphs);
  return { text, entities: findEntities({ text, tokens: tokenize(text), sentences, paragraphs, quotations, names, tagged }) }; // prettier-ignore
}

function mentionsOf(marked: string, name: string): string[] {
  const { text, entities } = read(marked);
  const entity = entities.find((one) => one.name === name);
  return (entity?.mentions ?? []).map(({ start, end, why }) => `${text.slice(start, end)} (${why})`);
}

describe('the mentions of one entity', () => {
  it.each([
    [
      'a full name, the last name, and a pronoun',
      '[p:Jo Hale] opened the harbour. [p:Hale] thanked the crowd before she left.',
      'Jo Hale',
      ['Jo Hale (full name)', 'Hale (last name)', 'she (pronoun)'],
    ],
    [
      'a role before the name, a role behind it, and "she"',
      '{[p:Mira Sand], the harbour board spokeswoman}, spoke on Monday. She said the quay was safe.',
      'Mira Sand',
      ['Mira Sand (full name)', 'the harbour board spokeswoman (role)', 'She (pronoun)'],
    ],
    [
      'a title that is marked as a name',
      'On Monday [p:Gov]. [p:Jo Hale] opened the dock. She left early.',
      'Jo Hale',
      ['Jo Hale (full name)', 'She (pronoun)'],
    ],
    [
      'one who met the other, in the sentence before "they"',
      '[p:Jo Hale] flew to [l:Saltmere] in May. She held talks with [p:Al Reed]. They agreed to build a dock.',
      'Jo Hale and Al Reed',
      ['They (pronoun)'],
    ],
    [
      'two of parties, side by side',
      '{Reps. [p:Jo Hale], a [l:Saltmere] [d:Republican], and [p:Al Reed], D-Holm,} objected. The pair also wrote a letter.',
      'Jo Hale and Al Reed',
      ['Jo Hale, a Saltmere Republican, and Al Reed (both names)', 'The pair (description)'],
    ],
    [
      'what a firm is, between dashes',
      '[o:Tidefox] -- the parent company of two docks -- was sold in May. On Monday the company said nothing.',
      'Tidefox',
      ['Tidefox (name)', 'the parent company (role)', 'the company (description)'],
    ],
    [
      'two named side by side, one of them by a role, who are then the parents',
      '[p:Jo Hale], 42, and his wife [p:Ann Reed] were in court. The parents said nothing.',
      'Jo Hale and Ann Reed',
      ['Jo Hale, 42, and his wife Ann Reed (both names)', 'The parents (description)'],
    ],
    [
      'a noun of the headline, by the text below it',
      'Curator leaves museum\n\n[p:Jo Hale], a curator, left on Monday. She gave no reason.',
      'Jo Hale',
      ['Curator (description)', 'Jo Hale (full name)', 'a curator (role)', 'She (pronoun)'],
    ],
    [
      'somebody without a name in the lead, once the name comes',
      'A boy was arrested on Monday. [p:Al Reed], a quiet boy from Saltmere, had made a clock.',
      'Al Reed',
      ['A boy (description)', 'Al Reed (full name)', 'a quiet boy (role)'],
    ],
    [
      'an organization by its letters',
      'The [o:Bureau of Fair Trade] opened a case. The [o:BFT] would not name the firm.',
      'Bureau of Fair Trade',
      ['Bureau of Fair Trade (name)', 'BFT (acronym)'],
    ],
    [
      'an organization by the beginning of its name',
      '[o:Saltmere Shipping Company] lost money. Nobody at [o:Saltmere Shipping] would comment.',
      'Saltmere Shipping Company',
      ['Saltmere Shipping Company (name)', 'Saltmere Shipping (short name)'],
    ],
    [
      'an outlet by what it is, and its sources',
      'According to The New York Times, the ferry will sail. The news outlet said nothing of the price. Their sources also claimed that the crew was tired, according to the publication.',
      'The New York Times',
      ['New York Times (name)', 'The news outlet (description)', 'Their (pronoun)', 'the publication (description)'],
    ],
    [
      'a state by its other name, and by the capital that speaks for it',
      'Ships from [l:North Korea] passed. {[l:Pyongyang]} denied it. The [l:DPRK] has no such ships.',
      'North Korea',
      ['North Korea (name)', 'Pyongyang (capital)', 'DPRK (full name)'],
    ],
    [
      'the speaker of a quotation, who says "I"',
      '“I left early,” said {[p:Al Reed]}.',
      'Al Reed',
      ['I (speaker of the quotation)', 'Al Reed (full name)'],
    ],
    [
      'the author, who says "I" outside every quotation',
      'I saw the boats. My own boat sank.',
      'the author',
      ['I (author)', 'My (author)'],
    ],
    [
      'those for whom a person says "we"',
      '{[p:Al Reed]} said: “We saw it. We left.”',
      'those for whom Al Reed speaks',
      ['We (speaker and others)', 'We (speaker and others)'],
    ],
    [
      'a group without a name',
      '[p:Jo Hale] met veteran sailors. In the rain, the veteran sailors told Hale that they were cold.',
      'veteran sailors',
      ['veteran sailors (description)', 'the veteran sailors (description)', 'they (pronoun)'],
    ],
    [
      'several named in one list, by the noun before it',
      'Senators [p:Jo Hale] of the [o:Sand Party] and [p:Al Reed] left. The senators spoke.',
      'Jo Hale and Al Reed',
      ['Senators (role)', 'Jo Hale of the Sand Party and Al Reed (both names)', 'The senators (description)'],
    ],
    [
      'several named behind "were"',
      'The winners elected in the north were [p:Jo Hale], [p:Al Reed] and [p:Ann Moor].',
      'Jo Hale and Al Reed and Ann Moor',
      ['The winners (role)', 'Jo Hale, Al Reed and Ann Moor (both names)'],
    ],
    [
      'a body by what it is called',
      'He left the group called the [o:Sea Guard].',
      'Sea Guard',
      ['the group (role)', 'Sea Guard (name)'],
    ],
    [
      'those of a people, and "they"',
      '[d:Norlanders] voted on Sunday. They want a dock, the [d:Norlanders] told us.',
      'Norlanders',
      ['Norlanders (name)', 'They (pronoun)', 'Norlanders (name)'],
    ],
    [
      'what somebody is named as, and is behind an aside',
      '[p:Jo Hale] was known as a teacher. [p:Hale], 42, a mother of three, was also a captain.',
      'Jo Hale',
      ['Jo Hale (full name)', 'a teacher (role)', 'Hale (last name)', 'a mother (description)', 'a captain (role)'],
    ],
    [
      'two roles that "and" joins, before the name and behind it',
      'Lawyer and activist [p:Jo Hale] left. [p:Hale] was a teacher and writer.',
      'Jo Hale',
      [
        'Lawyer (role)',
        'activist (role)',
        'Jo Hale (full name)',
        'Hale (last name)',
        'a teacher (role)',
        'writer (role)',
      ],
    ],
    [
      'whose surname a paper bears',
      '[p:Jo Bloomberg] spoke. {[p:Bloomberg]} said: “I know.”',
      'Jo Bloomberg',
      ['Jo Bloomberg (full name)', 'Bloomberg (last name)', 'I (speaker of the quotation)'],
    ],
    [
      'whom a speaker addresses',
      '{[p:Al Reed]} said: “You eat salt. It helps you.”',
      'those to whom Al Reed speaks',
      ['You (whom the speaker addresses)', 'you (whom the speaker addresses)'],
    ],
  ])('are %s', (_, marked, name, expected) => {
    expect(mentionsOf(marked, name)).toEqual(expected);
  });

  it('take "we" in a quotation for the body that a person speaks for', () => {
    const marked = '{[p:Mira Sand], spokeswoman for the [o:Harbour Board]}, said: “We know of it.”';
    expect(mentionsOf(marked, 'Harbour Board')).toContain('We (body of the speaker)');
  });
});

describe('who is not meant', () => {
  it('is a woman with a name, by "they"', () => {
    const marked = '[p:Jo Hale] was ill. She slept. They shunned it all.';
    expect(mentionsOf(marked, 'Jo Hale')).toEqual(['Jo Hale (full name)', 'She (pronoun)']);
  });

  it('is a fixer, by "the president" whose fixer he is, nor a senator by "the president"', () => {
    const marked =
      'President [p:Jo Hale] left. [p:Al Reed], the president’s fixer, met Senator [p:Ida Cole]. The president wept.';
    expect(mentionsOf(marked, 'Jo Hale')).toEqual(['President (role)', 'Jo Hale (full name)', 'the president (description)', 'The president (description)']); // prettier-ignore
  });

  it('is who holds no office, by "the president" whose administration is named', () => {
    const marked =
      'The [p:Hale] administration is new. [p:Al Reed] met [p:Hale]. [p:Al Reed] left. The president wept.';
    expect(mentionsOf(marked, 'Hale')).toContain('The president (description)');
  });

  it('is a party’s letter, by "she"', () => {
    const marked = '[p:Jo Hale] ([p:D]–Holm) spoke. She left.';
    expect(mentionsOf(marked, 'Jo Hale')).toEqual(['Jo Hale (full name)', 'She (pronoun)']);
  });

  it('is a body or a city, by "the country"', () => {
    const marked =
      '[l:Norway] has a bank. The [o:Tide Council] met in [l:Bergen]. The country paid, and the city slept.';
    expect(mentionsOf(marked, 'Norway')).toEqual(['Norway (name)', 'The country (description)']);
    expect(mentionsOf(marked, 'Bergen')).toEqual(['Bergen (name)', 'the city (description)']);
  });

  it('is a man, by "one point" or "many harbours"', () => {
    const marked = '[p:Al Reed] left early. At one point he had seen many harbours. All docks slept.';
    expect(mentionsOf(marked, 'Al Reed')).toEqual(['Al Reed (full name)', 'he (pronoun)']);
    expect(read(marked).entities).toHaveLength(1);
  });

  it('is one administration, by the name of another', () => {
    const marked =
      'The [p:Hale] administration spoke. The [p:Reed] administration wept. The [p:Hale] administration slept.';
    expect(mentionsOf(marked, 'The Hale administration')).toEqual(['The Hale administration (description)', 'The Hale administration (description)']); // prettier-ignore
  });

  it('is the one inside a noun phrase', () => {
    const marked = 'The two met. [p:Jo Hale] spoke. [p:Al Reed], a docker and a [p:Hale] supporter, wept.';
    expect(mentionsOf(marked, 'Jo Hale')).toEqual(['Jo Hale (full name)', 'Hale (last name)']);
  });

  it('is a place, by "we" of one who speaks for it', () => {
    const marked = '{[p:Mira Sand], prime minister of [l:Norland]}, said: “We know of it. We help.”';
    expect(mentionsOf(marked, 'Norland')).toEqual(['Norland (name)']);
  });
});

describe('entities', () => {
  it.each([
    ['two persons of one surname', '[p:Jo Hale] met [p:Al Hale] in the rain.', ['Jo Hale', 'Al Hale']],
    ['those of one surname', '[p:Jo Hale] sailed. The [p:Hales] met. The [p:Hales] slept.', ['Jo Hale', 'Hales']],
    ['a surname alone and the full name', '[p:Hale] left. [p:Jo Hale] came back.', ['Jo Hale']],
    ['a capital that is only a place', 'The minister flew to [l:Moscow] and [l:Tula].', ['Moscow', 'Tula']],
    ['a name with a title in it', 'Senator [p:Jo Hale] and [p:Senator Hale] are one.', ['Jo Hale']],
    ['a state with a person’s name inside it', '[l:Georgia] voted.', ['Georgia']],
    ['no demonym', 'The [d:Norlandish] fleet sailed.', []],
    ['those that a verb is done to', 'The law will help shopkeepers. Shopkeepers slept.', ['shopkeepers']],
    [
      'two whom one name joins',
      '[o:Tidefox-Gullway] was close. [o:Tidefox] and [o:Gullway] left.',
      ['Tidefox-Gullway', 'Tidefox', 'Gullway'],
    ],
    [
      'the campaigns of two',
      '[p:Jo Hale]’s campaign won. [p:Al Reed]’s campaign lost. The campaign wept.',
      ['Jo Hale', 'Al Reed’s campaign', 'Al Reed'],
    ],
    ['those that are counted', 'A form tallying 300 shopkeepers came. Shopkeepers slept.', ['300 shopkeepers']],
    ['those of somebody without a name', "The nation's governors met. They slept.", ["The nation's governors"]],
    ['nothing in no text', '', []],
  ])('are %s', (_, marked, expected) => {
    expect(read(marked).entities.map((one) => one.name)).toEqual(expected);
  });

  it.each([
    ['Mr [p:Reed] left.', 'Reed', 'person', 'man'],
    ['The mayor, Mrs. [p:Ida Reed], left.', 'Ida Reed', 'person', 'woman'],
    ['[p:Mary Reed] left.', 'Mary Reed', 'person', null],
    ['The [o:Ministry of Tides] spoke.', 'Ministry of Tides', 'government', null],
    ['The [o:Gull Choir] sang.', 'Gull Choir', 'organization', null],
    ['Reuters reported it.', 'Reuters', 'outlet', null],
    ['{[l:Moscow]} denied it.', 'Moscow', 'government', null],
    ['They met in [l:Moscow].', 'Moscow', 'place', null],
    ['The [x:Tide Festival] opened.', 'Tide Festival', 'unknown', null],
  ])('in “%s”: %s is %s, %s', (marked, name, kind, gender) => {
    expect(read(marked).entities.map((one) => ({ name: one.name, kind: one.kind, gender: one.gender }))).toEqual([
      { name, kind, gender },
    ]);
  });

  it('have mentions that lie in the text, in order, with ids in order', () => {
    const { text, entities } = read(
      '[p:Jo Hale] met her sister. “We talked,” said {Hale}. The company paid. The company left.',
    );
    expect(entities.map((one) => one.id)).toEqual(entities.map((_, i) => `e${String(i + 1)}`));
    for (const { mentions } of entities) {
      expect(mentions.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true);
      expect([...mentions].sort((a, b) => a.start - b.start)).toEqual(mentions);
    }
  });

  it('are found in a text of 10,000 names without growing out of hand', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `[o:Board N${String(i)} Council]`).join(', ');
    expect(read(many).entities).toHaveLength(10_000);
  });
});
