const NO_END_TAG = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body rp rt'
  ).split(' '),
);

/**
 * How many elements of a page are open at once, at most, by counting its tags in one pass, before any tree is built.
 * Tags whose end may be left out are not counted, so that a long list without `</li>` is not taken for a deep one.
 */
export function measureDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = skipPast(html, '-->', at);
      continue;
    }
    const closing = html[at + 1] === '/';
    const name = readName(html, at + (closing ? 2 : 1));
    const end = skipPast(html, '>', at);
    if (name === 'script' || name === 'style') {
      at = closing ? end : skipPast(html, `</${name}`, at);
      continue;
    }
    if (name !== '' && !NO_END_TAG.has(name)) {
      if (closing) depth = Math.max(0, depth - 1);
      else if (html[end - 2] !== '/') deepest = Math.max(deepest, ++depth);
    }
    at = name === '' ? at + 1 : end;
  }
  return deepest;
}

/** The place after the next `mark`, or the end of the page where there is none (so that nothing is scanned twice). */
function skipPast(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function readName(html: string, from: number): string {
  // Longer names than any real element's are cut: this stays linear on a page that is one tag.
  return /^[a-z][a-z0-9:-]*/iu.exec(html.slice(from, from + 40))?.[0].toLowerCase() ?? '';
}
