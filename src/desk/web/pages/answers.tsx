import { cutWords } from '../../format/cut-words.ts';
import { STRENGTH } from '../../format/claim-words.ts';
import { quoteSpans } from '../../format/words.ts';
import type { ShownAppearance, ShownClaim } from '../../../ledger/ledger.ts';
import { STRENGTHS } from '../decision-form.ts';
import { findKeys } from '../find-decisions.ts';
import type { App, Desk } from '../desk.ts';
import { Post } from '../parts/forms.tsx';
import { nameCarrier } from '../parts/names.ts';
import { claimPath, Empty, Moment, placePath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';
import { findClaim } from './claim.tsx';

/** Claims that are looked through, places of each that are shown, and reports of which all is looked at. */
const [CLAIMS, PLACES, REPORTS] = [30, 3, 20];

/**
 * `/claims/ID/answers?q=`: places that may speak against a claim; a person says which does, and as what. Without words: what
 * speaks against anything in its own reports, then what is near it.
 */
export function defineAnswers(app: App, desk: Desk): void {
  app.get('/claims/:id/answers', async (c) => {
    const claim = await findClaim(desk, c.req.param('id'));
    const words = c.req.query('q')?.trim().slice(0, 2000) ?? '';
    const { items } = await desk.ledger.claims({ words: words === '' ? claim.text : words, all: true, limit: CLAIMS });
    const near = words === '' ? await findBeside(desk, claim) : [];
    return respond(c, desk, {
      ...{ title: `Who answers it: ${cutWords(claim.text)}`, section: null },
      body: <Answers desk={desk} claim={claim} words={words} places={listPlaces(claim, [...near, ...items])} />,
    });
  });
}

/** The claims of its reports in which somebody speaks against something. */
async function findBeside({ ledger }: Desk, claim: ShownClaim): Promise<readonly ShownClaim[]> {
  const found: ShownClaim[] = [];
  for (const key of (await findKeys(ledger, claim)).slice(0, REPORTS)) found.push(...(await ledger.claimsOf(key)));
  return found.filter(({ appearances, denials }) => denials.length > 0 || appearances.some(isAgainst));
}

/** Those that are in the claim already are left out; what speaks against something comes first. */
function listPlaces(claim: ShownClaim, found: readonly ShownClaim[]): readonly ShownAppearance[] {
  const known = new Set([...claim.appearances, ...claim.denials.map(({ appearance }) => appearance)].map(({ id }) => id)); // prettier-ignore
  const all = found.flatMap(({ appearances, denials }) => [...denials.map(({ appearance }) => appearance), ...appearances.slice(0, PLACES)]); // prettier-ignore
  const others = [...new Map(all.map((one) => [one.id, one])).values()].filter(({ id, setAside }) => !known.has(id) && !setAside); // prettier-ignore
  return [...others.filter(isAgainst), ...others.filter((one) => !isAgainst(one))];
}

function isAgainst({ polarity }: ShownAppearance): boolean {
  return STRENGTHS.some((strength) => strength === polarity);
}

interface AnswersProps {
  readonly desk: Desk;
  readonly claim: ShownClaim;
  readonly words: string;
  readonly places: readonly ShownAppearance[];
}

function Answers({ desk, claim, words, places }: AnswersProps) {
  const path = claimPath(claim.id);
  return (
    <div class="narrow">
      <p class="kicker">
        <a href={path}>Back to the claim</a>
      </p>
      <h1 class="quiet" dir="auto">
        {cutWords(claim.text)}
      </h1>
      <p>Which of these places speaks against it, does not confirm it, or makes no comment?</p>
      <form class="inline" action={`${path}/answers`}>
        <label class="unseen" for="answers-q">
          Words of the place
        </label>
        <input
          id="answers-q"
          name="q"
          type="search"
          value={words}
          placeholder="Words of the place"
          autocomplete="off"
        />
        <button class="button">Look</button>
      </form>
      {places.length === 0 ? (
        <Empty title="No other place is near it in words">
          <p>Look with words of the place that answers it.</p>
        </Empty>
      ) : (
        <ol class="list">
          {places.map((one) => (
            <Answer desk={desk} claim={claim} one={one} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Answer({ desk, claim, one }: { desk: Desk; claim: ShownClaim; one: ShownAppearance }) {
  return (
    <li data-item>
      <p class="who">
        {nameCarrier(one)}{' '}
        <span class="faint">
          · <Moment at={one.report.published} />
        </span>
      </p>
      <p class="quoted" dir="auto">
        <a href={placePath(one.id)}>{quoteSpans(one.content)}</a>
      </p>
      <Post
        desk={desk}
        action="/decide"
        class="inline-form"
        fields={{ kind: 'link-denial', denial: one.id, claim: claim.id, back: `${claimPath(claim.id)}#against` }}
      >
        <label>
          <span class="unseen">It is told as</span>
          <select name="strength">
            {isAgainst(one) ? <option value="">as it is read: {describeStrength(one.polarity)}</option> : null}
            {STRENGTHS.map((strength) => (
              <option value={strength}>{STRENGTH[strength]}</option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">Why you say so</span>
          <input name="why" maxlength={500} placeholder="Why" />
        </label>
        <button class="button">It answers the claim</button>
      </Post>
    </li>
  );
}

function describeStrength(polarity: ShownAppearance['polarity']): string {
  const strength = STRENGTHS.find((one) => one === polarity);
  return strength === undefined ? polarity : STRENGTH[strength];
}
