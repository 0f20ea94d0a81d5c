import type { Child } from 'hono/jsx';
import type { ShownAppearance } from '../../../ledger/ledger.ts';

/** The words of an appearance with its hedges marked; parts of a discontinuous one joined by an ellipsis. */
export function markHedges({ content, certainty }: Pick<ShownAppearance, 'content' | 'certainty'>): Child {
  return content.map((span, i) => {
    const inside = certainty.hedges.filter(({ start, end }) => start >= span.start && end <= span.end).sort((a, b) => a.start - b.start); // prettier-ignore
    const parts: Child[] = i === 0 ? [] : [' … '];
    let at = span.start;
    for (const hedge of inside) {
      if (hedge.start < at) continue;
      parts.push(span.text.slice(at - span.start, hedge.start - span.start));
      parts.push(<em class="hedge">{hedge.text}</em>);
      at = hedge.end;
    }
    parts.push(span.text.slice(at - span.start));
    return <>{parts}</>;
  });
}
