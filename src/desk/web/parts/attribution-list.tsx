import type { ShownAppearance } from '../../../ledger/ledger.ts';
import type { Attribution, Reading } from '../../../reading/reading.ts';
import { numberAttributions } from '../../format/marks.ts';
import { describeTurns, nameChain, quoteSpans } from '../../format/words.ts';
import type { Part, ToldPlaces } from '../report-places.ts';
import { For } from './forms.tsx';
import { correctPath } from './words.tsx';

/** The attributions by their numbers in the text: the chain, the words, what is unusual, how sure the reader is. */
export function AttributionList({ reading, told }: { reading: Reading; told: readonly ToldPlaces[] }) {
  const placesOf = (part: Part, { id }: Attribution) => told.find((one) => one.in === part && one.attribution.id === id)?.places ?? []; // prettier-ignore
  const headline = numberAttributions(reading.headline);
  const numbers = numberAttributions(reading.attributions, headline.size + 1);
  if (headline.size + numbers.size === 0) return <p class="faint">Nobody is credited with anything in it.</p>;
  return (
    <ol class="told">
      {reading.headline.map((one) => (
        <Told one={one} numbers={headline} places={placesOf('title', one)} title />
      ))}
      {reading.attributions.map((one) => (
        <Told one={one} numbers={numbers} places={placesOf('text', one)} />
      ))}
    </ol>
  );
}

interface ToldProps {
  readonly one: Attribution;
  readonly numbers: ReadonlyMap<string, number>;
  /** Its places in claims. */
  readonly places: readonly ShownAppearance[];
  readonly title?: boolean;
}

function Told({ one, numbers, places, title = false }: ToldProps) {
  const number = numbers.get(one.id);
  if (number === undefined) return null;
  const parent = one.parent === null ? undefined : numbers.get(one.parent);
  const chain = nameChain(one);
  const [first] = places;
  const isAside = first !== undefined && places.every(({ setAside }) => setAside);
  return (
    <li id={`a${String(number)}`} value={number} data-item>
      <p class="chain-line" dir="auto">
        {chain.map((name, i) => (
          <>
            {i === 0 ? '' : ' ← '}
            <span class={i === chain.length - 1 ? 'strong' : undefined}>{name}</span>
          </>
        ))}
      </p>
      <p class={isAside ? 'told-words struck' : 'told-words'} dir="auto">
        {quoteSpans(one.content)}
      </p>
      <p class="tags">
        {title ? <span class="tag">headline</span> : null}
        {parent === undefined ? null : (
          <a class="tag" href={`#a${String(parent)}`}>
            inside {String(parent)}
          </a>
        )}
        {describeTurns(one).map((turn) => (
          <span class="tag">{turn}</span>
        ))}
        {isAside ? <span class="tag set-aside">set aside</span> : null}
        {places.some(({ checked }) => checked) ? <span class="tag good">checked</span> : null}
        {one.addedBy === undefined ? (
          <span class="faint small" title="the chance that source, cue and content are all right">
            {String(Math.round(one.confidence * 100))} % sure
          </span>
        ) : (
          <span class="tag by-hand">added by {one.addedBy.by}</span>
        )}
        {first === undefined ? null : (
          <For role="editor">
            <a class="small" href={correctPath(first.id)} aria-label={`Correct number ${String(number)}`}>
              Correct
            </a>
          </For>
        )}
        {title ? null : (
          <a class="back" href={`#at-${String(number)}`} aria-label={`to number ${String(number)} in the text`}>
            ↑
          </a>
        )}
      </p>
    </li>
  );
}
