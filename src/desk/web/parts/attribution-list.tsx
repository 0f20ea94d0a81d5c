import type { Attribution, Reading } from '../../../reading/reading.ts';
import { numberAttributions } from '../../format/marks.ts';
import { describeTurns, nameChain, quoteSpans } from '../../format/words.ts';

/** The attributions by their numbers in the text: the chain, the words, what is unusual, how sure the reader is. */
export function AttributionList({ reading }: { reading: Reading }) {
  const headline = numberAttributions(reading.headline);
  const numbers = numberAttributions(reading.attributions, headline.size + 1);
  if (headline.size + numbers.size === 0) return <p class="faint">Nobody is credited with anything in it.</p>;
  return (
    <ol class="told">
      {reading.headline.map((one) => (
        <Told one={one} numbers={headline} title />
      ))}
      {reading.attributions.map((one) => (
        <Told one={one} numbers={numbers} />
      ))}
    </ol>
  );
}

function Told({
  one,
  numbers,
  title = false,
}: {
  one: Attribution;
  numbers: ReadonlyMap<string, number>;
  title?: boolean;
}) {
  const number = numbers.get(one.id);
  if (number === undefined) return null;
  const parent = one.parent === null ? undefined : numbers.get(one.parent);
  const chain = nameChain(one);
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
      <p class="told-words" dir="auto">
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
        <span class="faint small" title="the chance that source, cue and content are all right">
          {String(Math.round(one.confidence * 100))} % sure
        </span>
        {title ? null : (
          <a class="back" href={`#at-${String(number)}`} aria-label={`to number ${String(number)} in the text`}>
            ↑
          </a>
        )}
      </p>
    </li>
  );
}
