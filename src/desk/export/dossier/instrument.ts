/** How a dossier is to be read: the newsroom words of contract §5, each in a line. */
const WORDS: readonly (readonly [string, string])[] = [
  ['traced to', 'the far end of the chain, as far as the texts tell: a person, a body, a document, or an unnamed group as told to one outlet'], // prettier-ignore
  ['known origins', 'how many of these there are; ten outlets that repeat a claim without saying whence add none'],
  ['surely distinct', 'origins that the texts show to be different parties; two unnamed groups that may be the same people count once'], // prettier-ignore
  ['says where it got it', 'the report credits someone; copied: its words are taken over from another report; does not say: neither'], // prettier-ignore
  ['in the outlet’s own words', 'the report says it itself, with no one credited'],
  [
    'against, not confirmed, no comment',
    'what someone is reported to have said of the claim; only “against” counts against it',
  ],
  ['checked', 'a person saw the statement in its place and accepted it; all else was read by the machine alone, and may be wrong'], // prettier-ignore
  ['earliest seen here', 'of the reports read here; there may be earlier ones elsewhere'],
  ['saved copy', 'the page’s bytes at one moment, never changed, named by their sha256'],
];

export const INSTRUMENT = `<section class="annex" aria-labelledby="words">
<h2 id="words">How to read this</h2>
<dl class="words">${WORDS.map(([word, what]) => `<dt>${word}</dt><dd>${what}</dd>`).join('')}</dl>
</section>`;
