// @ts-check
// Selecting words of a report says what they are: its source, its cue or its content. Without it the same form takes words.
{
  const ROLES = { source: 'Source', cue: 'Cue', content: 'Content' };
  /** @type {{ start: number, end: number, words: string, part: string, report: string } | null} */
  let chosen = null;

  /** What the page shows of a stretch, as the text has it: without the numbers. @param {Range} range */
  const read = (range) => {
    const copy = range.cloneContents();
    for (const number of copy.querySelectorAll('sup')) number.remove();
    for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
    return copy;
  };

  /** Where a point of the page is in the text: UTF-16 code units. @param {Node} node @param {number} offset */
  const measure = (node, offset) => {
    const inner = node instanceof Element ? node : node.parentElement;
    const paragraph = inner?.closest('[data-from]');
    if (!(paragraph instanceof HTMLElement)) return null;
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    // A character that a page would obey is written out.
    const before = (read(range).textContent ?? '').replace(/‹U\+([0-9A-F]{4,6})›/gu, (_, code) =>
      code.length > 4 ? '..' : '.',
    );
    return Number(paragraph.dataset.from) + before.length;
  };

  /** @param {Selection} selection */
  const choose = (selection) => {
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const inner = range.commonAncestorContainer;
    const place = (inner instanceof Element ? inner : inner.parentElement)?.closest('[data-select]');
    if (!(place instanceof HTMLElement)) return null;
    const [from, to] = [measure(range.startContainer, range.startOffset), measure(range.endContainer, range.endOffset)];
    if (from === null || to === null) return null;
    const copy = read(range);
    const parts = [...copy.querySelectorAll('[data-from]')].map((one) => one.textContent ?? '');
    const words = parts.length > 1 ? parts.join('\n\n') : (copy.textContent ?? '');
    const start = from + words.length - words.trimStart().length;
    const end = to - (words.length - words.trimEnd().length);
    if (words.trim() === '' || start >= end) return null;
    const { select: part = 'text', report = '' } = place.dataset;
    return { start, end, words: words.replace(/\s+/gu, ' ').trim(), part, report };
  };

  const form = () => {
    const open = document.querySelector('[data-correct]');
    const own = open?.closest('form');
    return open instanceof HTMLElement && open.dataset.correct === chosen?.part && own instanceof HTMLFormElement
      ? own
      : null;
  };

  const bar = document.createElement('div');
  bar.className = 'select-bar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'What the selected words are');
  bar.hidden = true;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');

  /** @param {string} label @param {string} key @param {() => void} press */
  const makeButton = (label, key, press) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    const hint = document.createElement('kbd');
    hint.textContent = key;
    button.append(label, ' ', hint);
    button.dataset.key = key;
    // The selection stays while the button is pressed.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', press);
    return button;
  };

  // Whether the words belong to an attribution that is missing, or to the nearest one. Asked where no form is open.
  const which = document.createElement('label');
  which.append('of ');
  const choice = document.createElement('select');
  choice.append(new Option('one that was missed', 'add'), new Option('the nearest one', 'correct'));
  which.append(choice);

  const more = document.createElement('label');
  more.innerHTML = '<input type="checkbox"> add to it';
  const add = /** @type {HTMLInputElement} */ (more.querySelector('input'));
  bar.append(said);
  Object.entries(ROLES).forEach(([role, label], i) => bar.append(makeButton(label, String(i + 1), () => take(role))));
  const keep = makeButton('Keep', '4', () => form()?.requestSubmit());
  keep.classList.add('primary');
  bar.append(which, more, keep);

  const look = () => {
    const selection = document.getSelection();
    const now = selection === null ? null : choose(selection);
    if (now === null && bar.contains(document.activeElement)) return;
    // Filling a field in is told as a change too.
    if (now !== null && chosen !== null && now.start === chosen.start && now.end === chosen.end) return;
    chosen = now;
    bar.hidden = now === null;
    if (now === null) return;
    said.textContent = `“${now.words.length > 60 ? `${now.words.slice(0, 57)}…` : now.words}” is the`;
    const open = form();
    which.hidden = open !== null;
    more.hidden = open === null;
    keep.hidden = true;
    // Words that are marked already are most often marked wrong.
    const at = selection?.getRangeAt(0).startContainer.parentElement;
    if (open === null) choice.value = at?.closest('mark.source, mark.cue') ? 'correct' : 'add';
  };

  /** @param {string} role */
  const take = (role) => {
    // A key may come before the change of the selection is told.
    look();
    if (chosen === null) return;
    const { start, end, words, part, report } = chosen;
    const open = form();
    if (open === null) {
      const query = new URLSearchParams({ key: report, [choice.value]: `${start}-${end}`, as: role, in: part });
      location.assign(`/report?${query}#correct`);
      return;
    }
    const field = /** @type {HTMLTextAreaElement} */ (open.elements.namedItem(role));
    const at = /** @type {HTMLInputElement} */ (open.elements.namedItem(`${role}-at`));
    const keeps = add.checked && field.value.trim() !== '';
    field.value = keeps ? `${field.value.trim()}\n${words}` : words;
    at.value = keeps ? `${at.value} ${start}-${end}` : `${start}-${end}`;
    said.textContent = `${ROLES[/** @type {keyof typeof ROLES} */ (role)]} is filled in.`;
    keep.hidden = false;
    add.checked = false;
  };

  if (document.querySelector('[data-select]') !== null) {
    document.body.append(bar);
    document.addEventListener('selectionchange', look);
  }
}
