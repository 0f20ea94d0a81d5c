import type { App, Desk } from '../desk.ts';
import { respond } from '../respond.tsx';

/** The newsroom words of the desk (contract §5), each with an example. */
const WORDS: readonly (readonly [string, string, string])[] = [
  ['claim', 'What several places in reports have in common: one thing that is said to be so.', 'That the minister will sign the sale on Monday.'],
  ['traced to', 'The far end of the chain of who told whom: a person, a body, a document, something seen, or unnamed people as they spoke to one outlet.', '“Three outlets trace to unnamed officials speaking to The Harbour Courant.” It is one origin, however many repeat it.'],
  ['surely different', 'How many of the origins cannot be the same people or belong together. A ministry, its minister and its spokesman are one.', 'A leak from a ministry and what that ministry announces later count once.'],
  ['says where it got it', 'The report names its origin, or names another report that does.', '“…, Aldwire reported, citing two officials.”'],
  ['copied', 'The report does not say whence, and its words are those of another report.', 'A reprint without credit.'],
  ['does not say', 'Neither its words nor its text tell where it has it from. It adds no origin.', '“The yard will close in May.”'],
  ['in the outlet’s own words', 'The report says it itself, with no one credited.', '“The sale is off.”'],
  ['unnamed source', 'Someone whom the report does not name. Unnamed people who spoke to two outlets may be the same.', '“a person who has read the contract”'],
  ['for, against, not confirmed, no comment', 'What an answer does to a claim. Only against counts against it: who cannot confirm, or does not comment, has denied nothing.', '“The ministry declined to comment.”'],
  ['earliest seen here', 'The earliest among the reports in this ledger. There may be an earlier one that nobody has added.', 'Earliest seen here: 6 October 2025, 06:30.'],
  ['named and not read yet', 'A report that others name or link to, and that is not in this ledger. Read it: it may change who the origin is.', '“The New York Times reported on Monday …”'],
  ['saved copy', 'The bytes of a page as they came, with their time and hash. They are never changed.', 'Two saved copies whose texts differ are two versions.'],
  ['hedge', 'A word that makes a statement less than certain. Where a later report leaves it out, the desk says so.', '“may”, “is expected to”, “reportedly”'],
  ['checked', 'A person saw the words in their place, and accepted them.', '9 of 13 checked.'],
  ['set aside', 'A person saw that these words do not say it. They stay to be seen, and are in no count.', 'A sentence about another yard.'],
]; // prettier-ignore

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'to the search'],
  ['j, k', 'to the next and the one before in a list'],
  ['Enter', 'opens what is chosen'],
  ['n', 'on a report: adds who says something that was missed'],
  ['1, 2, 3, 4', 'with words of a report selected: its source, its cue, its content; then keeps it'],
  ['g t, g s, g c, g o, g r, g w, g f, g a', 'to Today, Search, Calendar, Sources, Review, Following, Feeds, Add'],
  ['a, x, s', 'while checking: accept, set aside, skip; of two that may be one: they are one, they are two, skip'],
  ['u', 'takes back what was just done'],
  ['?', 'shows these keys, and turns them off and on'],
];

export function defineWords(app: App, desk: Desk): void {
  app.get('/words', (c) => respond(c, desk, { title: 'What the words mean', section: 'help', body: <Words /> }));
}

function Words() {
  return (
    <div class="narrow">
      <h1>What the words mean</h1>
      <p class="lead">Hearsay reports who said what, on whose word. It never says what is true: that is for you.</p>
      <dl class="glossary">
        {WORDS.map(([word, meaning, example]) => (
          <div>
            <dt>{word}</dt>
            <dd>
              {meaning} <span class="example">{example}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h2 id="keys">Keys</h2>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div>
            <dt>
              {keys.split(', ').map((key, i) => (
                <>
                  {i === 0 ? '' : ' '}
                  <kbd>{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
